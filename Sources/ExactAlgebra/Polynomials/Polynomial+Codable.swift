extension Polynomial: Codable {
    /// A coefficient and the list of its variables, each as often as its exponent says.
    private struct TermRecord: Codable {
        let coefficient: Int
        let variables: [Int]

        init(_ coefficient: Int, _ variables: [Int]) {
            (self.coefficient, self.variables) = (coefficient, variables)
        }

        init(from decoder: any Decoder) throws {
            var pair = try decoder.unkeyedContainer()
            guard let coefficient = Int(exactly: try pair.decode(Integer.self)) else {
                throw DecodingError.dataCorruptedError(
                    in: pair, debugDescription: "a coefficient has at most 63 bits")
            }
            self.coefficient = coefficient
            variables = try pair.decode([Int].self)
            guard pair.isAtEnd else {
                throw DecodingError.dataCorruptedError(
                    in: pair, debugDescription: "a term is a coefficient and a list of variables")
            }
        }

        func encode(to encoder: any Encoder) throws {
            var pair = encoder.unkeyedContainer()
            try pair.encode(Integer(coefficient))
            try pair.encode(variables)
        }
    }

    /// Reads a list of terms `[coefficient, [variable, …]]`, in any order.
    public init(from decoder: any Decoder) throws {
        let records = try decoder.singleValueContainer().decode([TermRecord].self)
        guard records.allSatisfy({ $0.variables.allSatisfy { (0...65_535).contains($0) } }) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "variables are 0 to 65535"))
        }
        do throws(PolynomialError) {
            try self.init(terms: records.map { (Monomial($0.variables), $0.coefficient) })
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: error.description))
        }
    }

    /// Writes the terms, the leading one first, as ``PolynomialSyntax/json`` has them.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(terms.map { TermRecord($0.coefficient, $0.monomial.variables.reversed()) })
    }
}
