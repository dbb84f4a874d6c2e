/// What later blocks can take from one root of a common factor: how often, and what then remains for the blocks below.
///
/// A root P of the common factor at one level, a point in powers of the step of its block, has as many s-th roots as the stride
/// s between the blocks, and they are roots of the common factor one level below, with at least its multiplicity. A network
/// that takes P as a root of its block t times leaves each of them t times less.
struct RootTree: Hashable, Sendable {
    /// The number of the block, from 1: the first takes what remains.
    let level: Int
    let multiplicity: Int
    /// The s-th roots by what they are, and how many are of each kind; none at level 1.
    let children: [RootTree: Int]

    /// What remains after the blocks above have taken the root so often.
    func lowered(by count: Int) -> RootTree {
        guard count > 0 else { return self }
        return RootTree(
            level: level, multiplicity: multiplicity - count,
            children: children.reduce(into: [:]) { $0[$1.key.lowered(by: count)] = $1.value })
    }
}

/// The same for a real root, with its real s-th roots apart.
struct RealRootTree: Hashable, Sendable {
    let level: Int
    let multiplicity: Int
    /// How many real roots of the filter itself lie above: the real `S_ℓ`-th roots of the point.
    let realRootCount: Int
    let realChildren: [RealRootTree]
    /// Of the others, pairs of complex conjugate ones: one of each pair.
    let pairs: [RootTree: Int]

    func lowered(by count: Int) -> RealRootTree {
        guard count > 0 else { return self }
        return RealRootTree(
            level: level, multiplicity: multiplicity - count, realRootCount: realRootCount,
            realChildren: realChildren.map { $0.lowered(by: count) },
            pairs: pairs.reduce(into: [:]) { $0[$1.key.lowered(by: count)] = $1.value })
    }
}
