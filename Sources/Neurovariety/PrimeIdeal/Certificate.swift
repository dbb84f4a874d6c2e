import ExactAlgebra

/// The evidence, for one architecture, that the minors of the minimal nonfaces are a Gröbner basis of the prime
/// ideal I, and that they generate it: the one place where that is decided.
public struct Certificate: Sendable {
    /// What the evidence shows.
    public enum Verdict: Sendable {
        /// The minors are a Gröbner basis of I.
        case proved
        /// A step fails: a defect, in the program or in the mathematics.
        case refuted(Refutation)
        /// A step was too large to carry out.
        case undecided(Obstacle)
    }

    /// The step that fails.
    public enum Refutation: Sendable {
        /// A minor has another leading term than its nonface with coefficient ±1.
        case leadingTerm(NonfaceMinor, Polynomial)
        /// A minimal prime of the leading monomials, given by its variables, has another codimension.
        case minimalPrime([Int])
        /// There are so many minimal primes, and the variety has another degree.
        case facetCount(Int)
        /// A minor is not zero at a point of the variety.
        case nonvanishing(Polynomial)
        /// `q_i = g·h_i` does not hold on the parametrization.
        case factorization
    }

    /// The step that was too large.
    public enum Obstacle: Sendable {
        /// The work was stopped; what was done showed nothing wrong.
        case stopped
        /// There are too many minimal primes to be listed.
        case minimalPrimes
        /// `q_i = g·h_i` was not multiplied out.
        case factorization
    }

    /// The ideal, with its minors as they were handed over.
    public let ideal: PrimeIdeal
    /// What was found in the expanded minors.
    public let check: InitialIdealCheck
    /// Whether `q_i = g·h_i` identically on the parametrization; nil if it was too large to multiply out.
    public let factorizes: Bool?

    /// Of the ideal.
    public var architecture: Architecture { ideal.architecture }

    /// Expands the minors that are not kept, lists the minimal primes and multiplies the identity out.
    ///
    /// - Parameters:
    ///   - shouldStop: asked often.
    ///   - progress: called with what is done and the share of it; by one thread at a time.
    /// - Throws: ``MinorsError``, ``PolynomialError``.
    /// - Complexity: the terms of the minors, and the degree of the variety times the number of minors.
    public static func run(
        for ideal: PrimeIdeal, shouldStop: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (InitialIdealCheck.Stage, Double) -> Void = { _, _ in }
    ) throws -> Certificate {
        let check = try InitialIdealCheck(ideal, shouldStop: shouldStop, progress: progress)
        return Certificate(
            ideal: ideal, check: check,
            factorizes: check.wasStopped ? nil : try FactorizationProof.holds(for: ideal.architecture))
    }

    /// Refutations first: one failing step outweighs all that could not be carried out.
    public var verdict: Verdict {
        if let wrong = check.wrongLeadingTerms.first {
            return .refuted(.leadingTerm(wrong.minor, wrong.polynomial))
        }
        if let prime = check.wrongPrime { return .refuted(.minimalPrime(prime)) }
        if factorizes == false { return .refuted(.factorization) }
        if let polynomial = check.nonvanishing { return .refuted(.nonvanishing(polynomial)) }
        if check.wasStopped { return .undecided(.stopped) }
        guard let count = check.facetCount else { return .undecided(.minimalPrimes) }
        guard Integer(count) == architecture.degree else { return .refuted(.facetCount(count)) }
        return factorizes == true ? .proved : .undecided(.factorization)
    }
}
