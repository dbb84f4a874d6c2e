extension Polynomial {
    /// The terms as pairs of variables and coefficient.
    public var terms: [(variables: [UInt16], coefficient: Int)] {
        coefficients.indices.map { (Array(monomial($0)), coefficients[$0]) }
    }

    /// - Throws: ``PolynomialError`` if the degrees differ (zero goes with any degree) or on overflow.
    public func adding(_ other: Polynomial) throws(PolynomialError) -> Polynomial {
        try Polynomial(terms: terms + other.terms)
    }

    /// - Throws: ``PolynomialError/overflow``.
    public func multiplied(by other: Polynomial) throws(PolynomialError) -> Polynomial {
        var products: [(variables: [UInt16], coefficient: Int)] = []
        for (variables, coefficient) in terms {
            for (otherVariables, otherCoefficient) in other.terms {
                let (product, overflow) = coefficient.multipliedReportingOverflow(by: otherCoefficient)
                guard !overflow else { throw .overflow }
                products.append((variables + otherVariables, product))
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
        var all: [(variables: [UInt16], coefficient: Int)] = []
        for (variables, coefficient) in terms {
            var product = try Polynomial(terms: [([], coefficient)])
            for variable in variables { product = try product.multiplied(by: images[Int(variable)]) }
            all.append(contentsOf: product.terms)
        }
        return try Polynomial(terms: all)
    }

    /// The terms free of the given variables: the polynomial modulo those variables.
    public func removingTerms(with variables: Set<Int>) -> Polynomial {
        guard !variables.isEmpty else { return self }
        var result = Polynomial(degree: degree, variables: [], coefficients: [])
        for index in coefficients.indices
        where monomial(index).allSatisfy({ !variables.contains(Int($0)) }) {
            result.variables.append(contentsOf: monomial(index))
            result.coefficients.append(coefficients[index])
        }
        return result.isZero ? .zero : result
    }
}
