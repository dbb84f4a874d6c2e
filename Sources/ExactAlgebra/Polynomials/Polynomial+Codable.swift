extension Polynomial: Codable {
    private struct TermRecord: Codable {
        let coefficient: Int
        let variables: [Int]
    }

    /// Reads a list of terms, in any order.
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

    /// Writes the terms, the leading one first, each with its coefficient and its variables.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            terms.map { TermRecord(coefficient: $0.coefficient, variables: $0.monomial.variables) })
    }
}
