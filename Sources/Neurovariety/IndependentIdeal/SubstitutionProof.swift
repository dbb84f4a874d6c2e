import ExactAlgebra

/// Decides by exact substitution whether polynomials vanish on the neurovariety.
///
/// Monomials in the parameters are words with one field a parameter, so that a product is a sum.
struct SubstitutionProof: Sendable {
    /// For each coordinate its monomials, all with coefficient 1.
    private let monomials: [[UInt64]]

    /// Nil if monomials of this degree do not fit in a word.
    init?(coordinates: [Polynomial], parameterCount: Int, degree: Int) {
        let width = Int.bitWidth - degree.leadingZeroBitCount
        guard parameterCount * width <= 64 else { return nil }
        monomials = coordinates.map { coordinate in
            (0..<coordinate.termCount).map { term in
                coordinate.monomial(term).variables.reduce(0) { $0 + (1 << (UInt64($1) * UInt64(width))) }
            }
        }
        guard coordinates.allSatisfy({ $0.coefficients.allSatisfy { $0 == 1 } }) else { return nil }
    }

    /// Whether the polynomial is zero on the neurovariety; nil on overflow.
    func vanishes(_ polynomial: Polynomial) -> Bool? {
        var terms: [(monomial: UInt64, coefficient: Int)] = []
        for term in polynomial.coefficients.indices {
            expand(polynomial.monomial(term).variables[...], 0, polynomial.coefficients[term], &terms)
        }
        terms.sort { $0.monomial < $1.monomial }
        var index = 0
        while index < terms.count {
            let monomial = terms[index].monomial
            var sum = 0
            while index < terms.count, terms[index].monomial == monomial {
                let (next, overflow) = sum.addingReportingOverflow(terms[index].coefficient)
                guard !overflow else { return nil }
                sum = next
                index += 1
            }
            if sum != 0 { return false }
        }
        return true
    }

    private func expand(
        _ variables: ArraySlice<Int>, _ product: UInt64, _ coefficient: Int,
        _ terms: inout [(monomial: UInt64, coefficient: Int)]
    ) {
        guard let first = variables.first else {
            terms.append((product, coefficient))
            return
        }
        for monomial in monomials[first] {
            expand(variables.dropFirst(), product + monomial, coefficient, &terms)
        }
    }
}
