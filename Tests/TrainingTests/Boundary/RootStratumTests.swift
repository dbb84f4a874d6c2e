import ExactAlgebra
import Neurovariety
import Testing

@testable import Training

@Suite struct RootStratumTests {
    private func strata(_ sizes: [Int], _ strides: [Int]) throws -> [RootStratum] {
        RootStratum.boundary(of: try Architecture(filterSizes: sizes, strides: strides))
    }

    @Test func patterns() throws {
        #expect(try strata([3, 3], [2]).isEmpty)
        #expect(try strata([3, 2, 2], [1, 2]).isEmpty)
        #expect(try strata([3, 3], [1]).isEmpty)
        #expect(try strata([2, 2], [1]).map(\.multiplicities) == [[[2]]])
        #expect(try strata([2, 2, 2], [1, 1]).map(\.multiplicities) == [[[2]], [[3]]])
        #expect(try strata([2, 3, 2], [1, 1]).map(\.multiplicities) == [[[2]]])
        #expect(try strata([2, 2, 2], [1, 2]).map(\.multiplicities) == [[[2], []]])
        #expect(try strata([2, 2, 2], [2, 1]).map(\.multiplicities) == [[[], [2]]])
        #expect(
            Set(try strata([2, 2, 2, 2], [1, 1, 1]).map(\.multiplicities)) == [
                [[2]], [[2, 2]], [[3]], [[4]],
            ])
        #expect(
            Set(try strata([2, 2, 2, 2], [1, 2, 1]).map(\.multiplicities)) == [
                [[2], []], [[], [2]], [[2], [2]],
            ])
        for stratum in try strata([2, 4, 2, 2], [1, 1, 2]) {
            #expect(stratum.structure.filterSize == stratum.architecture.endToEndFilterSize)
        }
    }

    /// 3n − 2 on the discriminant, dual to the rational normal curve, and in general the duality of hooks.
    @Test func oneMultipleRoot() throws {
        for degree in 2...9 {
            let architecture = try Architecture(
                filterSizes: [Int](repeating: 2, count: degree),
                strides: [Int](repeating: 1, count: degree - 1))
            for multiplicity in 2...degree {
                func count(_ multiplicity: Int) -> Integer {
                    RootStratum(architecture, multiplicities: [[multiplicity]]).criticalPointCount
                }
                #expect(count(multiplicity) == count(degree + 2 - multiplicity))
                if multiplicity == 2 { #expect(count(2) == Integer(3 * degree - 2)) }
            }
        }
    }

    /// Without multiple roots the formula is another one for C_k.
    @Test func noMultipleRoots() throws {
        var generator = SplitMix(seed: 3)
        for _ in 0..<60 {
            let count = Int.random(in: 1...4, using: &generator)
            let sizes = (0..<count).map { _ in Int.random(in: 2...5, using: &generator) }
            let strides = (1..<count).map { _ in Int.random(in: 2...3, using: &generator) }
            let stratum = RootStratum(
                try Architecture(filterSizes: sizes, strides: strides), multiplicities: sizes.map { _ in [] })
            #expect(
                stratum.criticalPointCount == (try EuclideanDistanceDegree(filterSizes: sizes).value),
                "\(sizes)")
        }
    }

    /// Monodromy that is not told the count finds as many, for strata of all kinds.
    @Test(
        arguments: [
            ([2, 2], [1]), ([2, 2, 2], [1, 1]), ([2, 2, 2, 2], [1, 1, 1]), ([2, 2, 2], [1, 2]),
            ([2, 2, 2], [2, 1]), ([4, 2], [1]), ([2, 2, 3], [1, 2]), ([2, 2, 2, 2], [1, 2, 1]),
            ([2, 2, 2, 2], [1, 1, 2]), ([2, 2, 2, 2], [2, 1, 1]), ([1, 2, 2], [2, 1]),
        ] as [([Int], [Int])])
    func counts(sizes: [Int], strides: [Int]) throws {
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        let strata = RootStratum.boundary(of: architecture)
        #expect(!strata.isEmpty)
        for stratum in strata {
            var found = Monodromy(stratum.structure, seed: 1, mostSegments: 12)
            found.search(until: .max) { _ in }
            #expect(
                Integer(found.points.count) == stratum.criticalPointCount, "\(stratum.multiplicities)")
        }
    }
}
