import Testing

@testable import ExactAlgebra

private func form(_ coefficients: Integer...) -> BinaryForm { BinaryForm(coefficients: coefficients) }

@Suite struct PowerMapTests {
    /// `f(x, y)·f(−x, y)` is a form in squares.
    @Test(arguments: 1...40 as ClosedRange<UInt64>) func squares(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let bits = [1, 5, 64, 300, 2_500][Int(seed % 5)]
        let form = BinaryForm.random(
            degree: Int.random(in: 0...11, using: &generator), bits: bits, using: &generator
        ).times(x: Int.random(in: 0...2, using: &generator), y: Int.random(in: 0...2, using: &generator))
        let turned = BinaryForm(
            coefficients: form.coefficients.enumerated().map { $0.isMultiple(of: 2) ? $1 : -$1 })
        let product = BinaryForm.schoolbook(form, turned).decomposition(step: 2)
        #expect(product[1].isZero, "seed \(seed)")
        #expect(form.powerMapped(2) == product[0].primitive, "seed \(seed)")
    }

    /// Rational roots, 0, ∞ and multiple ones among them.
    @Test(arguments: 1...30 as ClosedRange<UInt64>) func rationalRoots(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let size = seed.isMultiple(of: 2) ? 3 : 100_000
        let roots = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
            Rational(
                Integer(Int.random(in: -size...size, using: &generator)),
                Integer(Int.random(in: 1...size, using: &generator)))
        }
        let infinite = Int.random(in: 0...2, using: &generator)
        func form(_ exponent: Int) -> BinaryForm {
            BinaryForm.schoolbook(
                roots.map {
                    BinaryForm(
                        coefficients: [.power($0.denominator, exponent), -.power($0.numerator, exponent)])
                }
            ).times(x: 0, y: infinite)
        }
        for exponent in 1...6 {
            let mapped = form(1).scaled(by: -6).powerMapped(exponent)
            #expect(mapped == form(exponent), "seed \(seed), s = \(exponent)")
        }
    }

    /// The characteristic polynomial of a power of the companion matrix, at some points modulo an unrelated prime.
    @Test(arguments: [2, 3, 4, 5, 6, 7, 9, 12, 30]) func companionMatrix(exponent: Int) {
        let field = PrimeField(modulus: 1_000_000_007)
        var generator = SplitMix(seed: UInt64(exponent))
        for degree in [1, 2, 5, 8] {
            let form = BinaryForm.random(degree: degree, bits: 40, using: &generator)
            let values = form.coefficients.map { field.reduce($0) }
            let inverse = field.inverse(values[0])
            let companion = (0..<degree).map { row in
                (0..<degree).map { column -> UInt64 in
                    if row == 0 { return field.subtract(0, field.multiply(values[column + 1], inverse)) }
                    return row == column + 1 ? 1 : 0
                }
            }
            let power = (1..<exponent).reduce(companion) { matrix, _ in
                Self.product(matrix, companion, field)
            }
            let mapped = form.powerMapped(exponent).coefficients.map { field.reduce($0) }
            #expect(mapped.count == degree + 1)
            for point in field.randomPoint(count: 2 * degree + 1, using: &generator) {
                let shifted = power.indices.map { row in
                    power.indices.map { column in
                        field.subtract(row == column ? point : 0, power[row][column])
                    }
                }
                let value = mapped.reduce(0) { field.add(field.multiply($0, point), $1) }
                #expect(
                    value == field.multiply(mapped[0], field.determinant(shifted)), "degree \(degree)")
            }
        }
    }

    private static func product(_ a: [[UInt64]], _ b: [[UInt64]], _ field: PrimeField) -> [[UInt64]] {
        a.map { row in
            b.indices.map { column in
                row.indices.reduce(0) { field.add($0, field.multiply(row[$1], b[$1][column])) }
            }
        }
    }

    /// One power after the other, in any order.
    @Test(arguments: [(2, 2), (2, 3), (3, 2), (3, 3), (2, 6), (4, 3), (5, 7)])
    func composition(first: Int, second: Int) {
        var generator = SplitMix(seed: UInt64(10 * first + second))
        for degree in 0...6 {
            let form = BinaryForm.random(degree: degree, bits: 70, using: &generator).times(x: 1, y: 1)
            #expect(
                form.powerMapped(first).powerMapped(second) == form.powerMapped(first * second),
                "degree \(degree)")
        }
    }

    @Test func degenerate() {
        for exponent in 1...6 {
            #expect(form(-12).powerMapped(exponent) == .one)
            #expect(form(0, -12, 0, 0).powerMapped(exponent) == form(0, 1, 0, 0))
            // Up to content and sign the same, whatever the content and the sign.
            #expect(form(6, -4).powerMapped(exponent) == form(-3, 2).powerMapped(exponent))
        }
        // A group of s-th roots becomes one root s times.
        #expect(form(1, 0, 0, 0, -2).powerMapped(4) == .power(form(1, -2), 4))
        #expect(form(1, 0, 0, 0, -2).powerMapped(6) == .power(form(1, 0, -8), 2))
        #expect(form(1, 0, 1).powerMapped(2) == form(1, 2, 1))
    }

    /// Where the lead vanishes modulo the first primes.
    @Test(arguments: 2...6) func unluckyPrimes(exponent: Int) {
        let primes = LargePrimes(congruentToOneModulo: exponent).prefix(2).map { Integer($0) }
        for lead in [primes[0], primes[1], primes[0] * primes[1]] {
            #expect(form(lead, -1).powerMapped(exponent) == form(.power(lead, exponent), -1))
            #expect(
                form(1, -lead).times(x: 1, y: 1).powerMapped(exponent)
                    == form(0, 1, -.power(lead, exponent), 0))
        }
    }
}
