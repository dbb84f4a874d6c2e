import ExactAlgebra
import Neurovariety

/// What an architecture can make of a filter as it was written: exactly, or within the rounding of its numbers.
public struct FilterExamination: Sendable {
    /// What is looked for.
    public struct Options: Sendable {
        /// The relative distance within which a filter counts as a rounded one; nil for the rounding that fits how the numbers
        /// are written.
        public var tolerance: Double?
        /// The most networks that are written down.
        public var mostListed: Int
        /// For nearest points; none are searched where there may be more, or if the limit is 0.
        public var nearest: CriticalPoints.Options

        /// Makes options.
        public init(
            tolerance: Double? = nil, mostListed: Int = 20,
            nearest: CriticalPoints.Options = .init(mostPoints: 100)
        ) {
            (self.tolerance, self.mostListed, self.nearest) = (tolerance, mostListed, nearest)
        }
    }

    /// Whether real layers make the filter.
    public enum Verdict: Hashable, Sendable {
        /// Proved.
        case exactly
        /// Numerical: layers within the tolerance were found.
        case withinTolerance
        /// Exactly not, and none were found within the tolerance.
        case no
        /// There are too many networks to decide.
        case undecided
    }

    /// What makes a small distance plausible.
    public enum Explanation: Hashable, Sendable {
        /// Rounding to a floating-point format, the finest that explains it.
        case rounding(Rounding)
        /// Rounding to the decimal digits that are written.
        case digits
        /// No rounding.
        case none
    }

    /// What is asked about.
    public let written: WrittenFilter
    /// Exact, for the numbers as they stand.
    public let factorization: FilterFactorization
    /// The relative distance within which the filter counts as a rounded one.
    public let tolerance: Double
    /// Where no real layers make the filter exactly; nil if the network is too large to search.
    public let nearby: NearbyNetwork?
    /// Where real layers make neither the filter nor one within the tolerance.
    public let nearest: NearestFilters?
    /// Why there are no nearest points, where there should be some.
    public let nearestFailure: (any Error)?
    /// Whether the search for nearest points was stopped.
    public var wasStopped: Bool { nearestFailure is NearestFilters.Stopped }

    /// Whether real layers make the filter.
    public var verdict: Verdict {
        let isReached = factorization.isInNeuromanifold
        if isReached == true { return .exactly }
        if isWithinTolerance(nearby?.distance) { return .withinTolerance }
        return isReached == nil ? .undecided : .no
    }

    /// Whether real layers of the reduced architecture are within the tolerance; numerical.
    public var isNearNeurovariety: Bool { isWithinTolerance(nearby?.mergedDistance) }

    /// Exact numbers have no tolerance, and a distance of 0 in double precision is not an exact one.
    private func isWithinTolerance(_ distance: Double?) -> Bool {
        distance.map { tolerance > 0 && $0 <= tolerance } ?? false
    }

    /// The relative distance to the nearest filter of real layers that was found: 0 if real layers make the filter; nil if
    /// nothing was searched.
    public var distance: Double? {
        factorization.isInNeuromanifold == true
            ? 0
            : [nearby?.distance, nearestDistance].compactMap(\.self).min()
    }

    /// What explains ``distance``.
    public var explanation: Explanation {
        guard let distance else { return .none }
        // Half precision is no explanation where nobody speaks of it: its distances are large.
        let formats: [Rounding] =
            written.precision == .half ? [.double, .single, .half] : [.double, .single]
        if let format = formats.first(where: { distance <= $0.bound }) { return .rounding(format) }
        if let bound = written.decimalRounding, distance <= bound { return .digits }
        return .none
    }

    /// Of the nearest critical point that real layers make, relative to the norm.
    public var nearestDistance: Double? {
        guard let first = nearest?.points.first else { return nil }
        let (values, exponent) = Rational.scaledApproximations(written.coefficients)
        let norm = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return first.distance.scaled(byPowerOfTwo: exponent) / norm
    }

    /// Factors the filter; if it cannot be made exactly, looks for real layers nearby; if there are none, for nearest points.
    ///
    /// - Parameter report: what the search for nearest points is doing. Where it is stopped, what is known without it is the
    ///   result.
    /// - Throws: ``DataError/filterSize(found:expected:)``.
    public static func run(
        _ written: WrittenFilter, _ architecture: Architecture, options: Options = Options(),
        report: (CriticalPoints.Stage, _ count: Int, _ expected: Int) -> Void = { _, _, _ in }
    ) throws(DataError) -> FilterExamination {
        let factorization = try FilterFactorization(
            written.coefficients, architecture, mostListed: options.mostListed)
        let tolerance = options.tolerance ?? written.tolerance
        var nearby: NearbyNetwork?
        var nearest: NearestFilters?
        var failure: (any Error)?
        if factorization.isInNeuromanifold != true {
            nearby = NearbyNetwork(
                written.coefficients, architecture,
                tolerance: max(tolerance / 4, Rounding.double.bound / 4))
            let isNear = nearby.map { tolerance > 0 && $0.distance <= tolerance } ?? false
            if options.nearest.mostPoints > 0, factorization.isInNeuromanifold == false, !isNear {
                do {
                    nearest = try NearestFilters.search(
                        written.coefficients, architecture, options: options.nearest, report: report)
                } catch {
                    failure = error
                }
            }
        }
        return FilterExamination(
            written: written, factorization: factorization, tolerance: tolerance, nearby: nearby,
            nearest: nearest, nearestFailure: failure)
    }
}
