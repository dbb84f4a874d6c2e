import ExactAlgebra
import Neurovariety

/// All complex critical points of a training problem with w ≠ 0, found, certified and counted against C_k.
///
/// For every problem there are at most C_k isolated nondegenerate critical points with w ≠ 0 (Theorem 4.1, and each of
/// them continues to nearby problems). So if C_k regions are certified in which w is not 0 and differs from that of all others,
/// nothing is missing: that is a proof, for the data as they are stored. The argument is written out in <doc:CertifyingCriticalPoints>.
public struct CriticalPoints: Sendable {
    /// How they are searched.
    public struct Options: Sendable {
        /// For the generic problem and the paths.
        public var seed: UInt64
        /// More critical points than this are refused.
        public var mostPoints: Int
        /// Whether the boundary of what the layers make is searched too, where there is one.
        public var searchesBoundary: Bool

        /// Asked now and then, on several threads: if it says yes the search ends, and what was found is certified.
        public var shouldStop: @Sendable () -> Bool

        /// Makes options; thousands of points take minutes.
        public init(
            seed: UInt64 = 1, mostPoints: Int = 20_000, searchesBoundary: Bool = true,
            shouldStop: @escaping @Sendable () -> Bool = { false }
        ) {
            self.seed = seed
            self.mostPoints = mostPoints
            self.searchesBoundary = searchesBoundary
            self.shouldStop = shouldStop
        }
    }

    /// What the search is doing.
    public enum Stage: Sendable {
        /// Searching a generic problem.
        case generic
        /// Following to the given one.
        case given
        /// Proving that there is exactly one near each point that was found.
        case certifying
        /// Searching the parts of the boundary.
        case boundary
    }

    /// As given.
    public let problem: TrainingProblem
    /// The reduced architecture, whose filters are found.
    public let architecture: Architecture
    /// C_k.
    public let expected: Int
    /// Approximate points with w ≠ 0 that are pairwise different.
    public var foundCount: Int { points.count }
    /// Points certified with w ≠ 0, whose filters w are proved to be pairwise different.
    public var certifiedCount: Int { points.count(where: \.isCertified) }
    /// Certified real; of the others, so many are certified not to be real.
    public var certifiedRealCount: Int { real.count }
    /// Certified not to be real.
    public var certifiedNonrealCount: Int { points.count { $0.isReal == false } }
    /// How the C_k paths to the given problem end, numerically. Those that end at w = 0, which is critical for all data, are not counted.
    public let endings: PathEndings
    /// All points, the certified ones first.
    public let points: [CriticalPoint]
    /// The points that are certified to be real, by loss.
    public let real: [RealCriticalPoint]
    /// Whether the layers of the architecture as given make each of these; not where merged layers have too few real roots.
    public let attainments: [Attainment]
    /// The critical points on the parts of the boundary of what the layers make: none where they make all of the neurovariety, or
    /// where it was not to be searched.
    public let boundary: [BoundaryPoints]
    /// Of the loss; beyond some 10⁴ the problem is approached over others in between.
    public let condition: LossCondition
    /// How many paths were followed.
    public let pathCount: Int
    /// How many of them again, with more care.
    public let repeatedCount: Int
    /// With which it can be done again.
    public let seed: UInt64
    /// Whether the search was asked to stop, with points still missing.
    public let wasStopped: Bool

    /// Whether all critical points with w ≠ 0 were found, with proof.
    public var isComplete: Bool { certifiedCount == expected }

    /// Whether the first real point is proved to be the global minimum: nothing is missing, and the loss of no other comes so low.
    public var isGlobalMinimumProved: Bool {
        guard isComplete, let first = real.first, first.isMinimum else { return false }
        return real.dropFirst().allSatisfy { first.lossInterval.upper < $0.lossInterval.lower }
    }

    /// Searches the critical points, on all processors; for thousands of them it takes minutes.
    ///
    /// The same problem and seed give the same points.
    ///
    /// - Parameter report: how many points of `expected` the stage has until now.
    /// - Throws: ``CriticalPointsError``, ``EuclideanDistanceDegreeError``, both before any work.
    /// - Complexity: about 3C_k paths of some 60 steps, and C_k again for each doubt and each power of ten in the condition
    ///   of T beyond 10⁴; a step is two Hessians and linear systems of size Σk. Measured in <doc:FindingCriticalPoints>.
    public static func run(
        _ problem: TrainingProblem, options: Options = Options(),
        report: (Stage, _ count: Int, _ expected: Int) -> Void = { _, _, _ in }
    ) throws -> CriticalPoints {
        let architecture = problem.architecture.reduced
        let expected = try expectedCount(problem.architecture, atMost: options.mostPoints)
        let scaled = ScaledProblem(problem)
        let interior = RootStratum(generic: problem.architecture)
        let found = VarietySearch.run(interior.structure, scaled, expected: expected, options: options) {
            report($0, $1, expected)
        }
        let test = AttainmentTest(interior)
        let strata = options.searchesBoundary ? RootStratum.boundary(of: problem.architecture) : []
        var boundary: [BoundaryPoints] = []
        for stratum in strata where !options.shouldStop() {
            report(.boundary, boundary.count, strata.count)
            guard let expected = Int(exactly: stratum.criticalPointCount), expected <= options.mostPoints
            else {
                boundary.append(BoundaryPoints(notSearched: stratum))
                continue
            }
            let found = VarietySearch.run(stratum.structure, scaled, expected: expected, options: options) {
                _, _ in
            }
            boundary.append(BoundaryPoints(stratum, scaled, found))
        }
        let result = CriticalPoints(
            problem: problem, architecture: architecture, expected: expected,
            endings: found.endings, points: found.points, real: found.real,
            attainments: zip(found.real, found.realRegions).map { test.attainment($1, filter: $0.filter) },
            boundary: boundary, condition: LossCondition(scaled.parameters),
            pathCount: found.search.pathCount, repeatedCount: found.search.repeatedCount,
            seed: options.seed,
            wasStopped: (found.points.count < expected || boundary.count < strata.count)
                && options.shouldStop())
        guard result.isFinite else { throw CriticalPointsError.beyondRange }
        return result
    }

    /// C_k, if it is not more than that.
    ///
    /// - Throws: ``CriticalPointsError``, ``EuclideanDistanceDegreeError``.
    package static func expectedCount(_ architecture: Architecture, atMost limit: Int) throws -> Int {
        let reduced = architecture.reduced
        let degree = try EuclideanDistanceDegree(filterSizes: reduced.filterSizes).value
        guard let expected = Int(exactly: degree), expected <= limit else {
            throw CriticalPointsError.tooMany(
                degree, limit: limit, cost: SearchCost(points: degree, reduced))
        }
        return expected
    }

    /// Whether all numbers are in range, in the units of the data.
    private var isFinite: Bool {
        points.allSatisfy { point in
            point.filter.allSatisfy(\.isFinite) && point.layers.allSatisfy { $0.allSatisfy(\.isFinite) }
                && point.filterRadii.allSatisfy(\.isFinite)
        }
            && real.allSatisfy { point in
                point.lossInterval.lower.isFinite && point.lossInterval.upper.isFinite
                    && point.gradientNorm.isFinite
                    && point.filters.allSatisfy { $0.allSatisfy(\.isFinite) }
            }
    }
}

/// Why critical points were not searched.
public enum CriticalPointsError: Error, Hashable, Sendable {
    /// There are so many, and the limit is lower; they would take that.
    case tooMany(Integer, limit: Int, cost: SearchCost)
    /// Filters or losses of some of them are beyond the range of numbers, in the units of the data.
    case beyondRange
}

extension CriticalPointsError: CustomStringConvertible {
    /// One line.
    public var description: String {
        switch self {
        case .beyondRange:
            return
                "filters or losses of critical points are beyond the range of numbers: multiply X or Y by powers of two"
        case .tooMany(let degree, let limit, let cost):
            return
                "this problem has \(degree.shortDescription) complex critical points, which take \(cost); the limit is \(limit)"
        }
    }
}
