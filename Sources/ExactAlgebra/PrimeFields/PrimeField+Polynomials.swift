/// Multiplication by one element, with a quotient prepared once so that each product takes no division (Shoup).
struct FixedFactor {
    private let value: UInt64
    private let quotient: UInt64
    private let modulus: UInt64

    /// - Precondition: `value < modulus`.
    init(_ value: UInt64, _ field: PrimeField) {
        self.value = value
        modulus = field.modulus
        quotient = modulus.dividingFullWidth((value, 0)).quotient
    }

    /// The product, reduced; the other factor may be any word.
    @inline(__always)
    func times(_ other: UInt64) -> UInt64 {
        // The estimate is at most one too small: the rest is below 2p < 2^63.
        let estimate = other.multipliedFullWidth(by: quotient).high
        let rest = other &* value &- estimate &* modulus
        return min(rest, rest &- modulus)
    }
}

/// Polynomials in one variable over the field: coefficients from the highest power down, the first not zero; empty for 0.
extension PrimeField {
    /// - Complexity: the product of the two lengths.
    package func product(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
        guard !a.isEmpty, !b.isEmpty else { return [] }
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        var result = [UInt64](repeating: 0, count: a.count + b.count - 1)
        for (place, value) in short.enumerated() where value != 0 {
            let factor = FixedFactor(value, self)
            for index in long.indices {
                let sum = result[place + index] &+ factor.times(long[index])
                result[place + index] = min(sum, sum &- modulus)
            }
        }
        return result
    }

    /// Divides in place: the quotient is given back, and the rest stays without its leading zeros.
    ///
    /// - Precondition: the divisor is not 0.
    /// - Complexity: the product of the lengths of the divisor and the quotient.
    func divide(_ rest: inout [UInt64], by divisor: [UInt64]) -> [UInt64] {
        guard rest.count >= divisor.count else { return [] }
        let inverse = FixedFactor(inverse(divisor[0]), self)
        let count = rest.count - divisor.count + 1
        var quotient = [UInt64](repeating: 0, count: count)
        for place in 0..<count {
            let value = inverse.times(rest[place])
            quotient[place] = value
            guard value != 0 else { continue }
            let factor = FixedFactor(modulus - value, self)
            for index in divisor.indices {
                let sum = rest[place + index] &+ factor.times(divisor[index])
                rest[place + index] = min(sum, sum &- modulus)
            }
        }
        rest.removeFirst(rest.firstIndex { $0 != 0 } ?? rest.count)
        return quotient
    }

    /// Monic, by Euclid's algorithm; empty if both are 0.
    func greatestCommonDivisor(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
        var (first, second) = a.count >= b.count ? (a, b) : (b, a)
        while !second.isEmpty {
            _ = divide(&first, by: second)
            swap(&first, &second)
        }
        guard let lead = first.first else { return [] }
        return scaled(first, by: inverse(lead))
    }

    func scaled(_ polynomial: [UInt64], by value: UInt64) -> [UInt64] {
        let factor = FixedFactor(value, self)
        return polynomial.map { factor.times($0) }
    }
}
