import ExactAlgebra

/// Whether the paper's ideal J is radical, that is, equal to the vanishing ideal I.
public enum Radicality {
    /// What an answer rests on.
    public enum Basis: String, Sendable {
        /// Ranks in every degree in which I has generators. Equality is proved; inequality is proved where J has
        /// no generators of that degree, and otherwise rests on a rank modulo a prime.
        case ranks
        /// The criterion by levels, for two layers.
        case levels
    }

    /// Nil where neither way is open: more than two layers, too large for ranks.
    public static func ofIdeal(
        _ architecture: Architecture, ranksUpTo largestFilterSize: Int = 14
    ) throws -> (isRadical: Bool, basis: Basis)? {
        let reduced = architecture.reduced
        if architecture.endToEndFilterSize <= largestFilterSize, let answer = try byRanks(reduced) {
            return (answer, .ranks)
        }
        guard reduced.layerCount == 2, let piece = reduced.pieces.first else { return nil }
        return (piece.isRadicalByLevels, .levels)
    }

    /// Nil if some degree has too many monomials.
    private static func byRanks(_ reduced: Architecture) throws -> Bool? {
        let span = DegreeSpan(reduced, generators: try IdealGenerators(reduced, .paper).polynomials())
        let degrees = Set(reduced.nonfaceMinors.map(\.nonface.count)).subtracting([1])
        for degree in degrees.sorted() {
            guard let comparison = span.comparison(degree: degree) else { return nil }
            if !comparison.agrees { return false }
        }
        return true
    }
}

extension TwoLayerPiece {
    /// J is radical iff no level l with `n_* ≤ l < l_1` has as many as `l + 2 − m` rows: such a level has minors
    /// of lower degree than those of J, and they belong to I.
    public var isRadicalByLevels: Bool {
        (smallestDegree..<max(smallestDegree, firstLevel)).allSatisfy { level in
            let rows = (0..<formCount).reduce(0) { $0 + max(0, level - degree(ofForm: $1) + 1) }
            return rows < minorSize(atLevel: level)
        }
    }
}
