/// The unevaluated sum of two floating-point numbers: about 32 decimal digits.
///
/// `|low| ≤ u·|high|`, `u = 2^{-53}`. The operations are not exact; their error bounds are stated where they are defined, and
/// hold where nothing overflows. An underflow adds less than `2^{-1070}`.
struct DoubleDouble: Hashable, BitwiseCopyable, Sendable {
    var high: Double
    var low: Double

    @inline(__always)
    init(_ high: Double, _ low: Double = 0) {
        self.high = high
        self.low = low
    }

    /// `left + right`, exactly (Knuth), whichever is larger.
    @inline(__always)
    static func sum(_ left: Double, _ right: Double) -> DoubleDouble {
        let sum = left + right
        let part = sum - left
        return DoubleDouble(sum, (left - (sum - part)) + (right - part))
    }

    /// `left·right`, exactly unless the lower part underflows.
    @inline(__always)
    static func product(_ left: Double, _ right: Double) -> DoubleDouble {
        let product = left * right
        return DoubleDouble(product, (-product).addingProduct(left, right))
    }

    /// The error is at most `4u²(|left.high| + |right.high|)`.
    ///
    /// The lower parts are at most u times the upper ones: their sum is rounded by at most `u²(|left| + |right|)`, and its
    /// sum with the rounding error of the upper parts by at most `2u²(1 + u)(|left| + |right|)`.
    @inline(__always)
    static func + (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
        let upper = sum(left.high, right.high)
        return sum(upper.high, upper.low + (left.low + right.low))
    }

    /// The error is at most that of a sum.
    @inline(__always)
    static func - (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble { left + (-right) }

    /// The error is at most `9u²|left.high·right.high|`.
    ///
    /// The product of the lower parts, u², is left out; each mixed product is rounded by u², their sum by `2u²(1 + u)`, and
    /// the sum with the rounding error of the upper product by `3u²(1 + u)`.
    @inline(__always)
    static func * (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
        let upper = product(left.high, right.high)
        return sum(upper.high, upper.low + (left.high * right.low + left.low * right.high))
    }

    @inline(__always)
    static prefix func - (value: DoubleDouble) -> DoubleDouble { DoubleDouble(-value.high, -value.low) }

    /// Times a power of two; exact unless a part underflows, which changes it by at most `2^{-1074}`.
    func scaled(byPowerOfTwo exponent: Int) -> DoubleDouble {
        DoubleDouble(high.scaled(byPowerOfTwo: exponent), low.scaled(byPowerOfTwo: exponent))
    }
}

extension Double {
    /// Times a power of two; exact unless it underflows or overflows.
    func scaled(byPowerOfTwo exponent: Int) -> Double {
        Double(sign: .plus, exponent: exponent, significand: self)
    }
}
