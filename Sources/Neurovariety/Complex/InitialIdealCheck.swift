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
    /// How many generators there are in each degree.
    public let degrees: [Int: Int]

    static let largestDegree = 2_000_000

    /// Expands every minor and lists the minimal primes.
    public init(_ architecture: Architecture) throws(MinorsError) {
        var wrong: [(NonfaceMinor, Polynomial)] = []
        var degrees: [Int: Int] = [:]
        var leadingMonomials: [[Int]] = []
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
                return true
            }
        }
        wrongLeadingTerms = wrong
        self.degrees = degrees
        var wrongPrime: [Int]?
        var count: Int?
        if wrong.isEmpty, architecture.degree <= Integer(Self.largestDegree) {
            var found = 0
            MinimalPrimes(
                generators: leadingMonomials.sorted { $0.count < $1.count },
                variableCount: architecture.endToEndFilterSize
            ).visit { prime in
                guard prime.count == architecture.codimension else {
                    wrongPrime = prime
                    return false
                }
                found += 1
                return true
            }
            count = wrongPrime == nil ? found : nil
        }
        self.wrongPrime = wrongPrime
        facetCount = count
    }
}
