import ExactAlgebra
import Neurovariety

/// The roots of a forest one by one, with values in double precision; multiplicities, and what is real, are exact.
struct NumericForest: Sendable {
    struct Node: Sendable {
        /// The number of the block.
        let level: Int
        let root: ProjectiveRoot
        let multiplicity: Int
        /// Which of the factors of its level it is a root of.
        let factor: Int
        /// Which node has the conjugate value; itself if it is real.
        var conjugate: Int
        /// The node of its power at the level above.
        var parent: Int?
        /// Nodes of its roots at the level below.
        var children: [Int] = []
    }

    private(set) var nodes: [Node] = []
    /// Rational factors of each level; every root belongs to one.
    private(set) var factors: [[FormRoots]]

    /// - Parameters:
    ///   - form: the filter.
    init(_ forest: RootForest, _ form: BinaryForm) {
        factors = forest.blocks.map { _ in [] }
        // Level 0 has the roots of the filter itself, sorted by whether their powers are roots above.
        var tops: [Int] = []
        let preimage =
            forest.levels.count > 1
            ? forest.levels[1].reduce(BinaryForm.one) { $0 * $1.form }.spread(by: forest.blocks[1].step)
            : .one
        for (part, multiplicity) in SquarefreeDecomposition(form).parts {
            let common = CommonFactor(of: [part, preimage])
            add(common.factor, level: 0, multiplicity)
            let start = nodes.count
            add(common.cofactors[0].primitive, level: 0, multiplicity)
            tops += start..<nodes.count
        }
        for (level, parts) in forest.levels.enumerated() {
            for part in parts {
                let start = nodes.count
                add(part.form, level: level, part.tree.multiplicity)
                if part.isTop { tops += start..<nodes.count }
            }
        }
        connect(forest.blocks, tops: Set(tops))
    }

    private mutating func add(_ form: BinaryForm, level: Int, _ multiplicity: Int) {
        guard form.degree > 0 else { return }
        for factor in RationalFactors.of(form) {
            let start = nodes.count
            for root in factor.roots {
                let conjugate = factor.roots.firstIndex(of: root.conjugate) ?? 0
                nodes.append(
                    Node(
                        level: level, root: root, multiplicity: multiplicity, factor: factors[level].count,
                        conjugate: start + conjugate))
            }
            factors[level].append(factor)
        }
    }

    private mutating func connect(_ blocks: [LayerBlock], tops: Set<Int>) {
        let byLevel = Dictionary(grouping: nodes.indices, by: { nodes[$0].level })
        for index in nodes.indices where !tops.contains(index) {
            let level = nodes[index].level
            guard let above = byLevel[level + 1] else { continue }
            let ratio = blocks[level + 1].step / blocks[level].step
            let power = (0..<ratio).reduce(Complex.one) { value, _ in value * nodes[index].root.x }
            let parent = above.min {
                (nodes[$0].root.x - power).squaredMagnitude < (nodes[$1].root.x - power).squaredMagnitude
            }
            nodes[index].parent = parent
            if let parent { nodes[parent].children.append(index) }
        }
    }

    /// Roots above the first level that stand by themselves.
    var tops: [Int] { nodes.indices.filter { nodes[$0].level > 0 && nodes[$0].parent == nil } }
}
