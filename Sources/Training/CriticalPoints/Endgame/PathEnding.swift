/// Where a path to a critical point of the given problem ends: numerical.
enum PathEnding: Sendable {
    /// At an isolated point with a regular Hessian.
    case regular([Complex])
    /// At the filter w = 0, which is critical for all data.
    case zero
    /// Beyond all bounds.
    case infinity
    /// At an isolated point with a singular Hessian, where several paths may end.
    case degenerate([Complex])
    /// At a point of a set of critical points of this dimension.
    case positiveDimensional([Complex], dimension: Int)
    /// Nobody knows.
    case lost
}

/// How the paths from the C_k points of a generic problem to the given one end, numerical: one entry for each path.
///
/// Where none is lost, the isolated critical points with w ≠ 0 are the regular and the degenerate ones: near an isolated zero of
/// as many equations as unknowns there are zeros for all parameters nearby, so at least one path ends there.
public struct PathEndings: Sendable {
    /// An isolated critical point with a singular Hessian, or one of those found in a set of positive dimension.
    public struct SingularPoint: Sendable {
        /// w.
        public let filter: [Complex]
        /// How many paths end there: its multiplicity, if it is isolated.
        public internal(set) var pathCount: Int
        /// Of the set of critical points around it: 0 if it is isolated.
        public let dimension: Int
    }

    /// Paths to regular points, each to another; where layers of one filter can be chosen in two ways these are two points.
    public internal(set) var regularCount = 0
    /// How many filters w these points have.
    public internal(set) var regularFilterCount = 0
    /// Paths to w = 0.
    public internal(set) var zeroCount = 0
    /// Paths that diverge.
    public internal(set) var infiniteCount = 0
    /// Where the other paths end, each point once.
    public internal(set) var singularPoints: [SingularPoint] = []
    /// Paths of which the end is not known.
    public internal(set) var lostCount = 0

    /// Those that are isolated.
    public var degeneratePoints: [SingularPoint] { singularPoints.filter { $0.dimension == 0 } }
    /// How many paths end on sets of positive dimension, by the dimension.
    public var pathsByDimension: [(dimension: Int, pathCount: Int)] {
        Dictionary(grouping: singularPoints.filter { $0.dimension > 0 }, by: \.dimension)
            .map { ($0, $1.reduce(0) { $0 + $1.pathCount }) }.sorted { $0.0 < $1.0 }
    }
    /// Whether the end of every path is known.
    public var isAccounted: Bool { lostCount == 0 }
    /// All paths.
    public var pathCount: Int {
        singularPoints.reduce(regularCount + zeroCount + infiniteCount + lostCount) { $0 + $1.pathCount }
    }
}

extension PathEndings {
    private static func isConjugate(_ left: [Complex], _ right: [Complex]) -> Bool {
        let distance = zip(left, right).reduce(0) { $0 + ($1.0 - $1.1.conjugate).squaredMagnitude }
        return distance <= 1e-10 * right.reduce(0) { $0 + $1.squaredMagnitude }
    }

    static func lostCount(_ endings: [PathEnding]) -> Int {
        endings.count { if case .lost = $0 { true } else { false } }
    }

    /// - Parameters:
    ///   - endings: of one attempt.
    ///   - regularFilterCount: how many filters with regular Hessian all attempts have found together.
    ///   - expected: how many paths there should be.
    init(_ endings: [PathEnding], _ structure: FilterStructure, regularFilterCount: Int, expected: Int) {
        self.regularFilterCount = regularFilterCount
        regularCount = max(
            regularFilterCount, endings.count { if case .regular = $0 { true } else { false } })
        var places: [Int: PointSet] = [:]
        var indices: [Int: [Int]] = [:]
        for ending in endings {
            var singular: (point: [Complex], dimension: Int)?
            switch ending {
            case .zero: zeroCount += 1
            case .infinity: infiniteCount += 1
            case .degenerate(let point): singular = (point, 0)
            case .positiveDimensional(let point, let dimension): singular = (point, dimension)
            case .regular, .lost: break
            }
            guard let singular else { continue }
            // An end is known to fewer digits than a regular point.
            var known = places[singular.dimension] ?? PointSet(structure, tolerance: 1e-5)
            guard let place = known.insert(singular.point) else {
                zeroCount += 1
                continue
            }
            places[singular.dimension] = known
            if place < (indices[singular.dimension] ?? []).count {
                singularPoints[indices[singular.dimension, default: []][place]].pathCount += 1
            } else {
                indices[singular.dimension, default: []].append(singularPoints.count)
                singularPoints.append(
                    SingularPoint(
                        filter: structure.filter(of: singular.point), pathCount: 1,
                        dimension: singular.dimension))
            }
        }
        // Several paths end at a degenerate point, and as many at its conjugate: what does not was taken for one.
        let isolated = degeneratePoints
        singularPoints.removeAll { point in
            point.dimension == 0
                && (point.pathCount == 1
                    || !isolated.contains {
                        $0.pathCount == point.pathCount && Self.isConjugate($0.filter, point.filter)
                    })
        }
        lostCount = max(0, expected - pathCount)
    }
}
