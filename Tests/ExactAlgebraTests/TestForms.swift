@testable import ExactAlgebra

extension Integer {
    /// With both signs; 0 is not avoided.
    static func random(bits: Int, using generator: inout SplitMix) -> Integer {
        var words = (0..<(bits / 64)).map { _ in UInt(generator.next()) }
        if bits % 64 > 0 { words.append(UInt(generator.next() >> UInt64(64 - bits % 64))) }
        return Integer(isNegative: Bool.random(using: &generator), magnitude: words)
    }

    static func power(_ base: Integer, _ exponent: Int) -> Integer {
        (0..<exponent).reduce(Integer.one) { value, _ in value * base }
    }
}

extension BinaryForm {
    /// Divisible by neither x nor y.
    static func random(degree: Int, bits: Int, using generator: inout SplitMix) -> BinaryForm {
        var coefficients = (0...degree).map { _ in Integer.random(bits: bits, using: &generator) }
        for end in [0, degree] where coefficients[end] == 0 { coefficients[end] = -1 }
        return BinaryForm(coefficients: coefficients)
    }

    static func zero(degree: Int) -> BinaryForm {
        BinaryForm(coefficients: [Integer](repeating: .zero, count: degree + 1))
    }

    func scaled(by factor: Integer) -> BinaryForm {
        BinaryForm(coefficients: coefficients.map { $0 * factor })
    }

    /// Times a power of x and a power of y.
    func times(x: Int, y: Int) -> BinaryForm {
        BinaryForm(
            coefficients: [Integer](repeating: .zero, count: y) + coefficients
                + [Integer](repeating: .zero, count: x))
    }

    /// Coefficient by coefficient, whatever the size.
    static func schoolbook(_ factors: BinaryForm...) -> BinaryForm {
        schoolbook(factors)
    }

    static func schoolbook(_ factors: [BinaryForm]) -> BinaryForm {
        factors.reduce(.one) { a, b in
            let count = a.coefficients.count + b.coefficients.count - 1
            return BinaryForm(
                coefficients: (0..<count).map { place in
                    (max(0, place - b.degree)...min(place, a.degree)).reduce(Integer.zero) {
                        $0 + a.coefficients[$1] * b.coefficients[place - $1]
                    }
                })
        }
    }

    /// Whether the determinant of Sylvester's matrix is not 0 modulo a prime that has nothing to do with the primes of
    /// ``LargePrimes``: then the forms have no common root on the projective line.
    func isCoprime(to other: BinaryForm) -> Bool {
        let field = PrimeField(modulus: 1_000_000_007)
        func rows(_ form: BinaryForm, _ count: Int) -> [[UInt64]] {
            let values = form.coefficients.map { field.reduce($0) }
            return (0..<count).map { shift in
                [UInt64](repeating: 0, count: shift) + values
                    + [UInt64](repeating: 0, count: count - 1 - shift)
            }
        }
        return field.determinant(rows(self, other.degree) + rows(other, degree)) != 0
    }
}
