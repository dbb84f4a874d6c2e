/// The checksum of zip archives: the remainder of the bytes, as a polynomial over 𝔽₂, bits of each byte reversed, by
/// the polynomial 04C11DB7 of degree 32.
enum CyclicRedundancyCheck {
    private static let table: [UInt32] = (0..<256).map { (byte: UInt32) in
        (0..<8).reduce(byte) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        let table = table
        var rest = UInt32.max
        for byte in bytes { rest = table[Int(UInt8(truncatingIfNeeded: rest) ^ byte)] ^ rest >> 8 }
        return ~rest
    }
}
