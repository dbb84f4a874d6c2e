import ExactAlgebra

/// Finds the ideal of two layers by highest-weight vectors: SL₂ makes the linear algebra much smaller, and lowering
/// gives back all of the ideal.
struct SymmetricSearch: DegreeSearch {
    private var highestWeights: HighestWeightSearch
    /// The leading monomials of I in the last degree.
    private var initialMonomials: Set<Monomial> = []

    /// Nil where SL₂ does not act, or there are too many variables.
    ///
    /// - Parameter architecture: reduced.
    init?(_ architecture: Architecture) {
        guard let search = HighestWeightSearch(architecture) else { return nil }
        highestWeights = search
    }

    mutating func next(_ degree: Int) -> FoundDegree {
        let counts = highestWeights.next(degree, isLast: false)
        let known = initialMonomials
        let found = highestWeights.groebnerBasis { monomial in
            (0..<monomial.degree).contains { known.contains(monomial.removing(at: $0)) }
        }
        initialMonomials = Set(found.leading)
        guard let minimal = Int(exactly: counts.minimalGenerators) else {
            preconditionFailure("not more generators than monomials")
        }
        return FoundDegree(
            dimension: found.leading.count, minimalGenerators: minimal,
            elements: found.elements.sorted { $0.monomials[0] > $1.monomials[0] })
    }
}
