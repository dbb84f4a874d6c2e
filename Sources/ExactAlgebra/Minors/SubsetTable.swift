/// The subsets of size `size` of `{0, …, n−1}` in colexicographic order, with the place in that order of
/// each subset less one element.
///
/// Unchecked: the memory is written by the initializer and only read afterwards. Raw memory, since the engine
/// reads it for every minor, and small minors cost little more than their reads.
final class SubsetTable: @unchecked Sendable {
    let size: Int
    let count: Int
    /// `size` columns a subset, increasing.
    let columns: UnsafePointer<Int32>
    /// `size` ranks a subset: the place, among the subsets of size `size − 1`, of the subset without its
    /// element number p.
    let facetRanks: UnsafePointer<Int32>

    deinit {
        columns.deallocate()
        facetRanks.deallocate()
    }

    /// - Precondition: there are fewer than `2^31` subsets.
    init(of n: Int, size: Int) {
        let binomials = PascalTriangle(upTo: n, size: size)
        let count = size <= n ? binomials[n, size] : 0
        var columns: [Int32] = []
        var ranks: [Int32] = []
        columns.reserveCapacity(count * size)
        ranks.reserveCapacity(count * size)
        var subset = Array(0..<size)
        for _ in 0..<count {
            // The rank of c_0 < … < c_{d-1} is Σ binom(c_i, i+1); without c_p, those above move down a place.
            var below = 0
            var above = (0..<size).reduce(0) { $0 + ($1 == 0 ? 0 : binomials[subset[$1], $1]) }
            for place in 0..<size {
                if place > 0 { above -= binomials[subset[place], place] }
                columns.append(Int32(subset[place]))
                ranks.append(Int32(below + above))
                below += binomials[subset[place], place + 1]
            }
            var place = 0
            while place + 1 < size, subset[place] + 1 == subset[place + 1] {
                subset[place] = place
                place += 1
            }
            if size > 0 { subset[place] += 1 }
        }
        self.size = size
        self.count = count
        self.columns = Self.copy(columns)
        self.facetRanks = Self.copy(ranks)
    }

    private static func copy(_ values: [Int32]) -> UnsafePointer<Int32> {
        let memory = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, values.count))
        values.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { memory.initialize(from: start, count: source.count) }
        }
        return UnsafePointer(memory)
    }
}
