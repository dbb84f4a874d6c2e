extension Integer {
    /// The rule for integers in JSON: up to this absolute value they are numbers, beyond it strings of digits.
    ///
    /// Larger numbers are not exact in all programs that read JSON.
    package static let largestJSONNumber: UInt = 1 << 53

    /// Whether it is a number in JSON, and not a string.
    package var isJSONNumber: Bool {
        Int(exactly: self).map { $0.magnitude <= Self.largestJSONNumber } ?? false
    }
}

extension Integer: Codable {
    /// Reads a number, or a string of decimal digits with an optional sign.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Int.self) {
            self.init(value)
            return
        }
        guard let value = Integer(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "an integer is a number or a string of digits")
        }
        self = value
    }

    /// Writes a number up to 2^53 in absolute value, a string of digits beyond.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if isJSONNumber, let value = Int(exactly: self) {
            try container.encode(value)
        } else {
            try container.encode(description)
        }
    }
}
