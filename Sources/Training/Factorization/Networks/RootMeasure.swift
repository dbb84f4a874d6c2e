import Neurovariety

/// How choices are counted at each level above the first: by the roots that the block takes, or by those that it leaves, whichever
/// are fewer in the end.
///
/// What a block can choose from exceeds its degree by a number that does not depend on the choices above, the excess of its
/// common factor. Where a common factor of high degree has a small excess, few combinations of numbers left are possible.
struct RootMeasure: Sendable {
    /// What the numbers must add up to at each level.
    let targets: [Int]
    private let countsLeft: [Bool]

    init(_ forest: RootForest) {
        let degrees = forest.blocks.dropFirst().map(\.degree)
        targets = zip(degrees, forest.excess).map { min($0, $1) }
        countsLeft = zip(degrees, forest.excess).map { $1 < $0 }
    }

    /// How often a root that is left so often can be taken, if no more than the limit may count.
    func choices(_ level: Int, of multiplicity: Int, limit: Int) -> ClosedRange<Int> {
        countsLeft[level - 1] ? max(0, multiplicity - limit)...multiplicity : 0...min(multiplicity, limit)
    }

    /// What a choice counts.
    func exponent(_ level: Int, taking taken: Int, of multiplicity: Int) -> Int {
        countsLeft[level - 1] ? multiplicity - taken : taken
    }
}
