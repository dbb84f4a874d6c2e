import ExactAlgebra
import Neurovariety

/// The roots of a forest under complex conjugation: the real ones one by one, the others in pairs. Exact.
struct RealForest: Sendable {
    /// Those that stand by themselves.
    let realTrees: [RealRootTree]
    /// One of each pair of conjugates that stand by themselves, and how many pairs.
    let pairs: [RootTree: Int]

    /// A real root and the interval that has no other one of its level.
    private struct Node {
        let root: RealRoot
        let tree: RealRootTree
        let kind: RootTree
        let isTop: Bool
    }

    init(_ forest: RootForest) {
        var below: [Node] = []
        var realTrees: [RealRootTree] = []
        var pairs: [RootTree: Int] = [:]
        for level in forest.levels.indices.dropFirst() {
            let step = forest.blocks[level].step
            let ratio = step / forest.blocks[level - 1].step
            var nodes: [Node] = []
            for part in forest.levels[level] {
                let roots = RealRoots.isolated(part.form)
                if part.isTop, part.form.degree > roots.count {
                    pairs[part.tree, default: 0] += (part.form.degree - roots.count) / 2
                }
                for root in roots {
                    let signs = Self.signs(of: root, exponent: ratio)
                    let children =
                        level == 1 ? [] : signs.map { Self.child(of: root, ratio, isPositive: $0, in: below) }
                    var others = part.tree.children
                    for child in children { others[child.kind, default: 0] -= 1 }
                    let tree = RealRootTree(
                        level: level, multiplicity: part.tree.multiplicity,
                        realRootCount: Self.signs(of: root, exponent: step).count,
                        realChildren: children.map(\.tree),
                        pairs: others.filter { $0.value > 0 }.mapValues { $0 / 2 })
                    nodes.append(Node(root: root, tree: tree, kind: part.tree, isTop: part.isTop))
                }
            }
            realTrees += nodes.filter(\.isTop).map(\.tree)
            below = nodes.filter { !$0.isTop }
        }
        self.realTrees = realTrees
        self.pairs = pairs
    }

    /// Which of the real roots of an order of a real number there are: whether they are positive.
    private static func signs(of root: RealRoot, exponent: Int) -> [Bool] {
        if exponent % 2 == 1 { return [root.isPositive] }
        return root.isPositive ? [true, false] : []
    }

    /// The one whose power is this root: intervals are refined until only it is left.
    private static func child(
        of root: RealRoot, _ exponent: Int, isPositive: Bool, in nodes: [Node]
    ) -> Node {
        var root = root
        var candidates = nodes.filter { $0.root.isPositive == isPositive }.map { ($0, $0.root) }
        while candidates.count > 1 {
            candidates = candidates.filter { root.meets(powerOf: $0.1, exponent) }
            guard candidates.count > 1 else { break }
            root = root.refined()
            candidates = candidates.map { ($0.0, $0.1.refined()) }
        }
        guard let child = candidates.first?.0 else {
            preconditionFailure("the real roots of a root are roots of the level below")
        }
        return child
    }
}

extension RealRoot {
    /// Whether the interval of this root has a point in common with that of a power of another, which has the sign for it.
    fileprivate func meets(powerOf other: RealRoot, _ exponent: Int) -> Bool {
        let ends = [other.lower, other.upper].map { $0.power(exponent) }.sorted()
        return !(ends[1] < lower || upper < ends[0])
    }
}

extension Rational {
    fileprivate func power(_ exponent: Int) -> Rational {
        (0..<exponent).reduce(Rational(1)) { power, _ in
            Rational(power.numerator * numerator, power.denominator * denominator)
        }
    }
}
