import ExactAlgebra

/// How long a ``Certificate`` takes, roughly: the minors are expanded on one processor, the minimal primes listed on
/// all.
public struct CertificateCost: Sendable, CustomStringConvertible {
    /// If the processors have nothing else to do.
    public let seconds: Double
    private let terms: Double
    private let primes: Integer

    /// - Throws: ``IdealError`` if the minors cannot be expanded.
    public init(_ ideal: PrimeIdeal, processors: Int = processorCount) throws(IdealError) {
        let expansion = try IdealGenerators(ideal).cost()
        terms = expansion.terms
        primes = ideal.architecture.degree
        let isListed = primes <= Integer(InitialIdealCheck.largestDegree) && !ideal.minors.isEmpty
        // Quick work is not worth its estimate.
        let isLong = Double(ideal.minors.count) * Double(ideal.architecture.codimension) > 20_000
        let listing =
            isListed && isLong
            ? InitialIdealCheck.minimalPrimes(of: ideal.minors.map(\.nonface), ideal.architecture)
                .estimatedSeconds(expected: primes.approximation) : 0
        seconds = expansion.seconds * Double(processors) + terms * 5e-8 + listing / Double(processors)
    }

    /// `about 2 minutes, for 20 million terms and 705,432 minimal primes`.
    public var description: String {
        "about \(RoughEstimate(seconds: seconds)), for about \(RoughEstimate(count: terms)) terms and "
            + "\(primes.shortDescription) minimal primes"
    }
}
