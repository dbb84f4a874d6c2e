import ExactAlgebra
import Neurovariety

/// A real critical point of the loss on a ``RootStratum``.
public struct BoundaryPoint: Sendable {
    /// Its filters are the factors of the stratum, its Morse index that on the stratum.
    public let point: RealCriticalPoint
    /// Whether the layers make it. Then, for generic data, the gradient by all entries of the layers vanishes there if the multiple roots are real.
    public let attainment: Attainment
    /// Whether it is a local minimum of the loss on the filters that the layers make.
    public let isMinimum: Bool
    /// Whether that, or the contrary, is proved; otherwise it is numerical.
    public let isKindProved: Bool
}

/// All critical points of the loss on one part of the boundary.
public struct BoundaryPoints: Sendable {
    /// Which part.
    public let stratum: RootStratum
    /// How many there are for generic data, and never more that are not degenerate.
    public let expected: Integer
    /// How the paths to them end, numerically; nil where they were not searched, because there are more than are wanted.
    public let endings: PathEndings?
    /// Approximate points with w ≠ 0 that are pairwise different.
    public var foundCount: Int { points.count }
    /// Points certified with w ≠ 0, whose filters w are proved to be pairwise different.
    public var certifiedCount: Int { points.count(where: \.isCertified) }
    /// All points, the certified ones first; the layers are the factors of the stratum.
    public let points: [CriticalPoint]
    /// The points that are certified to be real, by loss.
    public let real: [BoundaryPoint]

    /// Whether all critical points with w ≠ 0 were found, with proof.
    public var isComplete: Bool { Integer(certifiedCount) == expected }

    /// Nothing, where there are more points than are wanted.
    init(notSearched stratum: RootStratum) {
        (self.stratum, expected, points, real, endings) = (stratum, stratum.criticalPointCount, [], [], nil)
    }

    init(_ stratum: RootStratum, _ problem: ScaledProblem, _ search: VarietySearch) {
        self.stratum = stratum
        expected = stratum.criticalPointCount
        points = search.points
        endings = search.endings
        let test = AttainmentTest(stratum)
        let opening = OpeningTest(stratum, problem)
        real = zip(search.real, search.realRegions).map { point, region in
            let attainment = test.attainment(region, filter: point.filter)
            let kind = opening.kind(
                point, region, realRoots: test.realRoots(region),
                areBlocksUnique: test.areBlocksUnique(region))
            return BoundaryPoint(
                point: point, attainment: attainment, isMinimum: attainment.isAttained && kind.isMinimum,
                isKindProved: attainment.isProved && (!attainment.isAttained || kind.isProved))
        }
    }
}
