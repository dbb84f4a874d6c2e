/// Lists of places in plain memory: an array of arrays would be retained and released in every loop over one of them.
final class FlatSupports: @unchecked Sendable {
    private let places: UnsafeMutableBufferPointer<Int>
    private let starts: UnsafeMutableBufferPointer<Int>

    init(_ lists: [[Int]]) {
        var starts = [0]
        for list in lists { starts.append(starts[starts.count - 1] + list.count) }
        self.starts = .allocate(capacity: starts.count)
        _ = self.starts.initialize(from: starts)
        places = .allocate(capacity: starts[lists.count])
        _ = places.initialize(from: lists.joined())
    }

    deinit {
        places.deallocate()
        starts.deallocate()
    }

    /// - Precondition: there is such a list; it lives as long as this object.
    @inline(__always)
    subscript(list: Int) -> UnsafeBufferPointer<Int> {
        UnsafeBufferPointer(rebasing: places[starts[list]..<starts[list + 1]])
    }
}
