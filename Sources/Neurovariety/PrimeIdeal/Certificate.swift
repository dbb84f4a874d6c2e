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

    /// - Throws: ``MinorsError``, ``PolynomialError``.
    public init(_ architecture: Architecture) throws {
        self.architecture = architecture
        check = try InitialIdealCheck(architecture)
        factorizes = try FactorizationProof.holds(for: architecture)
    }

    public var verdict: Verdict {
        if !check.wrongLeadingTerms.isEmpty || check.wrongPrime != nil || factorizes == false
            || check.nonvanishing != nil
        {
            return .refuted
        }
        guard let count = check.facetCount, factorizes == true else { return .undecided }
        return Integer(count) == architecture.degree ? .proved : .refuted
    }
}
