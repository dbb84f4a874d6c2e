import Foundation
import Testing

@testable import ExactAlgebra

/// Values at the edges of the representation, and random ones of up to five words.
private func samples(seed: UInt64) -> [Integer] {
    var generator = SplitMix(seed: seed)
    let edges: [Integer] = [
        0, 1, -1, 2, -2, Integer(Int.max), Integer(Int.min), Integer(Int.max) + 1, Integer(Int.min) - 1,
        Integer(UInt.max), Integer(UInt.max) + 1, -Integer(UInt.max), Integer(UInt128.max),
    ]
    let random = (0..<30).map { _ in
        let words: [UInt] = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
            let edge: UInt = Bool.random(using: &generator) ? 0 : .max
            return Bool.random(using: &generator) ? UInt(generator.next()) : edge
        }
        return Integer(isNegative: Bool.random(using: &generator), magnitude: words)
    }
    return edges + random
}

@Suite struct IntegerTests {
    @Test(arguments: [1, 2, 3] as [UInt64]) func ringLaws(seed: UInt64) {
        let values = samples(seed: seed)
        for a in values {
            #expect(a + -a == .zero, "seed \(seed)")
            #expect(a - 0 == a && a * 1 == a && a * 0 == 0)
            for b in values {
                #expect(a + b == b + a && a * b == b * a, "seed \(seed): \(a), \(b)")
                #expect((a + b) - b == a, "seed \(seed): \(a), \(b)")
                #expect((a < b) == ((a - b).signum < 0), "seed \(seed): \(a), \(b)")
                let c = values[(values.count / 2 + 3) % values.count]
                #expect(a * (b + c) == a * b + a * c, "seed \(seed): \(a), \(b), \(c)")
            }
        }
    }

    @Test(arguments: [4, 5, 6] as [UInt64]) func divisionIsMultiplicationUndone(seed: UInt64) {
        let values = samples(seed: seed)
        for a in values {
            for b in values where b != 0 {
                let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
                #expect(quotient * b + remainder == a, "seed \(seed): \(a) / \(b)")
                #expect(remainder.magnitude < b.magnitude, "seed \(seed): \(a) / \(b)")
                #expect(remainder == 0 || remainder.signum == a.signum, "seed \(seed): \(a) / \(b)")
            }
        }
    }

    @Test func divisionWithTheRareCorrection() {
        // The estimated quotient digit is one too large (Knuth, exercise 4.3.1-21).
        let a = Integer(isNegative: false, magnitude: [0, 0, 1 << 63, (1 << 63) - 1])
        let b = Integer(isNegative: false, magnitude: [1, 0, 1 << 63])
        let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
        #expect(quotient * b + remainder == a)
        #expect(remainder < b && remainder.signum >= 0)
    }

    @Test func textRoundTrip() {
        for value in samples(seed: 7) { #expect(Integer(value.description) == value) }
        #expect(Integer("340282366920938463463374607431768211456") == Integer(UInt128.max) + 1)
        #expect((Integer(UInt128.max) + 1).description == "340282366920938463463374607431768211456")
        #expect(
            Integer("10000000000000000000000000000000000000").map(\.description)
                == "10000000000000000000000000000000000000")
        for text in ["", "-", "+", "1a", " 1", "1 ", "--1", "0x1", "１"] { #expect(Integer(text) == nil) }
        #expect(Integer("-0") == 0)
    }

    @Test func conversions() {
        #expect(Int(exactly: Integer(Int.min)) == Int.min)
        #expect(Int(exactly: Integer(Int.max) + 1) == nil)
        #expect(Integer(UInt128.max).approximation == 0x1p128)
        #expect(Integer(-5).magnitude == 5 && Integer(Int.min).magnitude == Integer(Int.max) + 1)
    }

    @Test func multinomials() {
        #expect(Integer.multinomial([]) == 1)
        #expect(Integer.multinomial([7, 7]) == 3432)
        #expect(Integer.multinomial([1, 2, 3]) == 60)
        #expect(Integer.binomial(100, 50).description == "100891344545564193334812497256")
        // The larger part costs nothing.
        #expect(Integer.binomial(1 << 40, 2) == Integer(1 << 39) * Integer((1 << 40) - 1))
        #expect(Integer.binomial(5, 6) == 0 && Integer.binomial(5, -1) == 0 && Integer.binomial(0, 0) == 1)
        #expect(Integer.greatestCommonDivisor(-12, 18) == 6)
        #expect(Integer.greatestCommonDivisor(0, 0) == 0)
    }

    /// Numbers up to 2^53, digits beyond; both are read.
    @Test func coding() throws {
        for value in [
            Integer(0), -17, Integer(1 << 53), Integer(1 << 53) + 1, Integer.binomial(200, 100),
            -Integer.binomial(90, 45),
        ] {
            let data = try JSONEncoder().encode([value])
            let text = String(decoding: data, as: UTF8.self)
            #expect(text.contains("\"") == (value.magnitude > Integer(1 << 53)), "\(text)")
            #expect(try JSONDecoder().decode([Integer].self, from: data) == [value])
        }
        #expect(
            try JSONDecoder().decode([Integer].self, from: Data("[9007199254740993]".utf8)) == [
                Integer(1 << 53) + 1
            ])
        for bad in ["[1.5]", "[\"1x\"]", "[null]", "[\"\"]"] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode([Integer].self, from: Data(bad.utf8))
            }
        }
    }

    @Test func numericProtocols() {
        func sum<Number: SignedNumeric>(_ numbers: [Number]) -> Number { numbers.reduce(.zero, +) }
        #expect(sum([Integer(5), -7, 2]) == 0)
        #expect(Integer(exactly: UInt64.max)?.description == "18446744073709551615")
        var value: Integer = 6
        value *= -7
        value.negate()
        #expect(value == 42 && Integer(-3).magnitude == 3)
    }

    @Test func leastCommonMultiples() {
        #expect(Integer.leastCommonMultiple(4, -6) == 12 && Integer.leastCommonMultiple(-3, -3) == 3)
        #expect(Integer.leastCommonMultiple(0, 5) == 0 && Integer.leastCommonMultiple(1, 7) == 7)
        let (a, b) = (Integer(1 << 40) * 81, Integer(1 << 50) * 45)
        let multiple = Integer.leastCommonMultiple(a, b)
        #expect(multiple == Integer(1 << 50) * 405)
        #expect(multiple * Integer.greatestCommonDivisor(a, b) == a * b)
    }

    @Test func powersOfTwo() {
        for value in samples(seed: 8) {
            let significand = value.significandAndExponent
            let power = (0..<value.bitLength).reduce(Integer.one) { value, _ in value * 2 }
            #expect(value.magnitude < power && (value == 0 || !(value.magnitude * 2 < power)))
            #expect(significand.exponent == value.bitLength && abs(significand.significand) <= 1)
            let restored = Double(
                sign: .plus, exponent: significand.exponent, significand: significand.significand)
            #expect(abs(restored - value.approximation) <= abs(restored) * 0x1p-51)
            for exponent in [0, 1, 61, 62, 63, 64, 65, 128, 200] {
                let scale = (0..<exponent).reduce(Integer.one) { value, _ in value * 2 }
                #expect(value.scaled(byPowerOfTwo: exponent) == value * scale, "\(value), \(exponent)")
                #expect(value.scaled(byPowerOfTwo: -exponent) == value / scale, "\(value), -\(exponent)")
            }
        }
    }
}
