import ExactAlgebra

/// What was found when the minors of the minimal nonfaces were expanded: the evidence that they are a Gröbner
/// basis of the prime ideal.
public struct InitialIdealCheck: Sendable {
    /// The minors that do not have the nonface, with coefficient ±1, as leading term; empty if all do.
    public let wrongLeadingTerms: [(minor: NonfaceMinor, polynomial: Polynomial)]
    /// How many facets Δ has; nil if there are too many to count by enumeration.
    public let facetCount: Int?
    /// How many generators there are in each degree.
    public let degrees: [Int: Int]

    static let largestFacetCount = 2_000_000

    /// Expands every minor and enumerates the facets.
    ///
    /// If the leading terms are right, the minors vanish on the variety (``FactorizationProof``), and the
    /// facets, all of `Σk_ℓ − (L−1)` vertices, are as many as the degree of the variety, then the initial
    /// ideal of I contains the ideal of Δ, has the same dimension and degree, and the latter is unmixed: they
    /// are equal.
    public init(_ architecture: Architecture) throws(MinorsError) {
        var determinants = Determinants()
        var wrong: [(NonfaceMinor, Polynomial)] = []
        var degrees: [Int: Int] = [:]
        for minor in architecture.nonfaceMinors {
            let polynomial = try determinants.expand(minor.matrix)
            let leading = polynomial.isZero ? [] : polynomial.monomial(0).reversed().map(Int.init)
            if leading != minor.nonface || polynomial.coefficients[0].magnitude != 1 {
                wrong.append((minor, polynomial))
            }
            degrees[minor.nonface.count, default: 0] += 1
        }
        wrongLeadingTerms = wrong
        self.degrees = degrees
        facetCount = Self.countFacets(architecture.reduced)
    }

    /// The number of different sets of partial sums of all sequences of steps.
    static func countFacets(_ architecture: Architecture) -> Int? {
        guard architecture.degree <= Integer(largestFacetCount) else { return nil }
        var facets: Set<[Int]> = []
        var remaining = architecture.filterSizes.map { $0 - 1 }
        var path = [0]
        func walk() {
            var isEnd = true
            for layer in remaining.indices where remaining[layer] > 0 {
                isEnd = false
                remaining[layer] -= 1
                path.append(path[path.count - 1] + architecture.strideProducts[layer])
                walk()
                path.removeLast()
                remaining[layer] += 1
            }
            if isEnd { facets.insert(path) }
        }
        walk()
        return facets.count
    }
}
