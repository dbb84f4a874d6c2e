import ExactAlgebra
import Neurovariety

/// Networks of a filter one by one, by the roots that each block takes.
struct NetworkListing {
    private let blocks: [LayerBlock]
    private let forest: NumericForest
    private let multiplicityAtZero: Int
    private let multiplicityAtInfinity: Int
    private let realRootCount: Int

    init(_ forest: RootForest, _ form: BinaryForm, realRootCount: Int) {
        blocks = forest.blocks
        self.forest = NumericForest(forest, form)
        multiplicityAtZero = forest.multiplicityAtZero
        multiplicityAtInfinity = forest.multiplicityAtInfinity
        self.realRootCount = realRootCount
    }

    private enum Kind { case split, real, complex }

    /// Those whose blocks split into real layers, then others with real blocks, then the rest.
    ///
    /// - Parameter counts: kinds of which there are none are not searched.
    func first(_ most: Int, _ counts: NetworkCounts?) -> [[BlockRoots]] {
        var result: [[BlockRoots]] = []
        for kind in [Kind.split, .real, .complex] {
            let count = counts.map { counts in
                switch kind {
                case .split: return counts.split
                case .real: return counts.real - counts.split
                case .complex: return counts.complex - counts.real
                }
            }
            guard result.count < most, count?.signum != 0 else { continue }
            search(kind, most: most - result.count) { result.append(network($0)) }
        }
        return result
    }

    private func search(_ kind: Kind, most: Int, _ body: (RootChoice) -> Void) {
        let options = ChoiceOptions(forest: forest, blocks: blocks)
        let above = blocks.count - 1
        let needed = blocks.map { $0.neededRealRoots > 1 ? $0.neededRealRoots : 0 }
        let realRootCount = realRootCount
        func splits(_ state: [Int]) -> Bool {
            (0..<above).allSatisfy { state[above + $0] >= needed[$0 + 1] }
                && (needed[0] == 0 || realRootCount - state[2 * above] >= needed[0])
        }
        var lists = [
            options.special(\.zeros, multiplicity: multiplicityAtZero),
            options.special(\.infinities, multiplicity: multiplicityAtInfinity),
        ]
        for node in forest.tops {
            let conjugate = forest.nodes[node].conjugate
            if kind == .complex {
                lists.append(options.all(node))
            } else if conjugate == node {
                lists.append(options.real(node))
            } else if conjugate > node {
                lists.append(options.pair(node))
            }
        }
        let isWanted: ([Int]) -> Bool =
            switch kind {
            case .split: splits
            case .real: { !splits($0) }
            case .complex: { _ in true }
            }
        var left = most
        let start = RootChoice(blocks)
        ChoiceSearch(
            lists, start: start.state, limits: blocks.dropFirst().map(\.degree), isWanted: isWanted
        ).visit(from: start) { choice in
            // Real ones have had their turn.
            if kind == .complex, isReal(choice) { return true }
            body(choice)
            left -= 1
            return left > 0
        }
    }

    private func isReal(_ choice: RootChoice) -> Bool {
        choice.taken.allSatisfy { choice.taken[forest.nodes[$0.key].conjugate] == $0.value }
    }

    /// The first block takes what the others leave.
    private func network(_ choice: RootChoice) -> [BlockRoots] {
        blocks.indices.map { level in
            var counts: [Int: Int] = [:]
            for (index, node) in forest.nodes.enumerated() where node.level == level {
                counts[index] = level > 0 ? choice.taken[index, default: 0] : left(index, choice)
            }
            let (zeros, infinities) =
                level > 0
                ? (choice.zeros[level - 1], choice.infinities[level - 1])
                : (multiplicityAtZero - used(choice.zeros), multiplicityAtInfinity - used(choice.infinities))
            var groups = [
                BlockRoots.Group(form: FormRoots.zero.form, roots: [.zero], multiplicity: zeros),
                BlockRoots.Group(form: FormRoots.infinity.form, roots: [.infinity], multiplicity: infinities),
            ]
            let byFactor = Dictionary(grouping: counts.keys.sorted(), by: { forest.nodes[$0].factor })
            for (factor, indices) in byFactor.sorted(by: { $0.key < $1.key }) {
                let multiplicities = Set(indices.compactMap { counts[$0] })
                if multiplicities.count == 1, let multiplicity = multiplicities.first {
                    let whole = forest.factors[level][factor]
                    groups.append(.init(form: whole.form, roots: whole.roots, multiplicity: multiplicity))
                } else {
                    groups += indices.map {
                        .init(form: nil, roots: [forest.nodes[$0].root], multiplicity: counts[$0, default: 0])
                    }
                }
            }
            return BlockRoots(groups)
        }
    }

    private func used(_ counts: [Int]) -> Int {
        zip(counts, blocks.dropFirst()).reduce(0) { $0 + $1.0 * $1.1.step }
    }

    private func left(_ index: Int, _ choice: RootChoice) -> Int {
        var rest = forest.nodes[index].multiplicity
        var ancestor = forest.nodes[index].parent
        while let node = ancestor {
            rest -= choice.taken[node, default: 0]
            ancestor = forest.nodes[node].parent
        }
        return rest
    }
}
