/// The minors on one set of rows and all sets of columns of the same size, as flat arrays.
final class MinorLevel<Monomial: PackedMonomial> {
    let storage: TermStorage<Monomial>
    /// Minor number c occupies the terms `ends[c] ..< ends[c + 1]`.
    let ends: UnsafeMutablePointer<Int>
    /// The most terms of one of the minors.
    private(set) var largestCount = 0

    init(minorCount: Int, in memory: TermMemory) {
        storage = TermStorage(in: memory)
        ends = .allocate(capacity: minorCount + 1)
        ends.initialize(repeating: 0, count: minorCount + 1)
    }

    deinit {
        ends.deallocate()
    }

    func removeAll() {
        largestCount = 0
    }

    /// Minors are set in order.
    func set(_ minor: Int, _ terms: UnsafePointer<Term<Monomial>>, count: Int) throws(OutOfMemory) {
        let used = ends[minor]
        try storage.reserve(used + count)
        (storage.base + used).update(from: terms, count: count)
        ends[minor + 1] = used + count
        largestCount = max(largestCount, count)
    }

    /// The level of size 0: the minor 1.
    func setToOne() throws(OutOfMemory) {
        try withUnsafePointer(to: Term(monomial: Monomial.one, coefficient: 1)) {
            pointer throws(OutOfMemory) in try set(0, pointer, count: 1)
        }
    }
}
