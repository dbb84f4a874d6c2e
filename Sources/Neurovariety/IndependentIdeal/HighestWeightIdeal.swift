import ExactAlgebra

/// The dimensions of the prime ideal I of two layers in low degrees, and its numbers of minimal generators, by
/// linear algebra on highest-weight vectors.
///
/// I is stable under SL₂ and under exchanging forms of equal degree. So it is enough to evaluate, for each multidegree
/// up to exchange and each weight λ ≥ 0, as many highest-weight vectors as there are, at random points of the variety: a
/// few hundred where the weight space has thousands of monomials. The value at a point is a product with a vector, and
/// the projector is its own adjoint: so the points are projected, and no vector is multiplied with a point. Their rank
/// is that of few random sparse coordinates (a sketch). The highest-weight vectors of `R_1·I_{d−1}` are the
/// projections of `c_j·v` for highest-weight vectors v of I_{d−1}. Independent of the theorem on minors.
///
/// Probabilistic: ranks over ``EliminationField`` at random points can only be too small, so dimensions of I can only
/// come out too large, and numbers of generators too large.
public struct HighestWeightIdeal: Sendable {
    /// What was found in one degree.
    public struct DegreeResult: Hashable, Sendable {
        /// d.
        public let degree: Int
        /// `dim I_d`.
        public let dimension: Integer
        /// How many generators of degree d a minimal generating set has.
        public let minimalGenerators: Integer
    }

    /// As given.
    public let architecture: Architecture
    /// As asked for.
    public let maxDegree: Int
    /// From degree 1; not up to ``maxDegree`` before the end.
    public private(set) var degrees: [DegreeResult]

    /// Those that were asked for and are not there.
    public var missingDegrees: Range<Int> { degrees.count + 1..<max(maxDegree, degrees.count) + 1 }

    /// Takes from milliseconds, at (5,5;3), to minutes. Nil unless the reduced architecture has two layers, no
    /// variables that vanish on the variety, and at most 255 variables, and the degree is at most 8.
    ///
    /// - Parameters:
    ///   - progress: called with the degree that begins.
    ///   - found: called after each degree with what is known.
    public static func run(
        _ architecture: Architecture, maxDegree: Int, progress: (Int) -> Void = { _ in },
        found: (HighestWeightIdeal) -> Void = { _ in }
    ) -> HighestWeightIdeal? {
        guard var search = HighestWeightSearch(architecture.reduced),
            maxDegree <= PackedVariables.largestDegree
        else { return nil }
        var ideal = HighestWeightIdeal(architecture: architecture, maxDegree: maxDegree, degrees: [])
        for degree in stride(from: 1, through: maxDegree, by: 1) {
            progress(degree)
            ideal.degrees.append(search.next(degree, isLast: degree == maxDegree))
            found(ideal)
        }
        return ideal
    }

    /// Whether ``run(_:maxDegree:progress:found:)`` has an answer.
    public static func applies(to architecture: Architecture, maxDegree: Int) -> Bool {
        maxDegree <= PackedVariables.largestDegree && HighestWeightSearch(architecture.reduced) != nil
    }
}
