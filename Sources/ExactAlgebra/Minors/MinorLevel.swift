/// The minors on one set of rows and all sets of columns of the same size, as flat arrays.
final class MinorLevel<Monomial: PackedMonomial> {
    let storage = TermStorage<Monomial>()
    /// Minor number c occupies the terms `ends[c] ..< ends[c + 1]`.
    private(set) var ends: [Int] = [0]

    func removeAll() {
        ends.removeAll(keepingCapacity: true)
        ends.append(0)
    }

    func append(_ terms: UnsafePointer<Term<Monomial>>, count: Int) {
        let used = ends[ends.count - 1]
        storage.reserve(used + count, keeping: used)
        (storage.base + used).update(from: terms, count: count)
        ends.append(used + count)
    }

    /// The level of size 0: the minor 1.
    func setToOne() {
        removeAll()
        withUnsafePointer(to: Term(monomial: Monomial.one, coefficient: 1)) { append($0, count: 1) }
    }
}
