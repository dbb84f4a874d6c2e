import Neurovariety

/// Which real roots blocks need, as far as choices can spoil it: those of blocks with at least two layers of odd degree.
///
/// One real root is always there where the degree is odd.
struct RealRootNeeds: Sendable {
    /// Of each block above the first; 0 where nothing can be spoilt.
    let above: [Int]
    /// How many real roots of the filter may be taken from the first block; nil if it does not matter. Negative if it has too few.
    let mostTaken: Int?

    /// - Parameter realRootCount: of the filter, with multiplicity, 0 and ∞ included.
    init(_ blocks: [LayerBlock], realRootCount: Int) {
        let needs = blocks.map { $0.neededRealRoots > 1 ? $0.neededRealRoots : 0 }
        above = Array(needs.dropFirst())
        mostTaken = needs[0] > 0 ? realRootCount - needs[0] : nil
    }

    private init(above: [Int]) {
        self.above = above
        mostTaken = nil
    }

    /// Nothing is asked for.
    static func none(_ blocks: [LayerBlock]) -> RealRootNeeds {
        RealRootNeeds(above: blocks.dropFirst().map { _ in 0 })
    }

    /// Whether blocks split.
    ///
    /// - Parameters:
    ///   - roots: the real roots of each block above the first.
    ///   - taken: the real roots of the filter that these take from the first block.
    func areMet(_ roots: some Collection<Int>, taken: Int) -> Bool {
        zip(roots, above).allSatisfy { $0 >= $1 } && mostTaken.map { taken <= $0 } ?? true
    }
}
