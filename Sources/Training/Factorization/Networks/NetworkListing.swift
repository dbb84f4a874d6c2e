import ExactAlgebra
import Neurovariety

/// Networks of a filter one by one, by the roots that each block takes.
struct NetworkListing {
    private let blocks: [LayerBlock]
    private let measure: RootMeasure
    private let special: SpecialPoints
    private let forest: NumericForest
    private let multiplicityAtZero: Int
    private let multiplicityAtInfinity: Int
    private let realRootCount: Int
    /// The factors that only the first block can take.
    private let base: BlockRoots

    /// - Parameters:
    ///   - quotient: of the filter, by the common factor of the second block.
    ///   - realRootCount: of the filter; used if layers of the first block share real roots.
    init(_ forest: RootForest, quotient: BinaryForm, realRootCount: Int) {
        blocks = forest.blocks
        measure = RootMeasure(forest)
        special = SpecialPoints(forest, measure)
        self.forest = NumericForest(forest)
        let rest = quotient.withoutZeroAndInfinity
        base = forest.blocks[0].layers.count > 1 ? BlockRoots(rest) : BlockRoots(whole: rest)
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
            search(kind, most: most - result.count) { result.append($0) }
        }
        return result
    }

    private func search(_ kind: Kind, most: Int, _ body: ([BlockRoots]) -> Void) {
        let space = ChoiceSpace(blocks, measure, special, realRootCount: realRootCount)
        let options = ChoiceOptions(forest: forest, blocks: blocks, measure: measure)
        var lists: [[RootChoice]] = []
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
        let search = ChoiceSearch(lists, space) { splits in
            switch kind {
            case .split: return splits
            case .real: return !splits
            case .complex: return true
            }
        }
        var left = most
        search.visit(from: RootChoice(blocks)) { choice, needed in
            // Real ones have had their turn.
            if kind == .complex, isReal(choice) { return true }
            return special.visit(needed) { zeros in
                body(network(choice, zeros: zeros, infinities: zip(needed, zeros).map { $0 - $1 }))
                left -= 1
                return left > 0
            }
        }
    }

    private func isReal(_ choice: RootChoice) -> Bool {
        choice.taken.allSatisfy { choice.taken[forest.nodes[$0.key].conjugate] == $0.value }
    }

    private func network(_ choice: RootChoice, zeros: [Int], infinities: [Int]) -> [BlockRoots] {
        let above = blocks.indices.dropFirst().map { level in
            BlockRoots(
                groups(zeros: zeros[level - 1], infinities: infinities[level - 1])
                    + groups(level, { choice.taken[$0, default: 0] }, whole: { [$0] }, single: { [$0] }))
        }
        return [firstBlock(choice, zeros: zeros, infinities: infinities)] + above
    }

    /// What the others leave: all roots of the order of the second block of what is left of its common factor, and what that does
    /// not divide.
    private func firstBlock(_ choice: RootChoice, zeros: [Int], infinities: [Int]) -> BlockRoots {
        let step = blocks[1].step
        let isSplit = blocks[0].layers.count > 1
        return BlockRoots(
            groups(
                zeros: multiplicityAtZero - special.rootCount(zeros),
                infinities: multiplicityAtInfinity - special.rootCount(infinities))
                + base.groups
                + groups(
                    1, { left($0, choice) },
                    whole: { factor in
                        let form = factor.form.spread(by: step)
                        return isSplit ? RationalFactors.of(form) : [FormRoots(form: form, roots: [])]
                    },
                    single: { $0.roots(order: step) }))
    }

    private func groups(zeros: Int, infinities: Int) -> [BlockRoots.Group] {
        [
            .init(form: FormRoots.zero.form, roots: [.zero], multiplicity: zeros),
            .init(form: FormRoots.infinity.form, roots: [.infinity], multiplicity: infinities),
        ]
    }

    /// The factors at one level: as a whole where all roots have the same multiplicity.
    private func groups(
        _ level: Int, _ multiplicity: (Int) -> Int, whole: (FormRoots) -> [FormRoots],
        single: (ProjectiveRoot) -> [ProjectiveRoot]
    ) -> [BlockRoots.Group] {
        let indices = forest.nodes.indices.filter { forest.nodes[$0].level == level }
        let byFactor = Dictionary(grouping: indices, by: { forest.nodes[$0].factor })
        return byFactor.sorted { $0.key < $1.key }.flatMap { factor, indices -> [BlockRoots.Group] in
            let multiplicities = indices.map(multiplicity)
            if let first = multiplicities.first, multiplicities.allSatisfy({ $0 == first }) {
                return first == 0
                    ? []
                    : whole(forest.factors[level][factor]).map {
                        .init(form: $0.form, roots: $0.roots, multiplicity: first)
                    }
            }
            return zip(indices, multiplicities).map { index, multiplicity in
                .init(form: nil, roots: single(forest.nodes[index].root), multiplicity: multiplicity)
            }
        }
    }

    /// How often the first block takes the roots of a root of the second one's common factor, at least.
    private func left(_ index: Int, _ choice: RootChoice) -> Int {
        var rest = forest.nodes[index].multiplicity
        var ancestor: Int? = index
        while let node = ancestor {
            rest -= choice.taken[node, default: 0]
            ancestor = forest.nodes[node].parent
        }
        return rest
    }
}
