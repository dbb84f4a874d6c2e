/// The minors on one set of rows and all sets of columns of the same size, as flat arrays.
final class MinorLevel<Monomial: PackedMonomial> {
    let storage = TermStorage<Monomial>()
    /// Minor number c occupies the terms `ends[c] ..< ends[c + 1]`.
    let ends: UnsafeMutablePointer<Int>
    /// The most terms of one of the minors.
    private(set) var largestCount = 0

    init(minorCount: Int) {
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
    func set(_ minor: Int, _ terms: UnsafePointer<Term<Monomial>>, count: Int) {
        let used = ends[minor]
        storage.reserve(used + count, keeping: used)
        (storage.base + used).update(from: terms, count: count)
        ends[minor + 1] = used + count
        largestCount = max(largestCount, count)
    }

    /// The level of size 0: the minor 1.
    func setToOne() {
        withUnsafePointer(to: Term(monomial: Monomial.one, coefficient: 1)) { set(0, $0, count: 1) }
    }
}
