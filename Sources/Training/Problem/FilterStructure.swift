import Neurovariety

/// How the end-to-end filter `w = μ(z)` depends on the entries z of the filters, layer after layer: which
/// entries of the partial products are not identically zero.
struct FilterStructure: Sendable {
    let sizes: [Int]
    /// `S_ℓ`.
    let steps: [Int]
    /// Where the filter of each layer begins in z.
    let offsets: [Int]
    /// K.
    let filterSize: Int
    /// Σ k_ℓ.
    let entryCount: Int
    /// The places of `Π_{m≠ℓ} P_m` that can be nonzero.
    let supports: [[Int]]
    /// The same without two layers, at `ℓ·L + m`.
    let pairSupports: [[Int]]

    /// - Parameter architecture: reduced.
    init(_ architecture: Architecture) {
        sizes = architecture.filterSizes
        steps = architecture.strideProducts
        var offsets: [Int] = []
        var total = 0
        for size in sizes {
            offsets.append(total)
            total += size
        }
        self.offsets = offsets
        entryCount = total
        filterSize = architecture.endToEndFilterSize
        let (sizes, steps) = (sizes, steps)
        func support(without layers: Set<Int>) -> [Int] {
            var places: Set<Int> = [0]
            for layer in sizes.indices where !layers.contains(layer) {
                places = Set(places.flatMap { place in (0..<sizes[layer]).map { place + $0 * steps[layer] } })
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
