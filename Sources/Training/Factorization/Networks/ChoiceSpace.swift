import Neurovariety

/// The states of choices that can be told apart: what they count up to what is wanted, and real roots as far as
/// it matters whether blocks split.
struct ChoiceSpace: Sendable {
    /// The largest value of each entry of a state.
    private let limits: [Int]
    /// The product of the sizes of the entries after each.
    private let strides: [Int]
    private let targets: [Int]
    private let needs: RealRootNeeds
    private let special: SpecialPoints

    /// The number of states; nil if it is not an `Int`.
    let count: Int?

    init(_ blocks: [LayerBlock], _ measure: RootMeasure, _ special: SpecialPoints, realRootCount: Int) {
        self.special = special
        targets = measure.targets
        needs = RealRootNeeds(blocks, realRootCount: realRootCount)
        limits = targets + needs.above + [needs.mostTaken.map { max(0, $0 + 1) } ?? 0]
        var strides = [1]
        var isTooLarge = false
        for limit in limits.reversed() {
            let (product, overflow) = strides[0].multipliedReportingOverflow(by: limit + 1)
            isTooLarge = isTooLarge || overflow
            strides.insert(overflow ? 1 : product, at: 0)
        }
        count = isTooLarge ? nil : strides[0]
        self.strides = Array(strides.dropFirst())
    }

    /// Nothing may count beyond what is wanted; of real roots, numbers beyond the limit are as good as it.
    func sum(_ state: [Int], _ step: [Int]) -> [Int]? {
        var result = state
        for index in result.indices {
            result[index] += step[index]
            if result[index] > limits[index] {
                guard index >= targets.count else { return nil }
                result[index] = limits[index]
            }
        }
        return result
    }

    /// A number for each state.
    func index(_ state: [Int]) -> Int {
        zip(state, strides).reduce(0) { $0 + $1.0 * $1.1 }
    }

    func state(_ index: Int) -> [Int] {
        zip(limits, strides).map { index / $1 % ($0 + 1) }
    }

    /// What 0 and ∞ add to a state of all trees, if they can: how many of them each block must take, and whether all blocks have the real
    /// roots they need then.
    func completion(_ state: [Int]) -> (needed: [Int], splits: Bool)? {
        guard let needed = special.needed(state[..<targets.count]), special.count(needed).signum > 0
        else { return nil }
        let roots = needed.indices.map { state[targets.count + $0] + needed[$0] }
        let taken = state[2 * targets.count] + special.rootCount(needed)
        return (needed, needs.areMet(roots, taken: taken))
    }
}
