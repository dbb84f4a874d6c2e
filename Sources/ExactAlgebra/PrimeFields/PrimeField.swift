/// The field ℤ/p for a prime `p < 2^62`. Elements are `UInt64` in `0 ..< p`.
///
/// A value type that carries the modulus; elements are plain words, so rows and points are flat
/// arrays. Operations expect reduced operands and give reduced results.
public struct PrimeField: Hashable, Sendable {
    /// p.
    public let modulus: UInt64

    /// The field with p elements.
    ///
    /// - Precondition: `modulus` is a prime below `2^62`; primality is not checked.
    public init(modulus: UInt64) {
        precondition(modulus > 1 && modulus < 1 << 62, "the modulus is a prime below 2^62")
        self.modulus = modulus
    }

    /// `2^61 − 1`, for evaluation at random points: a nonzero polynomial of degree d vanishes at a
    /// random point with probability at most d / 2^61 (Schwartz–Zippel).
    public static let mersenne61 = PrimeField(modulus: (1 << 61) - 1)

    /// The remainder of any machine integer.
    @inlinable
    public func reduce(_ value: Int) -> UInt64 {
        let remainder = value.magnitude % UInt(modulus)
        return value < 0 && remainder != 0 ? modulus - UInt64(remainder) : UInt64(remainder)
    }

    /// `a + b`.
    @inlinable
    public func add(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let sum = a + b
        return sum >= modulus ? sum - modulus : sum
    }

    /// `a − b`.
    @inlinable
    public func subtract(_ a: UInt64, _ b: UInt64) -> UInt64 {
        a >= b ? a - b : a + modulus - b
    }

    /// `a·b`, by a product of 128 bits and a division; modulo `2^61 − 1`, where most evaluations are, without one.
    @inlinable
    public func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let (high, low) = a.multipliedFullWidth(by: b)
        if modulus == (1 << 61) - 1 {
            // 2^61 = 1: the product is below 2^122, so both halves are below 2^61.
            return add(low & modulus, high << 3 | low >> 61)
        }
        return modulus.dividingFullWidth((high, low)).remainder
    }

    /// `base^exponent`; `0^0 = 1`.
    ///
    /// - Complexity: two multiplications a bit of the exponent.
    public func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var (result, square, rest) = (1 % modulus, base, exponent)
        while rest != 0 {
            if rest & 1 == 1 { result = multiply(result, square) }
            square = multiply(square, square)
            rest >>= 1
        }
        return result
    }

    /// The inverse, by Fermat's little theorem.
    ///
    /// - Precondition: `value ≠ 0`.
    public func inverse(_ value: UInt64) -> UInt64 {
        precondition(value != 0, "zero has no inverse")
        return power(value, modulus - 2)
    }
}
