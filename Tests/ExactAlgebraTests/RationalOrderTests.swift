import Testing

@testable import ExactAlgebra

@Suite struct RationalOrderTests {
    /// By value, as differences have it.
    @Test(arguments: 1...10 as ClosedRange<UInt64>) func order(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let values = (0..<20).map { index in
            Rational(
                .random(bits: index * 9, using: &generator),
                Integer.random(bits: 1 + index * 8, using: &generator).magnitude + 1)
        }
        for a in values {
            for b in values {
                let difference = a.numerator * b.denominator - b.numerator * a.denominator
                #expect((a < b) == (difference.signum < 0) && (a == b) == (difference.signum == 0))
                #expect(
                    (a < b) == (Rational(-b.numerator, b.denominator) < Rational(-a.numerator, a.denominator))
                )
            }
        }
        let sorted = values.sorted()
        #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test func small() {
        let sorted = [
            Rational(-2), Rational(-1, 2), Rational(-1, 3), Rational(0), Rational(1, 3), Rational(1, 2),
            Rational(2),
        ]
        #expect(sorted.reversed().sorted() == sorted)
        #expect(!(Rational(2, 4) < Rational(1, 2)) && Rational(2, -4) < Rational(0))
    }
}
