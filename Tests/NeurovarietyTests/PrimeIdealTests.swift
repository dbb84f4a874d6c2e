import ExactAlgebra
import Testing

@testable import Neurovariety

@Suite struct PrimeIdealTests {
    /// Kept or expanded at each visit: the same minors in the same order.
    @Test(arguments: assortment.indices) func keptMinorsAreTheMinors(index: Int) throws {
        let ideal = try PrimeIdeal(architecture(assortment[index].filterSizes, assortment[index].strides))
        func all(_ ideal: PrimeIdeal) throws -> [Polynomial] {
            var result: [Polynomial] = []
            var place = 0
            try ideal.visit { minor, polynomial in
                if minor != ideal.minors[place] { Issue.record("another order") }
                place += 1
                result.append(copy polynomial)
                return true
            }
            return result
        }
        let (visited, kept) = (try all(ideal), try all(ideal.expanded()))
        #expect(visited == kept && visited.count == ideal.minors.count)
        #expect(try ideal.polynomials() == kept)
        #expect(ideal.degrees.values.reduce(0, +) == ideal.minors.count)
        #expect(ideal.largestDegree == ideal.degrees.keys.max())
        for (minor, polynomial) in zip(ideal.minors, kept) {
            #expect(polynomial.leadingMonomial == Monomial(minor.nonface))
        }
        var first = 0
        try ideal.visit { _, _ in
            first += 1
            return false
        }
        #expect(first == min(1, kept.count))
    }

    @Test func whatIsTooLargeIsRefusedFromItsCount() {
        #expect(throws: IdealError.self) { try PrimeIdeal(architecture([60, 60], [3])) }
        #expect(throws: IdealError.self) { try PrimeIdeal(architecture([1_000_000, 2], [3])) }
    }
}

@Suite struct GroebnerBasisTests {
    /// Generators of J and of all levels reduce to zero; what is not in the ideal does not.
    @Test(arguments: assortment.indices) func normalForms(index: Int) throws {
        let a = try architecture(assortment[index].filterSizes, assortment[index].strides)
        let basis = try GroebnerBasis(PrimeIdeal(a))
        for polynomial in try IdealGenerators(a, .levels).polynomials().prefix(200) {
            #expect(try basis.normalForm(polynomial).isZero, "\(a): \(polynomial)")
        }
        let variable = Polynomial(variable: 0)
        #expect(try basis.normalForm(variable) == variable, "w_0 never vanishes")
    }

    /// The same multidegree by multidegree elimination knows nothing of minors.
    @Test(
        arguments: [
            ([5, 2], [3], 4), ([5, 5], [3], 4), ([3, 2, 2], [2, 2], 3), ([2, 2, 2, 2], [2, 2, 2], 3),
            ([2, 2], [3], 2), ([1, 2, 2], [2, 2], 2), ([6, 3], [4], 4), ([4], [], 3), ([3, 1], [2], 2),
        ] as [([Int], [Int], Int)])
    func linearAlgebraFindsTheReducedBasis(sizes: [Int], strides: [Int], degree: Int) throws {
        let a = try architecture(sizes, strides)
        let found = try LinearAlgebraIdeal.run(a, maxDegree: degree)
        let reduced = try GroebnerBasis(PrimeIdeal(a)).reducedPolynomials()
        #expect(reduced.allSatisfy { $0.degree <= degree })
        #expect(Set(found.polynomials.map(\.normalizedSign)) == Set(reduced))
        let counts = NonfaceCounts(a)?.bySize ?? [:]
        for result in found.degrees {
            #expect(Integer(result.minimalGenerators) == counts[result.degree, default: 0])
        }
        let hilbert = try HilbertSeries(a).function(upTo: degree)
        for result in found.degrees {
            let all = Integer.binomial(a.endToEndFilterSize + result.degree - 1, result.degree)
            #expect(Integer(result.dimension) == all - hilbert[result.degree])
        }
    }

    @Test func outOfReach() throws {
        #expect(throws: LinearAlgebraError.self) {
            try LinearAlgebraIdeal.run(architecture([5, 5], [3]), maxDegree: 9)
        }
        #expect(throws: LinearAlgebraError.self) {
            try LinearAlgebraIdeal.run(architecture([40, 40], [3]), maxDegree: 6)
        }
    }
}

@Suite struct MinimalPrimesTests {
    /// Against all subsets.
    @Test(arguments: 0..<20 as Range<UInt64>) func randomIdeals(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let variableCount = 8
        let generators = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
            Array(0..<variableCount).shuffled(using: &generator)
                .prefix(Int.random(in: 1...4, using: &generator)).sorted()
        }
        let covers = (0..<1 << variableCount).map { subset in
            (0..<variableCount).filter { subset >> $0 & 1 == 1 }
        }.filter { set in generators.allSatisfy { !Set($0).isDisjoint(with: set) } }
        let minimal = covers.filter { set in
            !covers.contains { $0.count < set.count && Set($0).isSubset(of: set) }
        }
        for size in 0...variableCount {
            let found = try #require(
                MinimalPrimes(generators: generators, variableCount: variableCount)
                    .count(codimension: size))
            if let exception = found.exception {
                #expect(minimal.contains(exception) && exception.count != size, "seed \(seed)")
            } else {
                #expect(found.count == minimal.count, "seed \(seed)")
                #expect(minimal.allSatisfy { $0.count == size }, "seed \(seed)")
            }
        }
    }

    @Test func noGenerators() {
        #expect(MinimalPrimes(generators: [], variableCount: 3).count(codimension: 0)?.count == 1)
    }

    @Test(arguments: assortment.indices) func certificates(index: Int) throws {
        let a = try architecture(assortment[index].filterSizes, assortment[index].strides)
        guard case .proved = try Certificate.run(for: PrimeIdeal(a)).verdict else {
            Issue.record("\(a) is not proved")
            return
        }
    }
}
