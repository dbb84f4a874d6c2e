import ExactAlgebra
import Neurovariety

/// Real layers whose end-to-end filter is near a given one, found numerically: there may be nearer ones.
public struct NearbyNetwork: Sendable {
    /// Of the architecture as given.
    public let layers: [[Double]]
    /// `‖μ(layers) − w‖ / ‖w‖`.
    public let distance: Double
    /// The same for real layers of the reduced architecture: smaller where merged layers have too few real roots.
    public let mergedDistance: Double

    /// Nil if the network is too large for it, or its layers are beyond the range of double precision.
    ///
    /// - Parameters:
    ///   - filter: not zero.
    ///   - tolerance: a distance that is small enough.
    init?(_ filter: [Rational], _ architecture: Architecture, tolerance: Double) {
        guard NetworkRecovery.isWithinReach(architecture) else { return nil }
        let (values, exponent) = Rational.scaledApproximations(filter)
        let found = NetworkRecovery.nearest(to: values, architecture, tolerance: tolerance)
        var layers = found.layers
        layers[0] = layers[0].map { $0.scaled(byPowerOfTwo: -exponent) }
        // Filters beyond the range of numbers have layers that are.
        guard layers.joined().allSatisfy(\.isFinite) else { return nil }
        self.layers = layers
        distance = found.distance
        mergedDistance = min(found.distance, found.merged.distance)
    }
}
