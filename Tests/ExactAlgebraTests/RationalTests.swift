import Testing

@testable import ExactAlgebra

@Suite struct RationalTests {
    @Test func text() {
        for (text, wanted) in [
            ("+1", "1"), (".5", "1/2"), ("5.", "5"), ("-.5", "-1/2"), ("+.5E1", "5"), ("-0.0", "0"),
            ("1e+2", "100"), ("1E-2", "1/100"), ("-6/4", "-3/2"), ("+1/3", "1/3"),
        ] {
            #expect(Rational(text)?.description == wanted, "\(text)")
        }
        #expect(
            Rational("1e300").map { $0.numerator == Integer("1" + String(repeating: "0", count: 300)) }
                == true)
        #expect(Rational("1E-320")?.denominator.description.count == 321)
        for text in [
            "", ".", "-", "e5", "1e", "1e5.0", "1_000", "0x1", "nan", "inf", " 1", "1/0", "1/-2", "1/2/3",
            "1.5/2",
            "1e2001", "1e-2001", "1e-9223372036854775808", "1e9223372036854775808",
            String(repeating: "1", count: 4_001),
        ] {
            #expect(Rational(text) == nil, "\(text)")
        }
    }

    @Test func bits() {
        for (value, length): (Integer, Int) in [
            (0, 0), (1, 1), (-1, 1), (255, 8), (256, 9), (Integer(Int.max), 63), (Integer(Int.min), 64),
            (Integer(UInt.max), 64), (Integer(UInt.max) + 1, 65), (-Integer(UInt128.max), 128),
        ] {
            #expect(value.bitLength == length, "\(value)")
            for exponent in [0, 1, 5, 63, 64, 65, 127, 128, 200] {
                let power = (0..<exponent).reduce(Integer.one) { product, _ in product * 2 }
                #expect(value.scaled(byPowerOfTwo: exponent) == value * power, "\(value), \(exponent)")
            }
        }
    }

    /// Every float is read exactly: it comes back.
    @Test(arguments: [1, 2] as [UInt64]) func floatsRoundTrip(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        var values: [Double] = [
            0, 1, -1, 0.1, Double.leastNonzeroMagnitude, 0x1p-1022, 0x1p-1022.nextDown,
            .greatestFiniteMagnitude, 0x1p53, -0x1p1023,
        ]
        for _ in 0..<2_000 {
            let value = Double(bitPattern: generator.next())
            // Subnormal numbers are rare among the patterns.
            if value.isFinite { values += [value, Double(bitPattern: value.bitPattern & ~(0x7FF << 52))] }
        }
        for value in values {
            let exact = try #require(Rational(exactly: value))
            #expect(exact.approximation == value, "seed \(seed), \(value)")
        }
        #expect(Rational(exactly: -0.375) == Rational(-3, 8))
        #expect(Rational(exactly: 0x1p70)?.description == "1180591620717411303424")
        #expect(
            Rational(exactly: Double.leastNonzeroMagnitude)?.denominator
                == Integer.one.scaled(byPowerOfTwo: 1074))
        #expect(Rational(exactly: -0.0) == Rational(0))
        #expect(Rational(exactly: .infinity) == nil && Rational(exactly: .nan) == nil)
    }

    /// As the processor divides, and as the system reads decimals.
    @Test(arguments: [3, 4] as [UInt64]) func approximations(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        for _ in 0..<500 {
            let (a, b) = (Int(generator.next() >> 11), Int(generator.next() >> 11) + 1)
            #expect(Rational(Integer(-a), Integer(b)).approximation == -Double(a) / Double(b), "seed \(seed)")
            let digits = String(generator.next()).prefix(Int.random(in: 1...20, using: &generator))
            let text = "\(digits)e\(Int.random(in: -345...310, using: &generator))"
            let wanted = try #require(Double(text))
            #expect(Rational(text)?.approximation == wanted, "seed \(seed), \(text)")
        }
        // Halfway between neighbours: the even one; a little more is the next.
        let tie = Integer.one.scaled(byPowerOfTwo: 53) + 1
        #expect(Rational(tie).approximation == 0x1p53 && Rational(tie + 2).approximation == 0x1p53 + 4)
        #expect(
            Rational(tie.scaled(byPowerOfTwo: 99) + 1, Integer.one.scaled(byPowerOfTwo: 99)).approximation
                == 0x1p53 + 2
        )
        let half = Integer.one.scaled(byPowerOfTwo: 1075)
        #expect(
            Rational(1, half).approximation == 0
                && Rational(3, half).approximation == 2 * Double.leastNonzeroMagnitude)
        #expect(Rational(1, half - 1).approximation == Double.leastNonzeroMagnitude)
        #expect(Rational("1e-320")?.approximation == Double("1e-320"))
        #expect(Rational("1e300").map { Rational($0.numerator, 3).approximation } == 1e300 / 3)
        #expect(
            Rational("1e2000")?.approximation == .infinity && Rational("-1e2000")?.approximation == -.infinity
        )
        #expect(Rational("-1e-2000")?.approximation == 0)
    }

    @Test func scaledApproximations() throws {
        func scaled(_ texts: String...) throws -> (values: [Double], exponent: Int) {
            Rational.scaledApproximations(try texts.map { try #require(Rational($0)) })
        }
        #expect(Rational.scaledApproximations([]).exponent == 0)
        #expect(try scaled("0", "0").values == [0, 0] && scaled("0").exponent == 0)
        let small = try scaled("1", "-3", "1/3", "0")
        #expect(small.values == [0.25, -0.75, 1 / 12.0, 0] && small.exponent == -2)
        let one = try scaled("1", "0.25")
        #expect(one.values == [0.5, 0.125] && one.exponent == -1)
        // Just below a power of two, which it becomes.
        let below = Rational(Integer.one.scaled(byPowerOfTwo: 80) - 1, Integer.one.scaled(byPowerOfTwo: 80))
        let rounded = Rational.scaledApproximations([below])
        #expect(rounded.values == [0.5] && rounded.exponent == -1)
        let wide = try scaled("1e300", "1e-320")
        #expect(wide.values[1] == 0 && wide.exponent == -997)
        // Far beyond the range of floating-point numbers: the ratio is kept.
        for scale in ["e1999", "e-1999", "e300", "e-320"] {
            let (values, exponent) = try scaled("1\(scale)", "3\(scale)", "-0.7\(scale)")
            #expect((0.5..<1).contains(values[1]), "\(scale)")
            #expect(abs(values[1] / values[0] - 3) < 1e-15 && abs(values[2] / values[0] + 0.7) < 1e-15)
            let exact = try #require(Rational("3\(scale)"))
            let back = try #require(Rational(exactly: values[1]))
            let (up, down) = (max(-exponent, 0), max(exponent, 0))
            let ratio = Rational(
                back.numerator.scaled(byPowerOfTwo: up) * exact.denominator,
                back.denominator.scaled(byPowerOfTwo: down) * exact.numerator)
            #expect(abs(ratio.approximation - 1) <= 0x1p-53, "\(scale)")
        }
    }
}
