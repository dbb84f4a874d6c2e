extension Integer: Codable {
    /// Numbers beyond this are not exact in all programs that read JSON.
    private static let largestNumber = 1 << 53

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

    /// Writes a number up to `2^53` in absolute value, a string of digits beyond.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value = Int(exactly: self), value.magnitude <= Self.largestNumber.magnitude {
            try container.encode(value)
        } else {
            try container.encode(description)
        }
    }
}
