import Neurovariety

/// Real layers of the *reduced* architecture whose end-to-end filter is near a given one, found numerically: no proof that none
/// is nearer.
///
/// Whether a block is a product of real layers is not asked.
struct BlockRecovery: Sendable {
    /// One filter for every layer of the reduced architecture.
    let blocks: [[Double]]
    /// `‖μ(blocks) − w‖ / ‖w‖`.
    let distance: Double

    /// - Parameters:
    ///   - filter: K finite coefficients, the largest about 1.
    ///   - tolerance: a distance that suffices.
    static func nearest(to filter: [Double], _ architecture: Architecture, tolerance: Double) -> BlockRecovery
    {
        let search = BlockSearch(filter, architecture, tolerance: tolerance)
        var best: LayerChain.Fit?
        search.forEachFit { fit in
            if fit.distance < best?.distance ?? .infinity { best = fit }
            return fit.distance > search.tolerance
        }
        return search.recovery(best)
    }
}
