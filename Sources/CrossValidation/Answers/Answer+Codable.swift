import ExactAlgebra

/// As an object with one member, which says what kind of answer it is: `{"truth": true}`, `{"degrees": {"3": 80}}`.
extension Answer: Codable {
    /// The names stand in files of results and in JSON, and stay what they are.
    private enum CodingKeys: String, CodingKey {
        case truth, count, polynomials, monomials, degrees, numbers, lacksPolynomial
    }

    /// Reads an answer.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard container.allKeys.count == 1, let key = container.allKeys.first else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "an answer has one member"))
        }
        switch key {
        case .truth: self = .truth(try container.decode(Bool.self, forKey: key))
        case .count: self = .count(try container.decode(Integer.self, forKey: key))
        case .polynomials: self = .polynomials(try container.decode(Int.self, forKey: key))
        case .monomials: self = .monomials(try container.decode(Int.self, forKey: key))
        case .degrees: self = .degrees(try container.decode([Int: Integer].self, forKey: key))
        case .numbers: self = .numbers(try container.decode([Integer].self, forKey: key))
        case .lacksPolynomial: self = .lacksPolynomial(try container.decode(Side.self, forKey: key))
        }
    }

    /// Writes its kind and its value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .truth(let truth): try container.encode(truth, forKey: .truth)
        case .count(let count): try container.encode(count, forKey: .count)
        case .polynomials(let count): try container.encode(count, forKey: .polynomials)
        case .monomials(let count): try container.encode(count, forKey: .monomials)
        case .degrees(let counts): try container.encode(counts, forKey: .degrees)
        case .numbers(let numbers): try container.encode(numbers, forKey: .numbers)
        case .lacksPolynomial(let side): try container.encode(side, forKey: .lacksPolynomial)
        }
    }
}
