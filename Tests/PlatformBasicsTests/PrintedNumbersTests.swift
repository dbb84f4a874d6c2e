import Foundation
import Testing

@testable import PlatformBasics

@Suite struct PrintedNumbersTests {
    @Test func examples() {
        #expect(1.005.fixed(2) == "1.00" && 0.5.fixed(0) == "0" && (-0.0).fixed(1) == "-0.0")
        #expect(1234567.0.significant(6) == "1.23457e+06" && 0.0001.significant(3) == "0.0001")
        #expect(2.5.significant(12, signed: true) == "+2.5" && (-2.5).significant(3, signed: true) == "-2.5")
        #expect(0.000_234_5.scientific(1) == "2.3e-04" && 9.96e-5.scientific(1) == "1.0e-04")
        #expect(Double.infinity.significant(3) == "inf" && (-Double.infinity).fixed(1) == "-inf")
        #expect(Double.nan.significant(3) == "nan")
        #expect(Double.greatestFiniteMagnitude.fixed(0).count == 309)
    }

    /// As the formatter of the full Foundation prints them, bit patterns at random and numbers near ties.
    @Test func asFoundation() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var generator = Sequence(state: seed)
        for _ in 0..<3_000 {
            let pattern = Double(bitPattern: generator.next())
            let near = (Double(Int64.random(in: -100_000...100_000, using: &generator)) + 0.5) / 1000
            for value in [pattern, near] where value.isFinite {
                let digits = Int.random(in: 0...17, using: &generator)
                #expect(value.fixed(digits) == String(format: "%.\(digits)f", value))
                #expect(value.significant(digits) == String(format: "%.\(digits)g", value))
                #expect(value.significant(digits, signed: true) == String(format: "%+.\(digits)g", value))
                #expect(value.scientific(digits) == String(format: "%.\(digits)e", value))
            }
        }
    }

    /// SplitMix64.
    private struct Sequence: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }
}
