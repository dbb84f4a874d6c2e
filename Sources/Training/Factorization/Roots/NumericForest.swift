import ExactAlgebra
import Neurovariety

/// The roots of a forest one by one, with values in double precision; multiplicities, and what is real, are exact.
struct NumericForest: Sendable {
    struct Node: Sendable {
        /// The number of the block, from 1.
        let level: Int
        let root: ProjectiveRoot
        let multiplicity: Int
        /// Which of the factors of its level it is a root of.
        let factor: Int
        /// Which node has the conjugate value; itself if it is real.
        let conjugate: Int
        /// The node of its power at the level above.
        var parent: Int?
        /// Nodes of its roots at the level below.
        var children: [Int] = []
    }

    private(set) var nodes: [Node] = []
    /// Rational factors of each level; every root belongs to one.
    private(set) var factors: [[FormRoots]]

    init(_ forest: RootForest) {
        factors = forest.blocks.map { _ in [] }
        var tops: Set<Int> = []
        for (level, parts) in forest.levels.enumerated() {
            for part in parts {
                let start = nodes.count
                add(part, level)
                if part.isTop { tops.formUnion(start..<nodes.count) }
            }
        }
        connect(forest.blocks, tops)
    }

    private mutating func add(_ part: RootForest.Part, _ level: Int) {
        for factor in RationalFactors.of(part.form) {
            let start = nodes.count
            for (place, root) in factor.roots.enumerated() {
                nodes.append(
                    Node(
                        level: level, root: root, multiplicity: part.tree.multiplicity,
                        factor: factors[level].count,
                        // Pairs stand side by side.
                        conjugate: start + place + (root.isReal ? 0 : root.isInUpperHalfPlane ? 1 : -1)))
            }
            factors[level].append(factor)
        }
    }

    private mutating func connect(_ blocks: [LayerBlock], _ tops: Set<Int>) {
        let byLevel = Dictionary(grouping: nodes.indices, by: { nodes[$0].level })
        for index in nodes.indices where !tops.contains(index) {
            let level = nodes[index].level
            guard let above = byLevel[level + 1] else { continue }
            let ratio = blocks[level + 1].step / blocks[level].step
            let power = nodes[index].root.power(ratio)
            let parent = above.min {
                nodes[$0].root.distance(to: power) < nodes[$1].root.distance(to: power)
            }
            nodes[index].parent = parent
            if let parent { nodes[parent].children.append(index) }
        }
    }

    /// Roots that stand by themselves.
    var tops: [Int] { nodes.indices.filter { nodes[$0].parent == nil } }
}
