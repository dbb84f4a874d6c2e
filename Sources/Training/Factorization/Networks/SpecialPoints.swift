import ExactAlgebra
import Neurovariety

/// The roots 0 and ∞, which have no roots of their own at other levels: what the trees do not take of a block's degree is theirs.
struct SpecialPoints: Sendable {
    private let blocks: [LayerBlock]
    private let measure: RootMeasure
    private let multiplicityAtZero: Int
    private let multiplicityAtInfinity: Int
    /// Of each common factor above the first, without 0 and ∞.
    private let treeDegrees: [Int]

    init(_ forest: RootForest, _ measure: RootMeasure) {
        blocks = forest.blocks
        self.measure = measure
        multiplicityAtZero = forest.multiplicityAtZero
        multiplicityAtInfinity = forest.multiplicityAtInfinity
        treeDegrees = forest.levels.dropFirst().map { parts in
            parts.reduce(0) { $0 + $1.form.degree * $1.tree.multiplicity }
        }
    }

    /// Whether some block can take one of them.
    var areTaken: Bool {
        blocks.count > 1 && max(multiplicityAtZero, multiplicityAtInfinity) >= blocks[1].step
    }

    /// How many of 0 and ∞ each block above the first must take, where the trees count so much; nil if they count too much.
    func needed(_ exponents: some Collection<Int>) -> [Int]? {
        let counted = Array(exponents)
        var needed = blocks.dropFirst().map(\.degree)
        var taken = 0
        for level in blocks.indices.dropFirst().reversed() {
            // The roots that the blocks above have taken are gone, with all their roots.
            let step = blocks[level].step
            let left = treeDegrees[level - 1] - taken / step
            let own = measure.exponent(level, taking: counted[level - 1], of: left)
            needed[level - 1] -= own
            guard needed[level - 1] >= 0, own >= 0 else { return nil }
            taken += own * step
        }
        return needed
    }

    /// How many roots of the filter that are.
    func rootCount(_ needed: [Int]) -> Int {
        zip(needed, blocks.dropFirst()).reduce(0) { $0 + $1.0 * $1.1.step }
    }

    /// The ways for a block to take so many, with what is left of each.
    private func shares(_ level: Int, _ count: Int, zeros: Int, infinities: Int) -> ClosedRange<Int>? {
        let step = blocks[level].step
        let (least, most) = (max(0, count - infinities / step), min(count, zeros / step))
        return least <= most ? least...most : nil
    }

    /// The number of ways to share 0 and ∞ between the blocks.
    func count(_ needed: [Int]) -> Integer {
        // By how often 0 is left; what is left of ∞ follows.
        var ways: [Int: Integer] = [multiplicityAtZero: 1]
        var used = 0
        for level in blocks.indices.dropFirst().reversed() {
            let (count, step) = (needed[level - 1], blocks[level].step)
            var next: [Int: Integer] = [:]
            for (zeros, number) in ways {
                let infinities = multiplicityAtInfinity - (used - (multiplicityAtZero - zeros))
                guard let range = shares(level, count, zeros: zeros, infinities: infinities) else { continue }
                for share in range {
                    next[zeros - share * step, default: 0] = next[zeros - share * step, default: 0] + number
                }
            }
            ways = next
            used += count * step
        }
        return ways.values.reduce(.zero, +)
    }

    /// All ways, as how often each block above the first takes 0.
    ///
    /// - Parameter body: false to stop.
    func visit(_ needed: [Int], _ body: ([Int]) -> Bool) -> Bool {
        visit(
            blocks.count - 1, needed, zeros: multiplicityAtZero, infinities: multiplicityAtInfinity, [], body)
    }

    private func visit(
        _ level: Int, _ needed: [Int], zeros: Int, infinities: Int, _ taken: [Int], _ body: ([Int]) -> Bool
    ) -> Bool {
        guard level > 0 else { return body(taken) }
        let (count, step) = (needed[level - 1], blocks[level].step)
        guard let range = shares(level, count, zeros: zeros, infinities: infinities) else { return true }
        for share in range.reversed() {
            let goesOn = visit(
                level - 1, needed, zeros: zeros - share * step,
                infinities: infinities - (count - share) * step,
                [share] + taken, body)
            guard goesOn else { return false }
        }
        return true
    }
}
