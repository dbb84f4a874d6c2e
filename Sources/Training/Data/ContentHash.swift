/// Tells contents from others, wherever they are stored: 64 bits, against accidents and not against malice.
///
/// Each step is one to one in the word and in what was before, and every bit of them changes half of the bits: the last step of
/// SplitMix64 (Steele, Lea, Flood 2014). Signs that are flipped in two numbers do not cancel, as they would by multiplications alone.
package struct ContentHash: Sendable {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    package init() {}

    package mutating func add(_ word: UInt64) {
        var value = (state ^ word) &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        state = value ^ (value >> 31)
    }

    package mutating func add(_ text: String) {
        add(UInt64(text.utf8.count))
        for byte in text.utf8 { add(UInt64(byte)) }
    }

    /// Shape and numbers.
    package mutating func add(_ matrix: DataMatrix) {
        add(UInt64(matrix.rowCount))
        add(UInt64(matrix.columnCount))
        for value in matrix.values { add(value.bitPattern) }
    }

    /// Sixteen hexadecimal digits.
    package var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension DataSet {
    /// Of the numbers.
    package var contentHash: String {
        var hash = ContentHash()
        hash.add(inputs)
        hash.add(outputs)
        return hash.text
    }
}
