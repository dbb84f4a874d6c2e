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
        // Each depth of the search goes over sets of minors, 64 in a word.
        let words = Double(ideal.minors.count) / 64 + 1
        let depths = Double(ideal.architecture.codimension)
        let isListed = primes <= Integer(InitialIdealCheck.largestDegree)
        let listing = isListed ? Double(Int(exactly: primes) ?? 0) * depths * words * 5e-9 : 0
        seconds = expansion.seconds * Double(processors) + terms * 5e-8 + listing / Double(processors)
    }

    /// `about 2 minutes, for 20 million terms and 705,432 minimal primes`.
    public var description: String {
        "about \(RoughEstimate(seconds: seconds)), for about \(RoughEstimate(count: terms)) terms and "
            + "\(primes.shortDescription) minimal primes"
    }
}
