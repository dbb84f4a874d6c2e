import Neurovariety

/// How the end-to-end filter `w = μ(z) = Π P_ℓ^{p_ℓ}` depends on the entries z of the filters, layer after layer: which
/// entries of the partial products are not identically zero.
///
/// For the filters of a network all powers are 1. Higher ones make filters with multiple roots (``RootStratum``).
struct FilterStructure: Sendable {
    let sizes: [Int]
    /// `S_ℓ`.
    let steps: [Int]
    /// `p_ℓ`; that of the last layer is 1.
    let powers: [Int]
    /// Where the filter of each layer begins in z.
    let offsets: [Int]
    /// K.
    let filterSize: Int
    /// Σ k_ℓ.
    let entryCount: Int
    /// The places of `∂w/∂P_ℓ` that can be nonzero.
    let supports: [[Int]]
    /// The same for `∂²w/∂P_ℓ∂P_m`, at `ℓ·L + m`; none where that is zero.
    let pairSupports: [[Int]]

    /// - Parameter architecture: reduced.
    init(_ architecture: Architecture) {
        self.init(
            sizes: architecture.filterSizes, steps: architecture.strideProducts,
            powers: architecture.filterSizes.map { _ in 1 })
    }

    /// - Precondition: the last power is 1: its layer takes the scale of w.
    init(sizes: [Int], steps: [Int], powers: [Int]) {
        precondition(powers.last == 1)
        self.sizes = sizes
        self.steps = steps
        self.powers = powers
        var offsets: [Int] = []
        var total = 0
        for size in sizes {
            offsets.append(total)
            total += size
        }
        self.offsets = offsets
        entryCount = total
        filterSize = sizes.indices.reduce(1) { $0 + (sizes[$1] - 1) * steps[$1] * powers[$1] }
        func support(without layers: [Int]) -> [Int] {
            var places: Set<Int> = [0]
            for layer in sizes.indices {
                let count = powers[layer] - layers.count { $0 == layer }
                guard count >= 0 else { return [] }
                for _ in 0..<count {
                    places = Set(
                        places.flatMap { place in (0..<sizes[layer]).map { place + $0 * steps[layer] } })
                }
            }
            return places.sorted()
        }
        supports = sizes.indices.map { support(without: [$0]) }
        pairSupports = sizes.indices.flatMap { l in sizes.indices.map { support(without: [l, $0]) } }
    }

    var layerCount: Int { sizes.count }

    /// The layer of an entry of z.
    func layer(ofEntry entry: Int) -> Int {
        (offsets.lastIndex { $0 <= entry }) ?? 0
    }
}
