import Foundation
import Neurovariety

extension CriticalPoints {
    /// Whether the architecture as given may make less than its neurovariety: layers with stride 1 between them need real roots of
    /// their product.
    public var mayBeUnattained: Bool {
        problem.architecture.blocks.contains { $0.neededRealRoots > 1 }
    }

    /// Layers of the architecture as given that make a real point, numerical; nil if there are none: a merged layer has too few real
    /// roots.
    static func layers(of point: RealCriticalPoint, _ architecture: Architecture) -> [[Double]]? {
        guard !architecture.isReduced else { return point.filters }
        guard NetworkRecovery.isWithinReach(architecture) else { return nil }
        let largest = point.filter.reduce(0) { max($0, abs($1)) }
        guard largest > 0, largest.isFinite else { return nil }
        let exponent = Int(largest.exponent)
        let scaled = point.filter.map { $0.scaled(byPowerOfTwo: -exponent) }
        let found = NetworkRecovery.nearest(to: scaled, architecture, tolerance: resolution / 10)
        guard found.distance <= resolution else { return nil }
        var layers = found.layers
        layers[0] = layers[0].map { $0.scaled(byPowerOfTwo: exponent) }
        return layers
    }

    /// A filter counts as made by layers within this, relative to its norm.
    private static let resolution = 1e-9
}
