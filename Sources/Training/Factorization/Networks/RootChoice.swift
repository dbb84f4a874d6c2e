import Neurovariety

/// How often each root is taken by its block, for some roots of a forest; and what that counts to.
struct RootChoice: Sendable {
    /// Nodes and how often, without those that are not taken.
    var taken: [Int: Int] = [:]
    /// What counts for each block above the first, then their real roots, then the real roots that they take from the first.
    var state: [Int]

    init(_ blocks: [LayerBlock]) {
        state = [Int](repeating: 0, count: 2 * (blocks.count - 1) + 1)
    }

    /// - Precondition: the two are about different roots.
    static func + (left: RootChoice, right: RootChoice) -> RootChoice {
        var sum = left
        sum.taken.merge(right.taken) { $0 + $1 }
        sum.state = zip(left.state, right.state).map { $0 + $1 }
        return sum
    }
}

/// The choices at one tree of a forest.
struct ChoiceOptions {
    let forest: NumericForest
    let blocks: [LayerBlock]
    let measure: RootMeasure
    /// Choices beyond this at one tree are left out.
    static let most = 4_096

    /// One choice from each list, in every way; nil for no list.
    private func combinations(_ lists: [[RootChoice]]) -> [RootChoice]? {
        guard var result = lists.first else { return nil }
        for list in lists.dropFirst() {
            var next: [RootChoice] = []
            for choice in result {
                for other in list where next.count < Self.most {
                    let sum = choice + other
                    // What counts too much here does so in the end.
                    if zip(sum.state, measure.targets).allSatisfy({ $0 <= $1 }) { next.append(sum) }
                }
            }
            result = next
        }
        return result
    }

    /// All choices at a tree.
    ///
    /// - Parameter taken: how often blocks above have taken the root.
    func all(_ node: Int, taken above: Int = 0) -> [RootChoice] {
        options(node, taken: above) { children, taken in
            combinations(children.map { all($0, taken: taken) }) ?? [RootChoice(blocks)]
        }
    }

    /// The choices at the tree of a real root that are the same at conjugate roots.
    func real(_ node: Int, taken above: Int = 0) -> [RootChoice] {
        options(node, taken: above) { children, taken in
            let lists = children.compactMap { child -> [RootChoice]? in
                let conjugate = forest.nodes[child].conjugate
                if conjugate == child { return real(child, taken: taken) }
                return conjugate > child ? pair(child, taken: taken) : nil
            }
            return combinations(lists) ?? [RootChoice(blocks)]
        }
    }

    /// The same choice at a tree and at the conjugate one.
    func pair(_ node: Int, taken above: Int = 0) -> [RootChoice] {
        all(node, taken: above).map { choice in
            var both = choice
            for (node, count) in choice.taken { both.taken[forest.nodes[node].conjugate] = count }
            both.state = choice.state.map { 2 * $0 }
            return both
        }
    }

    private func options(
        _ index: Int, taken above: Int, _ below: ([Int], Int) -> [RootChoice]
    ) -> [RootChoice] {
        let node = forest.nodes[index]
        let place = node.level - 1
        let left = node.multiplicity - above
        guard left >= 0 else { return [] }
        var result: [RootChoice] = []
        for count in measure.choices(node.level, of: left, limit: measure.targets[place]).reversed() {
            for var choice in below(node.children, above + count) {
                if count > 0 { choice.taken[index] = count }
                choice.state[place] += measure.exponent(node.level, taking: count, of: left)
                if node.root.isReal {
                    choice.state[blocks.count - 1 + place] += count
                    choice.state[2 * (blocks.count - 1)] += count * realRootCount(node)
                }
                result.append(choice)
            }
            if result.count >= Self.most { break }
        }
        return result
    }

    /// How many real roots of the filter have this power.
    private func realRootCount(_ node: NumericForest.Node) -> Int {
        blocks[node.level].step % 2 == 1 ? 1 : node.root.x.real > 0 ? 2 : 0
    }
}
