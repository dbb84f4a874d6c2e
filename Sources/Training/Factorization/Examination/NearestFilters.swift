import ExactAlgebra
import PlatformBasics
import Neurovariety

/// The real critical points of the distance from a filter that real layers reach, on the neurovariety and on the boundary of what
/// the layers make, the nearest first.
public struct NearestFilters: Sendable {
    /// A filter that the network makes.
    public struct Point: Sendable {
        /// K coefficients.
        public let filter: [Double]
        /// Of the architecture as given.
        public let layers: [[Double]]
        /// From the given filter.
        public let distance: Double
        /// 0 for a local minimum of the distance on the neurovariety, or on that part of the boundary.
        public let morseIndex: Int
        /// Whether real roots of merged layers coincide.
        public let isOnBoundary: Bool
    }

    /// What was found until a search was stopped would not say which filter is the nearest.
    public struct Stopped: Error, CustomStringConvertible {
        /// One line.
        public var description: String { "the search was stopped" }
    }

    /// Each filter once, without the zero filter.
    public let points: [Point]
    /// So many more are real, but blocks of theirs do not split into real layers.
    public let unreachedCount: Int
    /// All complex critical points.
    public let critical: CriticalPoints

    /// Whether no filter that real layers make is nearer than the first point: proved, because all critical points are certified.
    public var isNearestProved: Bool { critical.networkMinimum?.isProved == true }

    /// Two filters are the same, and one is zero, within this, relative to the given filter.
    private static let resolution = 1e-7

    /// - Parameter filter: not zero.
    /// - Throws: as ``CriticalPoints/run(_:options:report:)``, ``DataError/tooLarge(filterSize:limit:)``, and
    ///   ``Stopped``.
    static func search(
        _ filter: [Rational], _ architecture: Architecture, options: CriticalPoints.Options,
        report: (CriticalPoints.Stage, _ count: Int, _ expected: Int) -> Void
    ) throws -> NearestFilters {
        // Scaled by a power of two: squares of the numbers are in range.
        let (target, exponent) = Rational.scaledApproximations(filter)
        let critical = try CriticalPoints.run(
            TrainingProblem(architecture, nearest: target), options: options, report: report)
        guard !critical.wasStopped else { throw Stopped() }
        let norm = target.reduce(0) { $0 + $1 * $1 }.squareRoot()
        func distance(_ a: [Double], _ b: [Double]) -> Double {
            zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        }
        func unscaled(_ values: [Double]) -> [Double] {
            values.map { $0.scaled(byPowerOfTwo: -exponent) }
        }
        var kept: [[Double]] = []
        var points: [Point] = []
        var unreachedCount = 0
        let onBoundary = critical.boundary.flatMap(\.real)
        let sorted =
            (zip(critical.real, critical.attainments).map {
                (point: $0, layers: $1.layers, isOnBoundary: false)
            }
            + onBoundary.map { (point: $0.point, layers: $0.attainment.layers, isOnBoundary: true) })
            .sorted { distance($0.point.filter, target) < distance($1.point.filter, target) }
        for (point, attaining, isOnBoundary) in sorted {
            let isZero = distance(point.filter, point.filter.map { _ in 0 }) <= resolution * norm
            guard !isZero, !kept.contains(where: { distance($0, point.filter) <= resolution * norm })
            else { continue }
            kept.append(point.filter)
            guard var layers = attaining else {
                unreachedCount += 1
                continue
            }
            layers[0] = unscaled(layers[0])
            guard layers.joined().allSatisfy(\.isFinite), unscaled(point.filter).allSatisfy(\.isFinite) else {
                continue
            }
            points.append(
                Point(
                    filter: unscaled(point.filter), layers: layers,
                    distance: unscaled([distance(point.filter, target)])[0], morseIndex: point.morseIndex,
                    isOnBoundary: isOnBoundary))
        }
        return NearestFilters(points: points, unreachedCount: unreachedCount, critical: critical)
    }
}
