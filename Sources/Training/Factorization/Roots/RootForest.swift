import ExactAlgebra
import Neurovariety

/// The roots of a filter that the blocks of a network can share between them, with exact multiplicities.
///
/// The common factor `G_b` of block b is the largest form in powers of its step that divides the filter. Its roots are
/// sorted by their trees with greatest common divisors of forms over ℤ; no root is ever approximated.
struct RootForest: Sendable {
    /// Roots at one level with the same tree.
    struct Part: Sendable {
        /// Squarefree, primitive, without the roots 0 and ∞.
        let form: BinaryForm
        let tree: RootTree
        /// Whether their powers are no roots at the level above.
        let isTop: Bool
    }

    let blocks: [LayerBlock]
    /// By level; none at level 0.
    let levels: [[Part]]
    /// By how much the degree of each common factor but the first exceeds that of its block and all later ones.
    let excess: [Int]
    /// How often x and y divide the filter.
    let multiplicityAtZero: Int
    let multiplicityAtInfinity: Int

    /// - Parameters:
    ///   - form: not zero.
    ///   - commonFactors: `G_1 = form, G_2, …` for each block.
    init(_ form: BinaryForm, _ blocks: [LayerBlock], commonFactors: [BinaryForm]) {
        self.blocks = blocks
        excess = blocks.indices.dropFirst().map { commonFactors[$0].degree - blocks.commonDegree(from: $0) }
        multiplicityAtZero = form.multiplicityAtZero
        multiplicityAtInfinity = form.multiplicityAtInfinity
        var levels: [[Part]] = [[]]
        for level in blocks.indices.dropFirst() {
            let squarefree = SquarefreeDecomposition(commonFactors[level]).parts
            if level == 1 {
                levels.append(
                    squarefree.map { form, multiplicity in
                        Part(
                            form: form,
                            tree: RootTree(level: 1, multiplicity: multiplicity, children: [:]),
                            isTop: true)
                    })
                continue
            }
            let ratio = blocks[level].step / blocks[level - 1].step
            let (above, below) = Self.sort(squarefree, level: level, ratio: ratio, over: levels[level - 1])
            levels[level - 1] = below
            levels.append(above)
        }
        self.levels = levels
    }

    /// - Returns: the parts of this level, and those of the level below, split by whether they lie under these.
    private static func sort(
        _ squarefree: [(form: BinaryForm, multiplicity: Int)], level: Int, ratio: Int, over parts: [Part]
    ) -> (above: [Part], below: [Part]) {
        var below: [Part] = []
        var groups = squarefree.map {
            (form: $0.form, multiplicity: $0.multiplicity, children: [RootTree: Int]())
        }
        let preimage = squarefree.reduce(BinaryForm.one) { $0 * $1.form }.spread(by: ratio)
        for part in parts {
            let common = CommonFactor(of: [part.form, preimage])
            if common.cofactors[0].degree > 0 {
                below.append(Part(form: common.cofactors[0].primitive, tree: part.tree, isTop: true))
            }
            guard common.factor.degree > 0 else { continue }
            below.append(Part(form: common.factor, tree: part.tree, isTop: false))
            // A root of multiplicity k of the image has k of its s-th roots here.
            for (image, count) in SquarefreeDecomposition(common.factor.powerMapped(ratio)).parts {
                groups = groups.flatMap { group in
                    let shared = CommonFactor(of: [group.form, image])
                    guard shared.factor.degree > 0 else { return [group] }
                    var children = group.children
                    children[part.tree] = count
                    let inside = (shared.factor, group.multiplicity, children)
                    let rest = shared.cofactors[0]
                    return rest.degree > 0
                        ? [inside, (rest.primitive, group.multiplicity, group.children)] : [inside]
                }
            }
        }
        let above = groups.map { group in
            precondition(group.children.values.reduce(0, +) == ratio, "a point has s roots of order s")
            return Part(
                form: group.form,
                tree: RootTree(level: level, multiplicity: group.multiplicity, children: group.children),
                isTop: true)
        }
        return (above, below)
    }

    /// The trees that stand by themselves, and how many there are of each.
    var trees: [RootTree: Int] {
        levels.joined().filter(\.isTop).reduce(into: [:]) { $0[$1.tree, default: 0] += $1.form.degree }
    }
}

extension [LayerBlock] {
    /// The degree of a block and all later ones together, in powers of its step.
    func commonDegree(from place: Int) -> Int {
        self[place...].reduce(0) { $0 + $1.degree * ($1.step / self[place].step) }
    }
}
