import Testing

@testable import ExactAlgebra

@Suite struct PackedMonomialTests {
    /// Multiplies by variables one after another, in each representation and as a sorted list.
    @Test(arguments: [(6, 29), (10, 31), (8, 127), (2, 65_535), (1, 1), (9, 63)])
    func packedAndWideAgreeWithSortedLists(degree: Int, variableCount: Int) {
        let seed: UInt64 = 11
        var generator = SplitMix(seed: seed)
        #expect(UInt64.holds(degree: degree, variableCount: variableCount))
        var products: [(UInt64, WideMonomial, [UInt16])] = []
        for _ in 0..<200 {
            var (packed, wide, list) = (UInt64.one, WideMonomial.one, [UInt16]())
            for d in 0..<degree {
                let variable = Int.random(in: 0..<variableCount, using: &generator)
                packed = packed.multiplied(
                    by: UInt64.multiplier(variable: variable, degree: d, variableCount: variableCount))
                wide = wide.multiplied(
                    by: WideMonomial.multiplier(variable: variable, degree: d, variableCount: variableCount))
                list = (list + [UInt16(variable)]).sorted(by: >)
            }
            var (fromPacked, fromWide): ([UInt16], [UInt16]) = ([], [])
            packed.appendVariables(degree: degree, variableCount: variableCount, to: &fromPacked)
            wide.appendVariables(degree: degree, variableCount: variableCount, to: &fromWide)
            #expect(fromPacked == list && fromWide == list, "seed \(seed)")
            products.append((packed, wide, list))
        }
        for (first, second) in zip(products, products.dropFirst()) {
            let expected = first.2.lexicographicallyPrecedes(second.2)
            #expect((first.0 < second.0) == expected && (first.1 < second.1) == expected)
        }
    }

    @Test func capacity() {
        #expect(!UInt64.holds(degree: 11, variableCount: 31))
        #expect(!UInt64.holds(degree: 10, variableCount: 32))
        #expect(UInt64.holds(degree: 9, variableCount: 45))
    }
}
