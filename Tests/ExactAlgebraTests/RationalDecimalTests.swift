import ExactAlgebra
import Foundation
import Testing

@Suite struct RationalDecimalTests {
    @Test func texts() {
        for (text, short) in [
            ("1e300", "1e300"), ("-6.1e300", "-6.1e300"), ("60000001/10000000", "6.0000001"), ("1/2", "1/2"),
            ("0", "0"),
            ("1/3000000000", "1/3000000000"), ("0.00000012345", "1.2345e-7"), ("0.012345678", "0.012345678"),
            ("123456789012345678901", "123456789012345678901"), ("3e-320", "3e-320"), ("-0.125", "-1/8"),
        ] {
            #expect(Rational(text)?.shortText == short, "\(text)")
        }
        #expect(Rational(1, 3).decimal == nil)
        let (digits, exponent) = Rational("0.0500")?.decimal ?? (0, 0)
        #expect(digits == 5 && exponent == -2)
    }

    @Test func roundTrips() {
        let seed = UInt64(Date().timeIntervalSince1970)
        var generator = SplitMix(seed: seed)
        for _ in 0..<500 {
            let value = Rational(
                Integer(Int.random(in: -(1 << 60)...(1 << 60), using: &generator)),
                Integer(1 << Int.random(in: 0...62, using: &generator)))
            #expect(Rational(value.shortText) == value, "seed \(seed), \(value)")
        }
    }
}
