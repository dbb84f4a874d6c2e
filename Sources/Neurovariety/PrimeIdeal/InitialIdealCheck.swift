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
    /// A minor that is not zero at a random point of the variety, modulo 2^61 − 1: a counterexample to everything.
    public let nonvanishing: Polynomial?
    /// How many generators there are in each degree.
    public let degrees: [Int: Int]

    static let largestDegree = 2_000_000

    /// Expands every minor and lists the minimal primes.
    public init(_ architecture: Architecture) throws(MinorsError) {
        var wrong: [(NonfaceMinor, Polynomial)] = []
        var degrees: [Int: Int] = [:]
        var leadingMonomials: [[Int]] = []
        let field = PrimeField.mersenne61
        var random = SplitMix(seed: 2401_16613)
        let point = Parametrization(architecture).randomPoint(in: field, using: &random)
        var nonvanishing: Polynomial?
        for (degree, minors) in Dictionary(grouping: architecture.nonfaceMinors, by: \.nonface.count) {
            degrees[degree] = minors.count
            var index = 0
            try DeterminantList(minors).visit { determinant in
                let minor = minors[index]
                index += 1
                let polynomial = determinant.polynomial
                let leading = polynomial.isZero ? [] : polynomial.monomial(0).reversed().map(Int.init)
                if leading == minor.nonface, polynomial.coefficients[0].magnitude == 1 {
                    leadingMonomials.append(leading)
                } else {
                    wrong.append((minor, polynomial))
                }
                if nonvanishing == nil, polynomial.evaluated(at: point, in: field) != 0 {
                    nonvanishing = polynomial
                }
                return true
            }
        }
        self.nonvanishing = nonvanishing
        wrongLeadingTerms = wrong
        self.degrees = degrees
        var wrongPrime: [Int]?
        var count: Int?
        if wrong.isEmpty, architecture.degree <= Integer(Self.largestDegree) {
            // Neighbours in this order have variables in common.
            let ideal = MinimalPrimes(
                generators: leadingMonomials.sorted { ($0.last ?? 0, $0.count) < ($1.last ?? 0, $1.count) },
                variableCount: architecture.endToEndFilterSize)
            let primes = ideal.count(codimension: architecture.codimension)
            wrongPrime = primes.exception
            count = wrongPrime == nil ? primes.count : nil
        }
        self.wrongPrime = wrongPrime
        facetCount = count
    }
}
