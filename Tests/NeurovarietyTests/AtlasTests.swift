import ExactAlgebra
import Testing

@testable import Neurovariety

@Suite struct ReducedArchitectureTests {
    @Test func allOfThem() throws {
        let found = ReducedArchitectures.upTo(endToEndFilterSize: 9)
        #expect(Set(found).count == found.count)
        #expect(found.allSatisfy { $0.isReduced && $0.layerCount > 1 && $0.endToEndFilterSize <= 9 })
        // Against a search through all small sizes and strides.
        var expected: Set<Architecture> = []
        for a in 2...9 {
            for b in 2...9 {
                for s in 2...9 {
                    if let two = try? architecture([a, b], [s]), two.endToEndFilterSize <= 9 {
                        expected.insert(two)
                    }
                    for c in 2...4 {
                        for t in 2...4 {
                            if let three = try? architecture([a, b, c], [s, t]),
                                three.endToEndFilterSize <= 9
                            {
                                expected.insert(three)
                            }
                        }
                    }
                }
            }
        }
        #expect(Set(found) == expected)
    }

    /// The criterion by levels against ranks.
    @Test func radicalityByLevels() throws {
        for architecture in ReducedArchitectures.upTo(endToEndFilterSize: 10)
        where architecture.layerCount == 2 {
            let byRanks = try Radicality.byRanks(PrimeIdeal(architecture))
            #expect(byRanks == architecture.pieces[0].isRadicalByLevels, "\(architecture)")
            #expect(try Radicality.ofIdeal(architecture)?.basis == .levels)
        }
        #expect(try Radicality.ofIdeal(architecture([3, 2, 2], [2, 2]))?.basis == .ranks)
        let large = try #require(try Radicality.ofIdeal(architecture([8, 8], [3])))
        #expect(large.basis == .levels)
        #expect(try Radicality.ofIdeal(architecture([9, 2, 2], [2, 4])) == nil)
    }
}

@Suite struct GeneratorModulesTests {
    @Test func knownModules() throws {
        let modules = try #require(try GeneratorModules(architecture([5, 5], [3])))
        #expect(modules.rows.map(\.multidegree) == [[1, 1, 1], [1, 0, 2], [0, 1, 2], [2, 2, 0]])
        #expect(modules.rows.map(\.dimension) == [40, 20, 20, 35])
        #expect(modules.rows[0].modules.map(\.highestWeight) == [10, 8, 6, 4, 2])
        #expect(modules.rows[0].modules.map(\.multiplicity) == [1, 1, 1, 2, 1])
        #expect(try GeneratorModules(architecture([3, 2, 2], [2, 2])) == nil)
    }

    /// Dimensions add up to the numbers of generators; in particular the weights are a character.
    @Test func dimensionsAddUp() throws {
        for architecture in ReducedArchitectures.upTo(endToEndFilterSize: 14)
        where architecture.layerCount == 2 {
            let modules = try #require(try GeneratorModules(architecture))
            var byDegree: [Int: Integer] = [:]
            for row in modules.rows { byDegree[row.degree, default: .zero] += Integer(row.dimension) }
            #expect(byDegree == NonfaceCounts(architecture)?.bySize, "\(architecture)")
        }
    }
}
