import Neurovariety

/// The filters of an architecture whose blocks have roots of given multiplicities: `w = Π_b Π_i R_{b,i}^i`, with
/// forms `R_{b,i}` in powers of the step of block b.
///
/// A block of layers with stride 1 between them needs a real root for each layer of odd degree (``LayerBlock``). On the boundary
/// of the filters that real layers make it has no more, and some of them coincide.
public struct RootStratum: Hashable, Sendable {
    /// As given.
    public let architecture: Architecture
    /// For each block the multiplicities of its multiple roots, largest first; empty where it has none.
    public let multiplicities: [[Int]]

    /// One of the forms of which a filter is the product.
    struct Factor: Hashable {
        /// Of which block; nil for the scale.
        let block: Int?
        let degree: Int
        let power: Int
        let step: Int
    }

    /// In the order of the blocks, one of power 1 last.
    let factors: [Factor]

    init(_ architecture: Architecture, multiplicities: [[Int]]) {
        self.architecture = architecture
        self.multiplicities = multiplicities
        var factors: [Factor] = []
        for (index, (block, own)) in zip(architecture.blocks, multiplicities).enumerated() {
            for power in Set(own).sorted(by: >) {
                factors.append(
                    Factor(block: index, degree: own.count { $0 == power }, power: power, step: block.step))
            }
            let rest = block.degree - own.reduce(0, +)
            if rest > 0 || block.degree == 0 {
                factors.append(Factor(block: index, degree: rest, power: 1, step: block.step))
            }
        }
        if let last = factors.lastIndex(where: { $0.power == 1 }) {
            factors.append(factors.remove(at: last))
        } else {
            factors.append(Factor(block: nil, degree: 0, power: 1, step: 1))
        }
        self.factors = factors
    }

    /// The neurovariety: no root is multiple.
    init(generic architecture: Architecture) {
        self.init(architecture, multiplicities: architecture.blocks.map { _ in [] })
    }

    /// The parts of the boundary of what the layers make, on which local minima of the loss can lie, for generic data: in every
    /// block each layer of odd degree gives one real root, and any of these coincide.
    ///
    /// Empty where the layers make every real filter of their neurovariety.
    public static func boundary(of architecture: Architecture) -> [RootStratum] {
        var patterns: [[[Int]]] = [[]]
        for block in architecture.blocks {
            let own = multiplicities(total: block.neededRealRoots, largest: block.neededRealRoots)
            patterns = patterns.flatMap { pattern in own.map { pattern + [$0] } }
        }
        return patterns.filter { $0.contains { !$0.isEmpty } }
            .map { RootStratum(architecture, multiplicities: $0) }
            .sorted { $0.codimension < $1.codimension }
    }

    /// Numbers of at least 2, descending, with a sum of at most `total`.
    private static func multiplicities(total: Int, largest: Int) -> [[Int]] {
        guard total >= 2, largest >= 2 else { return [[]] }
        return [[]]
            + (2...min(total, largest)).flatMap { first in
                multiplicities(total: total - first, largest: first).map { [first] + $0 }
            }
    }

    /// In the neurovariety.
    public var codimension: Int { multiplicities.joined().reduce(0) { $0 + $1 - 1 } }

    /// How filters depend on the entries of the factors.
    var structure: FilterStructure {
        FilterStructure(
            sizes: factors.map { $0.degree + 1 }, steps: factors.map(\.step), powers: factors.map(\.power))
    }
}
