import Neurovariety

/// Real layers whose end-to-end filter is near a given one, found numerically: no proof that none is nearer.
///
/// Trained networks give filters with rounding errors, which lie on no neurovariety. The blocks, that is the layers of the
/// reduced architecture, are found first, then split into layers, which is possible iff they have enough real roots, then all
/// layers are fitted together.
struct NetworkRecovery: Sendable {
    /// Of the architecture as given: layers of one entry are 1, and the largest entry of the others is 1, but for the first
    /// layer.
    let layers: [[Double]]
    /// `‖μ(layers) − w‖ / ‖w‖`.
    let distance: Double
    /// The same without asking that blocks split.
    let merged: BlockRecovery

    /// The largest Σk for which a search ends in seconds.
    static let largestSize = 1_000
    /// The largest K · Σk, the entries of a dense matrix: long strides make K large where Σk is small.
    static let largestMatrix = 8_000_000

    /// Whether a search is a matter of seconds and of some hundred megabytes.
    static func isWithinReach(_ architecture: Architecture) -> Bool {
        let size = architecture.filterSizes.reduce(0) { $0 + min($1, largestSize + 1) }
        guard size <= largestSize else { return false }
        return architecture.endToEndFilterSize <= largestMatrix / size
    }

    /// - Parameters:
    ///   - filter: K finite coefficients, not all zero, the largest about 1.
    ///   - architecture: any within reach; strides and sizes of 1 are kept.
    ///   - tolerance: a distance that suffices.
    /// - Complexity: some times K·(Σk)²; with many starts where the tolerance is not reached.
    static func nearest(to filter: [Double], _ architecture: Architecture, tolerance: Double)
        -> NetworkRecovery
    {
        let search = BlockSearch(filter, architecture, tolerance: tolerance)
        let goal = search.tolerance
        let splitter = BlockSplitter(search, architecture)
        var bestBlocks: LayerChain.Fit?
        var best: LayerChain.Fit?
        var cost = 0.0
        search.forEachFit { blocks in
            if blocks.distance < bestBlocks?.distance ?? .infinity { bestBlocks = blocks }
            // Layers are hardly nearer than their blocks.
            guard blocks.distance < best?.distance ?? .infinity else { return true }
            let layers = splitter.fit(blocks)
            cost += layers.cost
            if layers.distance < best?.distance ?? .infinity { best = layers }
            return layers.distance > goal && cost < BlockSearch.effort
        }
        if let found = best, found.distance > goal {
            best = splitter.improved(found, effort: BlockSearch.effort - cost)
        }
        let layers = splitter.layers(best, architecture)
        let point = layers.flatMap(\.self)
        let chain = LayerChain(sizes: architecture.filterSizes, steps: architecture.strideProducts)
        let distance = chain.distance(at: point, to: filter)
        var merged = search.recovery(bestBlocks)
        if merged.distance > distance {
            // Layers are blocks too.
            let other = search.recovery(splitter.merged(layers, architecture))
            if other.distance < merged.distance { merged = other }
        }
        return NetworkRecovery(layers: layers, distance: distance, merged: merged)
    }
}
