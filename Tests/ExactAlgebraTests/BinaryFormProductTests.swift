import Testing

@testable import ExactAlgebra

@Suite struct BinaryFormProductTests {
    /// Lengths on both sides of where products are made modulo primes.
    @Test(arguments: [(1, 1), (1, 7), (44, 45), (45, 45), (1, 2_001), (2, 1_000), (2, 1_001), (30, 90)])
    func againstSchoolbook(_ lengths: (Int, Int)) {
        for (seed, bits) in [1, 7, 63, 64, 200].enumerated() {
            var generator = SplitMix(seed: UInt64(seed))
            let a = BinaryForm.random(degree: lengths.0 - 1, bits: bits, using: &generator)
            let b = BinaryForm.random(degree: lengths.1 - 1, bits: 3 * bits, using: &generator)
            let product = BinaryForm.schoolbook(a, b)
            #expect(a * b == product, "\(bits) bits")
            #expect(b * a == product, "\(bits) bits")
        }
    }

    @Test func longCoefficients() {
        var generator = SplitMix(seed: 1)
        let a = BinaryForm.random(degree: 40, bits: 2_000, using: &generator)
        let b = BinaryForm.random(degree: 59, bits: 3_100, using: &generator)
        #expect(a * b == .schoolbook(a, b))
    }

    /// Zeros at either end and inside, and zero itself.
    @Test func zeros() {
        var generator = SplitMix(seed: 2)
        for degree in [3, 60] {
            let a = BinaryForm.random(degree: degree, bits: 90, using: &generator)
            let b = BinaryForm.random(degree: degree, bits: 90, using: &generator)
            for (x, y) in [(0, 0), (5, 0), (0, 5), (3, 4)] {
                let product = BinaryForm.schoolbook(a, b).times(x: x, y: y)
                #expect(a.times(x: x, y: y) * b == product)
                #expect(b * a.times(x: x, y: y) == product)
                #expect(a.times(x: x, y: 0) * b.times(x: 0, y: y) == product)
            }
            #expect(a * .zero(degree: 60) == .zero(degree: degree + 60))
            #expect(BinaryForm.zero(degree: 60) * .zero(degree: 60) == .zero(degree: 120))
            #expect(a.spread(by: 3) * b.spread(by: 3) == BinaryForm.schoolbook(a, b).spread(by: 3))
        }
    }

    /// The parts of a decomposition may have no coefficients at all.
    @Test func nothing() {
        let nothing = BinaryForm(coefficients: [])
        #expect((nothing * BinaryForm(coefficients: [3, 4])).isZero)
        #expect((BinaryForm.one * nothing).coefficients.isEmpty)
        #expect((nothing * nothing).coefficients.isEmpty)
    }

    /// Products as large as their bound allows, for lengths at which it is just below a product of primes or above.
    @Test func largestCoefficients() {
        for bits in [8, 27, 28, 29, 58, 59, 60, 88, 89] {
            let top = Integer.power(2, bits) - 1
            for signs in [[1, 1], [1, -1], [-1, -1]] {
                let forms = signs.map { sign in
                    BinaryForm(coefficients: [Integer](repeating: top * Integer(sign), count: 50))
                }
                let square = top * top * Integer(signs[0] * signs[1])
                let expected = (0..<99).map { square * Integer(min($0, 98 - $0) + 1) }
                #expect((forms[0] * forms[1]).coefficients == expected, "\(bits) bits")
            }
        }
    }

    @Test func powers() {
        let form = BinaryForm(coefficients: [-3, 0, 2])
        #expect(BinaryForm.power(form, 0) == .one)
        #expect(BinaryForm.power(form, 1) == form)
        #expect(BinaryForm.power(form, 4) == .schoolbook(form, form, form, form))
    }

    /// Leads that vanish modulo the first primes.
    @Test func unluckyPrimes() {
        var generator = SplitMix(seed: 3)
        let primes = LargePrimes().prefix(2).map { Integer($0) }
        for lead in [primes[0], primes[0] * primes[1]] {
            let a = BinaryForm.random(degree: 50, bits: 64, using: &generator)
            let b = BinaryForm(coefficients: [lead] + a.coefficients.map { $0 * lead })
            #expect(a * b == .schoolbook(a, b))
        }
    }

    @Test(arguments: 1...4) func decompositions(step: Int) {
        var generator = SplitMix(seed: UInt64(step))
        for degree in 0...9 {
            let form = BinaryForm.random(degree: degree, bits: 10, using: &generator)
            let parts = form.decomposition(step: step)
            #expect(parts.count == step)
            #expect(BinaryForm(decomposition: parts) == form)
            // Σ y^i·x^(step − 1 − i)·part_i in powers of the step, where the parts have equal lengths.
            guard form.coefficients.count.isMultiple(of: step) else { continue }
            let sum = parts.enumerated().map { index, part in
                part.spread(by: step).times(x: step - 1 - index, y: index).coefficients
            }.reduce([Integer](repeating: 0, count: degree + 1)) { zip($0, $1).map { $0 + $1 } }
            #expect(sum == form.coefficients)
        }
    }
}
