extension Integer {
    /// The number of binary digits of the absolute value; 0 for zero.
    package var bitLength: Int {
        switch storage {
        case .small(let value): return UInt.bitWidth - value.magnitude.leadingZeroBitCount
        case .large(_, let words):
            return words.count * UInt.bitWidth - (words.last?.leadingZeroBitCount ?? 0)
        }
    }

    /// `self·2^exponent`, rounded toward zero where the exponent is negative.
    ///
    /// - Complexity: the lengths of the number and of the result in words.
    package func scaled(byPowerOfTwo exponent: Int) -> Integer {
        if exponent == 0 || signum == 0 { return self }
        if case .small(let value) = storage {
            if exponent < 0 {
                let magnitude = Integer(value.magnitude >> UInt(min(-exponent, UInt.bitWidth)))
                return value < 0 ? -magnitude : magnitude
            }
            if exponent < value.magnitude.leadingZeroBitCount - 1 { return Integer(value << exponent) }
        }
        let words = magnitudeWords
        let (whole, bits) = abs(exponent).quotientAndRemainder(dividingBy: UInt.bitWidth)
        if exponent > 0 {
            let shifted = WordArithmetic.shiftedLeft(words, by: bits)
            return Integer(
                isNegative: signum < 0, magnitude: [UInt](repeating: 0, count: whole) + shifted)
        }
        guard whole < words.count else { return .zero }
        return Integer(
            isNegative: signum < 0,
            magnitude: WordArithmetic.shiftedRight(Array(words[whole...]), by: bits))
    }

    /// A number of absolute value in [1/2, 1] and the exponent of a power of two; their product is the value,
    /// up to a relative error of less than `2^-53 + 2^-62`. (0, 0) for zero.
    package var significandAndExponent: (significand: Double, exponent: Int) {
        let length = bitLength
        // The leading 64 digits: what is left out is below 2^-63, and the conversion rounds to nearest.
        let leading = scaled(byPowerOfTwo: min(0, UInt.bitWidth - length)).magnitudeWords.first ?? 0
        let significand = Double(leading) * Double(sign: .plus, exponent: -min(length, 64), significand: 1)
        return (signum < 0 ? -significand : significand, length)
    }
}
