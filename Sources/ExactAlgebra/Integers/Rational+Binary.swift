extension Rational {
    /// Exactly the value of a number; nil for infinities and NaN.
    public init?(exactly value: Double) {
        guard value.isFinite else { return nil }
        // Subnormal numbers have no leading 1, and the exponent of the least normal ones.
        let isNormal = value.exponentBitPattern > 0
        let magnitude = Int(value.significandBitPattern | (isNormal ? 1 << 52 : 0))
        let exponent = Int(max(value.exponentBitPattern, 1)) - 1075
        let significand = Integer(value.sign == .minus ? -magnitude : magnitude)
        self.init(
            significand.scaled(byPowerOfTwo: max(exponent, 0)),
            Integer.one.scaled(byPowerOfTwo: max(-exponent, 0)))
    }

    /// The nearest floating-point number, of two the even one; infinite where the value is out of range.
    public var approximation: Double { approximation(scaledBy: 0) }

    /// The numbers times a common power of two that brings the largest absolute value into `[1/2, 1)`.
    ///
    /// Each is the floating-point number nearest to `values[i]·2^exponent`, whatever the size of the numbers; those
    /// that are too small beside the largest are 0. Where all numbers are 0, so is the exponent.
    package static func scaledApproximations(_ values: [Rational]) -> (values: [Double], exponent: Int) {
        // What is below 2^top after rounding: a number just below a power of two may become that power.
        let tops = values.filter { $0.numerator.signum != 0 }.map { value in
            let (significand, exponent) = value.rounded(toMultipleOf: nil)
            return exponent + UInt.bitWidth - significand.leadingZeroBitCount
        }
        guard let top = tops.max() else { return ([Double](repeating: 0, count: values.count), 0) }
        return (values.map { $0.approximation(scaledBy: -top) }, -top)
    }

    /// The floating-point number nearest to `self·2^scale`.
    private func approximation(scaledBy scale: Int) -> Double {
        guard numerator.signum != 0 else { return 0 }
        // All floating-point numbers are multiples of 2^-1074.
        let (significand, exponent) = rounded(toMultipleOf: -1074 - scale)
        return Double(
            sign: numerator.signum < 0 ? .minus : .plus, exponent: exponent + scale,
            significand: Double(significand))
    }

    /// The absolute value of a number other than 0, `significand·2^exponent`, rounded once, half to even, to 53 binary
    /// digits, and to fewer where that is no multiple of `2^least`.
    private func rounded(toMultipleOf least: Int?) -> (significand: UInt, exponent: Int) {
        let (top, bottom) = (numerator.magnitude, denominator)
        // The absolute value is between 2^(size - 1) and 2^(size + 1): the quotient has 62 or 63 digits.
        let size = top.bitLength - bottom.bitLength
        let shift = 62 - size
        let (quotient, remainder) = top.scaled(byPowerOfTwo: max(shift, 0))
            .quotientAndRemainder(dividingBy: bottom.scaled(byPowerOfTwo: max(-shift, 0)))
        let digits = quotient.magnitudeWords.first ?? 0
        let length = UInt.bitWidth - digits.leadingZeroBitCount
        let dropped = max(length - 53, least.map { $0 + shift } ?? 0)
        // Less than half of 2^least.
        guard dropped <= length else { return (0, dropped - shift) }
        var significand = digits >> UInt(dropped)
        let rest = digits - significand << UInt(dropped)
        let half: UInt = 1 << UInt(dropped - 1)
        let isTie = rest == half && remainder.signum == 0
        if isTie ? significand % 2 == 1 : rest >= half { significand += 1 }
        return (significand, dropped - shift)
    }
}
