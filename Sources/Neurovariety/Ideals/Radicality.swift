import ExactAlgebra

/// Whether the paper's ideal J is radical, that is, equal to the vanishing ideal I.
public enum Radicality {
    /// What an answer rests on.
    public enum Basis: String, CaseIterable, Sendable {
        /// Ranks in every degree in which I has generators. Equality is proved; inequality is proved where J has
        /// no generators of that degree, and otherwise rests on a rank modulo a prime.
        case ranks
        /// The criterion by levels, for two layers: a theorem (`DegreeByDegree` of this documentation).
        case levels
    }

    /// Up to this end-to-end filter size it is decided by ranks, for more layers than two.
    public static let largestFilterSize = 14

    /// Whether J is radical, and how that was found; nil where neither way is open: more than two layers, too large
    /// for ranks.
    ///
    /// - Throws: ``IdealError``, ``MinorsError``.
    public static func ofIdeal(_ architecture: Architecture) throws -> (isRadical: Bool, basis: Basis)? {
        if let answer = byLevels(architecture) { return (answer, .levels) }
        guard architecture.endToEndFilterSize <= largestFilterSize else { return nil }
        return try byRanks(PrimeIdeal(architecture)).map { ($0, .ranks) }
    }

    /// By the criterion of levels; nil for more than two layers.
    public static func byLevels(_ architecture: Architecture) -> Bool? {
        let reduced = architecture.reduced
        guard reduced.layerCount == 2, let piece = reduced.pieces.first else { return nil }
        return piece.isRadicalByLevels
    }

    /// By ranks in every degree in which I has generators; nil if one of them has too many monomials.
    ///
    /// Equality is proved by it; inequality rests on a rank modulo a prime, where J has generators of that degree.
    ///
    /// - Throws: ``IdealError``.
    public static func byRanks(_ ideal: PrimeIdeal) throws -> Bool? {
        let reduced = ideal.architecture.reduced
        let spans = IdealSpans(
            inside: ideal.complex, generators: try IdealGenerators(reduced, .paper).polynomials())
        for degree in ideal.degrees.keys.sorted() where degree > 1 {
            guard let span = spans.span(degree: degree) else { return nil }
            if !span.isWhole { return false }
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
