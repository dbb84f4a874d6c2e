import ExactAlgebra
import Neurovariety

/// All complex critical points of a training problem, found, certified and counted against C_k.
///
/// For every problem there are at most C_k isolated nondegenerate critical points with w ≠ 0 (Theorem 4.1, and each of
/// them continues to nearby problems). So if C_k pairwise disjoint regions are certified, nothing is missing: that is a proof
/// for the T and b that were computed from the data in double precision.
public struct CriticalPoints: Sendable {
    /// How they are searched.
    public struct Options: Sendable {
        /// For the generic problem and the paths.
        public var seed: UInt64
        /// More critical points than this are refused.
        public var mostPoints: Int

        /// Makes options; thousands of points take minutes.
        public init(seed: UInt64 = 1, mostPoints: Int = 20_000) {
            self.seed = seed
            self.mostPoints = mostPoints
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
    }

    /// As given.
    public let problem: TrainingProblem
    /// The reduced architecture, whose filters are found.
    public let architecture: Architecture
    /// C_k.
    public let expected: Int
    /// Approximate points that are pairwise different.
    public let foundCount: Int
    /// Certified regions, pairwise disjoint.
    public let certifiedCount: Int
    /// Certified real; of the others, so many are certified not to be real.
    public let certifiedRealCount: Int
    /// Certified not to be real.
    public let certifiedNonrealCount: Int
    /// The points that are certified to be real, by loss.
    public let real: [RealCriticalPoint]
    /// How many paths were followed.
    public let pathCount: Int
    /// How many of them again, with more care.
    public let repeatedCount: Int
    /// With which it can be done again.
    public let seed: UInt64

    /// Whether all critical points were found, with proof.
    public var isComplete: Bool { certifiedCount == expected }

    /// Searches the critical points, on all processors; for thousands of them it takes minutes.
    ///
    /// The same problem and seed give the same points.
    ///
    /// - Parameter report: how many points of `expected` the stage has until now.
    /// - Throws: ``CriticalPointsError``, ``EuclideanDistanceDegreeError``, both before any work.
    /// - Complexity: about C_k paths of some hundred steps, and as many again for each doubt; a step is a Hessian and
    ///   a linear system of size Σk.
    public static func run(
        _ problem: TrainingProblem, options: Options = Options(),
        report: (Stage, _ count: Int, _ expected: Int) -> Void = { _, _, _ in }
    ) throws -> CriticalPoints {
        let architecture = problem.architecture.reduced
        let degree = try EuclideanDistanceDegree(filterSizes: architecture.filterSizes).value
        guard let expected = Int(exactly: degree), expected <= options.mostPoints else {
            throw CriticalPointsError.tooMany(degree, limit: options.mostPoints)
        }
        let structure = FilterStructure(architecture)
        let scaled = ScaledProblem(problem)
        let search = CriticalPointSearch.run(
            structure, scaled.parameters, expected: expected, seed: options.seed
        ) { report($0, $1, expected) }

        report(.certifying, 0, expected)
        let batch = 16
        let points = search.points
        let regions = concurrentMap(count: (points.count + batch - 1) / batch) { index in
            let test = KrawczykTest(structure, scaled.parameters)
            return points[(index * batch)..<min(points.count, (index + 1) * batch)].map {
                test.region(around: $0)
            }
        }.flatMap(\.self)

        let certified = regions.compactMap(\.self)
        let real = certified.filter { $0.isReal == true }.map { $0.entries.map(\.center.real) }
        return CriticalPoints(
            problem: problem, architecture: architecture, expected: expected, foundCount: points.count,
            certifiedCount: CertifiedRegion.disjointCount(certified), certifiedRealCount: real.count,
            certifiedNonrealCount: certified.count { $0.isReal == false },
            real: real.map {
                RealCriticalPoint(structure, problem, point: scaled.unscaled($0, structure))
            }.sorted { $0.loss < $1.loss },
            pathCount: search.pathCount, repeatedCount: search.repeatedCount, seed: options.seed)
    }
}

/// A problem scaled so that T and its solutions are of size one.
struct ScaledProblem {
    let parameters: LossParameters
    private let scale: Double

    init(_ problem: TrainingProblem) {
        let size = problem.architecture.endToEndFilterSize
        let trace = (0..<size).reduce(0) { $0 + problem.matrix[$1 * size + $1] }
        let unit = trace / Double(size)
        scale = max(1e-300, problem.unconstrainedMinimum.reduce(0) { max($0, abs($1)) })
        let (factor, scale) = (1 / unit, scale)
        parameters = LossParameters(
            matrix: problem.matrix.map { Complex($0 * factor) },
            vector: problem.vector.map { Complex($0 * factor / scale) })
    }

    /// The filters for the problem as it was given.
    func unscaled(_ point: [Double], _ structure: FilterStructure) -> [Double] {
        let start = structure.offsets[structure.layerCount - 1]
        return point.enumerated().map { $0 < start ? $1 : $1 * scale }
    }
}

/// Why critical points were not searched.
public enum CriticalPointsError: Error, Hashable, Sendable {
    /// There are so many, and the limit is lower.
    case tooMany(Integer, limit: Int)
}

extension CriticalPointsError: CustomStringConvertible {
    /// One line.
    public var description: String {
        switch self {
        case .tooMany(let degree, let limit):
            return
                "this problem has \(degree.shortDescription) complex critical points; the limit is \(limit)"
        }
    }
}
