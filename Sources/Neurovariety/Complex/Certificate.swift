import ExactAlgebra

/// The evidence, for one architecture, that the minors of the minimal nonfaces are a Gröbner basis of the prime
/// ideal.
public struct Certificate: Sendable {
    public enum Verdict: String, Sendable {
        case proved, refuted, undecided
    }

    public let architecture: Architecture
    public let check: InitialIdealCheck
    /// Whether `q_i = g·h_i` identically on the parametrization; nil if it was too large to multiply out.
    public let factorizes: Bool?
    /// A minor that does not vanish at a random point of the variety: a counterexample to everything.
    public let nonvanishing: Polynomial?

    /// - Throws: ``MinorsError``, ``PolynomialError``.
    public init(_ architecture: Architecture) throws {
        self.architecture = architecture
        check = try InitialIdealCheck(architecture)
        factorizes = try FactorizationProof.holds(for: architecture)
        let field = PrimeField.mersenne61
        var random = SplitMix(seed: 2401_16613)
        let point = Parametrization(architecture).randomPoint(in: field, using: &random)
        var witness: Polynomial?
        try IdealGenerators(architecture, .minimal).visit { generator in
            guard generator.polynomial.evaluated(at: point, in: field) != 0 else { return true }
            witness = generator.polynomial
            return false
        }
        nonvanishing = witness
    }

    public var verdict: Verdict {
        if !check.wrongLeadingTerms.isEmpty || check.wrongPrime != nil || factorizes == false
            || nonvanishing != nil
        {
            return .refuted
        }
        guard let count = check.facetCount, factorizes == true else { return .undecided }
        return Integer(count) == architecture.degree ? .proved : .refuted
    }
}
