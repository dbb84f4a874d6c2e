import ExactAlgebra

/// What was found when the minors of the minimal nonfaces were expanded: the evidence that they are a Gröbner
/// basis of the prime ideal.
///
/// If every leading term is squarefree with coefficient ±1, the minors vanish on the variety
/// (``FactorizationProof``), and the minimal primes of the ideal of leading monomials all have the codimension
/// of the variety and are as many as its degree, then that ideal is contained in the initial ideal of I, is
/// unmixed, and has the same dimension and degree: the two are equal. The minimal primes are computed from the
/// monomials that were found, not from what is known of Δ.
public struct InitialIdealCheck: Sendable {
    /// The minors whose leading term is not the nonface with coefficient ±1; empty if all are right.
    public let wrongLeadingTerms: [(minor: NonfaceMinor, polynomial: Polynomial)]
    /// A minimal prime of the leading monomials of another codimension than that of the variety.
    public let wrongPrime: [Int]?
    /// How many minimal primes there are; nil if they are too many to be listed, or if one is wrong.
    public let facetCount: Int?
    /// Whether it was stopped: what is left is not known.
    public let wasStopped: Bool
    /// How many minors were looked at.
    public let expandedCount: Int
    /// A minor that is not zero at a random point of the variety, modulo 2^61 − 1: a counterexample to everything.
    public let nonvanishing: Polynomial?

    static let largestDegree = 2_000_000

    /// What is done, one after another.
    public enum Stage: Sendable {
        case expanding, listingPrimes
    }

    /// Expands every minor, or takes those that are kept, and lists the minimal primes.
    init(
        _ ideal: PrimeIdeal, shouldStop: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (Stage, Double) -> Void = { _, _ in }
    ) throws(MinorsError) {
        let architecture = ideal.architecture
        var wrong: [(NonfaceMinor, Polynomial)] = []
        var leadingMonomials: [[Int]] = []
        let field = PrimeField.mersenne61
        let point = Parametrization(architecture).checkPoint
        var nonvanishing: Polynomial?
        var visited = 0
        var wasStopped = false
        try ideal.visit { minor, polynomial in
            wasStopped = shouldStop()
            guard !wasStopped else { return false }
            progress(.expanding, Double(visited) / Double(ideal.minors.count))
            visited += 1
            let leading = polynomial.leadingMonomial
            if leading == Monomial(minor.nonface), polynomial.coefficients[0].magnitude == 1 {
                leadingMonomials.append(minor.nonface)
            } else {
                wrong.append((minor, polynomial))
            }
            if nonvanishing == nil, polynomial.evaluated(at: point, in: field) != 0 {
                nonvanishing = polynomial
            }
            return true
        }
        self.nonvanishing = nonvanishing
        wrongLeadingTerms = wrong
        var wrongPrime: [Int]?
        var count: Int?
        if !wasStopped, wrong.isEmpty, architecture.degree <= Integer(Self.largestDegree) {
            let primes = Self.minimalPrimes(of: leadingMonomials, architecture).count(
                codimension: architecture.codimension, expected: Int(exactly: architecture.degree) ?? .max,
                WorkControl(shouldStop: shouldStop) { progress(.listingPrimes, $0) })
            wasStopped = primes == nil
            wrongPrime = primes?.exception
            count = wrongPrime == nil ? primes?.count : nil
        }
        self.wrongPrime = wrongPrime
        self.wasStopped = wasStopped
        expandedCount = visited
        facetCount = count
    }

    static func minimalPrimes(of leadingMonomials: [[Int]], _ architecture: Architecture) -> MinimalPrimes {
        // Neighbours in this order have variables in common.
        MinimalPrimes(
            generators: leadingMonomials.sorted { ($0.last ?? 0, $0.count) < ($1.last ?? 0, $1.count) },
            variableCount: architecture.endToEndFilterSize)
    }
}
