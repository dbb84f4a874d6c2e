import ExactAlgebra

/// Depth, regularity and extremal Betti numbers of the homogeneous coordinate ring `A = ℚ[w]/I` of a neurovariety.
///
/// All are read off its ``LocalCohomology``: the depth is the least i with `H^i_m(A) ≠ 0`, the regularity the largest `i + a`
/// with `H^i_m(A)_a ≠ 0`, and the extremal Betti numbers are the corners of it (Bayer, Charalambous and Popescu). Over any other
/// field they are the same.
public struct HomologicalInvariants: Sendable, Hashable {
    /// K, the number of variables.
    public let variableCount: Int
    /// D, the Krull dimension of A: the dimension of the neurovariety as an affine cone.
    public let dimension: Int
    /// At most D.
    public let depth: Int
    /// Of Castelnuovo and Mumford, of A; that of I, if I is not zero, is one more.
    public let regularity: Int
    /// Those `β_{i,i+r} ≠ 0` for which `β_{j,j+q} = 0` for all other `j ≥ i` and `q ≥ r`, by increasing i.
    public let extremalBettiNumbers: [BettiNumber]

    /// `K − depth`, the length of the minimal free resolution (Auslander and Buchsbaum).
    public var projectiveDimension: Int { variableCount - depth }

    /// Whether depth and dimension are equal.
    public var isCohenMacaulay: Bool { depth == dimension }

    /// As they were written down.
    package init(
        variableCount: Int, dimension: Int, depth: Int, regularity: Int,
        extremalBettiNumbers: [BettiNumber]
    ) {
        self.variableCount = variableCount
        self.dimension = dimension
        self.depth = depth
        self.regularity = regularity
        self.extremalBettiNumbers = extremalBettiNumbers
    }

    /// - Complexity: that of ``LocalCohomology``, and a sum of products of binomials for each extremal Betti number.
    public init(_ architecture: Architecture) {
        self.init(architecture) { (_, _) throws(Never) in }
    }

    init<Failure: Error>(
        _ architecture: Architecture, step: HilbertStep<Failure>
    ) throws(Failure) {
        let cohomology = LocalCohomology(architecture)
        variableCount = cohomology.variableCount
        dimension = cohomology.dimension
        var depth = cohomology.dimension
        var corners: [BettiNumber] = []
        // From the depth upwards; a corner has a larger i + a than all before it.
        let tops = cohomology.topDegrees.sorted { $0.key < $1.key }
        for (place, (i, top)) in tops.enumerated() {
            try step(.homology, Double(place) / Double(tops.count))
            depth = min(depth, i)
            guard corners.last.map({ $0.regularity < i + top }) ?? true else { continue }
            corners.append(
                BettiNumber(
                    homologicalDegree: cohomology.variableCount - i, regularity: i + top,
                    value: cohomology.dimension(i, inDegree: top)))
        }
        self.depth = depth
        regularity = corners.last?.regularity ?? 0
        extremalBettiNumbers = corners.reversed()
    }
}
