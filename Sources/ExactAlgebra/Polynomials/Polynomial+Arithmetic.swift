extension Polynomial {
    /// The terms, leading term first.
    public var terms: [(monomial: Monomial, coefficient: Int)] {
        coefficients.indices.map { (monomial($0), coefficients[$0]) }
    }

    /// - Throws: ``PolynomialError`` if the degrees differ (zero goes with any degree) or on overflow.
    public func adding(_ other: Polynomial) throws(PolynomialError) -> Polynomial {
        try Polynomial(terms: terms + other.terms)
    }

    /// - Throws: ``PolynomialError/overflow``.
    /// - Complexity: the product of the numbers of terms, with its logarithm for sorting.
    public func multiplied(by other: Polynomial) throws(PolynomialError) -> Polynomial {
        var products: [(monomial: Monomial, coefficient: Int)] = []
        let others = other.terms
        for (monomial, coefficient) in terms {
            for (otherMonomial, otherCoefficient) in others {
                let (product, overflow) = coefficient.multipliedReportingOverflow(by: otherCoefficient)
                guard !overflow else { throw .overflow }
                products.append((monomial * otherMonomial, product))
            }
        }
        return try Polynomial(terms: products)
    }

    /// Replaces every variable by a polynomial; the images of the variables that occur have one degree.
    ///
    /// Exact. Meant for small polynomials: each term is multiplied out.
    ///
    /// - Throws: ``PolynomialError``.
    public func substituting(_ images: [Polynomial]) throws(PolynomialError) -> Polynomial {
        var all: [(monomial: Monomial, coefficient: Int)] = []
        for (monomial, coefficient) in terms {
            var product = try Polynomial(terms: [(.one, coefficient)])
            for variable in monomial.variables { product = try product.multiplied(by: images[variable]) }
            all.append(contentsOf: product.terms)
        }
        return try Polynomial(terms: all)
    }

    /// The terms free of the given variables: the polynomial modulo those variables.
    public func removingTerms(with variables: Set<Int>) -> Polynomial {
        guard !variables.isEmpty else { return self }
        var result = Polynomial(degree: degree, variables: [], coefficients: [])
        for index in coefficients.indices
        where variableList(index).allSatisfy({ !variables.contains(Int($0)) }) {
            result.variables.append(contentsOf: variableList(index))
            result.coefficients.append(coefficients[index])
        }
        return result.isZero ? .zero : result
    }
}
