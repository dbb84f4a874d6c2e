import Testing

@testable import ExactAlgebra

/// Numbers of many words, against arithmetic in a prime field and against what is done digit by digit.
@Suite struct LongIntegerTests {
    private static let field = PrimeField(modulus: (1 << 61) - 31)

    /// Random words, and words of zeros and ones, in which carries run on.
    private static func number(words: Int, using generator: inout SplitMix) -> Integer {
        let words: [UInt] = (0..<words).map { _ in
            [UInt(generator.next()), 0, .max, 1][Int.random(in: 0..<4, using: &generator)]
        }
        return Integer(isNegative: Bool.random(using: &generator), magnitude: words)
    }

    private static func numbers(_ seed: UInt64) -> [Integer] {
        var generator = SplitMix(seed: seed)
        return [0, 1, -1] + [1, 1, 2, 3, 7, 20, 33].map { number(words: $0, using: &generator) }
    }

    private static let factors = [0, 1, -1, 7, -1999, .max, .min]

    @Test(arguments: [1, 2, 3] as [UInt64]) func sumsAndProductsInPlace(seed: UInt64) {
        let field = Self.field
        let numbers = Self.numbers(seed)
        let residues = numbers.map { field.reduce($0) }
        for (a, x) in zip(numbers, residues) {
            for (b, y) in zip(numbers, residues) {
                var value = a
                value += b
                #expect(field.reduce(value) == field.add(x, y), "seed \(seed): \(a), \(b)")
                #expect(a + b == value, "seed \(seed): \(a), \(b)")
                value = a
                value -= b
                #expect(field.reduce(value) == field.subtract(x, y), "seed \(seed): \(a), \(b)")
                #expect(a - b == value, "seed \(seed): \(a), \(b)")
                #expect(field.reduce(a * b) == field.multiply(x, y), "seed \(seed): \(a), \(b)")
                for (c, z) in zip(numbers, residues) {
                    value = c
                    value.add(productOf: a, and: b)
                    #expect(
                        field.reduce(value) == field.add(z, field.multiply(x, y)),
                        "seed \(seed): \(c) + \(a)*\(b)")
                    #expect(value - c == a * b, "seed \(seed): \(c) + \(a)*\(b)")
                }
                for factor in Self.factors {
                    value = a
                    value.multiply(by: factor, adding: b)
                    #expect(
                        field.reduce(value) == field.add(field.multiply(x, field.reduce(factor)), y),
                        "seed \(seed): \(a)*\(factor) + \(b)")
                    #expect(value - b == Integer(factor) * a, "seed \(seed): \(a)*\(factor) + \(b)")
                }
            }
        }
    }

    @Test(arguments: [4, 5] as [UInt64]) func divisionInPlace(seed: UInt64) {
        for number in Self.numbers(seed) {
            for divisor in Self.factors where divisor != 0 {
                var product = number
                product.multiply(by: divisor)
                #expect(product == Integer(divisor) * number, "seed \(seed): \(number)*\(divisor)")
                product.divide(by: divisor)
                #expect(product == number, "seed \(seed): \(number)*\(divisor)")
                var quotient = number
                quotient.divide(by: divisor)
                let rest = number - Integer(divisor) * quotient
                #expect(rest.magnitude < Integer(divisor.magnitude), "seed \(seed): \(number)/\(divisor)")
                #expect(rest == 0 || rest.signum == number.signum, "seed \(seed): \(number)/\(divisor)")
            }
        }
    }

    /// No copy of a number changes with it.
    @Test func copiesStay() {
        var generator = SplitMix(seed: 6)
        let original = Self.number(words: 9, using: &generator)
        let text = original.description
        for factor in Self.factors {
            var copy = original
            copy += original
            copy -= 1
            copy.multiply(by: factor, adding: original)
            copy.add(productOf: original, and: original)
            copy.divide(by: 3)
            #expect(original.description == text)
        }
    }

    @Test(arguments: [7, 8, 9] as [UInt64]) func commonDivisors(seed: UInt64) {
        /// Euclid's algorithm, step by step.
        func euclid(_ a: Integer, _ b: Integer) -> Integer {
            var (x, y) = (a.magnitude, b.magnitude)
            while y != 0 { (x, y) = (y, x % y) }
            return x
        }
        let numbers = Self.numbers(seed)
        for a in numbers {
            for b in numbers {
                #expect(Integer.greatestCommonDivisor(a, b) == euclid(a, b), "seed \(seed): \(a), \(b)")
                for c in numbers where c != 0 {
                    let divisor = Integer.greatestCommonDivisor(a * c, b * c)
                    #expect(divisor == euclid(a, b) * c.magnitude, "seed \(seed): \(a), \(b), \(c)")
                }
            }
        }
        // All quotients are 1: the longest way there is.
        var (small, large) = (Integer.one, Integer.one)
        for _ in 0..<3000 { (small, large) = (large, small + large) }
        #expect(
            Integer.greatestCommonDivisor(large * 6, small * 10) == Integer.greatestCommonDivisor(
                large * 3, 5) * 2 * Integer.greatestCommonDivisor(small, 3))
    }

    /// Against one digit after the other, for lengths on both sides of where numbers are halved.
    @Test(arguments: [10, 11] as [UInt64]) func decimalDigits(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        for words in [1, 2, 15, 16, 17, 31, 32, 33, 63, 64, 65, 130] {
            let number = Self.number(words: words, using: &generator)
            var digits = ""
            var rest = number.magnitude
            while rest != 0 {
                let quotient = rest / 10
                digits = "\(Int(exactly: rest - quotient * 10) ?? -1)" + digits
                rest = quotient
            }
            let sign = number.signum < 0 ? "-" : ""
            #expect(
                number.description == (digits.isEmpty ? "0" : sign + digits), "seed \(seed): \(words) words")
            #expect(Integer(number.description) == number, "seed \(seed): \(words) words")
        }
        // Zeros inside and at the end.
        for places in [18, 19, 20, 303, 304, 305, 1216, 2000] {
            let power = (0..<places).reduce(Integer.one) { power, _ in power * 10 }
            #expect(power.description == "1" + String(repeating: "0", count: places))
            #expect((power - 1).description == String(repeating: "9", count: places))
            #expect((power * power + 7).description.utf8.count == 2 * places + 1)
        }
    }
}
