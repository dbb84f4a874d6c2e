@testable import ExactAlgebra

/// Counts of real roots in another way: by Sturm's theorem, in integers.
struct SturmSequence {
    private let polynomials: [[Integer]]

    /// - Precondition: the form has no multiple root, and its first coefficient is not 0.
    init(_ form: BinaryForm) {
        let derivative = form.coefficients.dropLast().enumerated().map { $1 * Integer(form.degree - $0) }
        var polynomials = [form.coefficients, derivative]
        while let divisor = polynomials.last, divisor.count > 1 {
            let rest = Self.negativeRemainder(polynomials[polynomials.count - 2], by: divisor)
            guard !rest.isEmpty else { break }
            polynomials.append(rest)
        }
        self.polynomials = polynomials
    }

    /// Up to a positive factor.
    private static func negativeRemainder(_ dividend: [Integer], by divisor: [Integer]) -> [Integer] {
        var rest = dividend
        let factor = divisor[0].magnitude
        while rest.count >= divisor.count {
            let quotient = rest[0] * Integer(divisor[0].signum)
            rest = rest.indices.dropFirst().map { index in
                rest[index] * factor - (index < divisor.count ? quotient * divisor[index] : .zero)
            }
            rest = Array(rest.drop { $0.signum == 0 })
        }
        let content = rest.reduce(Integer.zero) { Integer.greatestCommonDivisor($0, $1) }
        return rest.map { -$0 / content }
    }

    /// The number of roots t with `lower < t ≤ upper`, of which nil stands for infinity.
    func count(from lower: Rational?, to upper: Rational?) -> Int {
        let first = polynomials.map { polynomial in
            // At −∞.
            lower.map { sign(of: polynomial, at: $0) }
                ?? polynomial[0].signum * (polynomial.count.isMultiple(of: 2) ? -1 : 1)
        }
        let last = polynomials.map { polynomial in
            upper.map { sign(of: polynomial, at: $0) } ?? polynomial[0].signum
        }
        return variations(first) - variations(last)
    }

    private func variations(_ signs: [Int]) -> Int {
        let signs = signs.filter { $0 != 0 }
        return zip(signs, signs.dropFirst()).count { $0 != $1 }
    }
}

/// The sign of a polynomial, that of the highest power first.
func sign(of polynomial: [Integer], at point: Rational) -> Int {
    var (value, power) = (Integer.zero, Integer.one)
    for coefficient in polynomial {
        value = value * point.numerator + coefficient * power
        power *= point.denominator
    }
    return value.signum
}
