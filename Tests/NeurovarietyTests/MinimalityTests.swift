import ExactAlgebra
import Testing

@testable import Neurovariety

@Suite struct MinimalityTests {
    private func verdict(_ architecture: Architecture) throws -> MinimalityCertificate.Verdict {
        try MinimalityCertificate.run(for: PrimeIdeal(architecture).expanded()).verdict
    }

    /// For two layers this is a theorem, for more it is shown here.
    @Test func allSmallArchitectures() throws {
        let architectures = ReducedArchitectures.upTo(endToEndFilterSize: 13)
        #expect(architectures.count { $0.layerCount > 2 } > 20)
        for architecture in architectures {
            guard case .proved = try verdict(architecture) else {
                Issue.record("\(architecture)")
                continue
            }
        }
    }

    @Test(arguments: assortment.indices) func everyKind(index: Int) throws {
        let certificate = try MinimalityCertificate.run(
            for: PrimeIdeal(architecture(assortment[index].filterSizes, assortment[index].strides)))
        guard case .proved = certificate.verdict else {
            Issue.record("\(certificate.ideal.architecture)")
            return
        }
        #expect(
            certificate.degrees.map { [$0.degree, $0.minors] }
                == certificate.ideal.degrees.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
    }

    /// S-polynomials do need minors of lower degrees: without them something stays.
    @Test func whatStays() throws {
        let ideal = try PrimeIdeal(architecture([6, 6], [3])).expanded()
        let basis = try GroebnerBasis(ideal)
        let cubics = ideal.minors.indices.filter { ideal.minors[$0].degree == 3 }
        var staying = 0
        for second in cubics {
            for first in cubics where first < second {
                let supports = [first, second].map { Set(ideal.minors[$0].nonface) }
                guard supports[0].union(supports[1]).count == 4 else { continue }
                #expect(try basis.remainingMonomial(ofPair: first, second, below: 4) == nil)
                if let monomial = try basis.remainingMonomial(ofPair: first, second, below: 3) {
                    #expect(monomial.degree == 4)
                    staying += 1
                }
            }
        }
        #expect(staying > 100)
    }

    /// The numbers of generators by linear algebra in the parametrization, which knows nothing of minors.
    @Test(
        arguments: [
            ([5, 2], [3], 4), ([3, 2, 2], [2, 2], 3), ([3, 3, 2], [2, 2], 4), ([4, 2, 2], [2, 2], 4),
            ([2, 2, 2, 2], [2, 2, 2], 3),
        ] as [([Int], [Int], Int)])
    func asManyAsByLinearAlgebra(example: ([Int], [Int], Int)) throws {
        let architecture = try architecture(example.0, example.1)
        let found = try LinearAlgebraIdeal.run(architecture, maxDegree: example.2, liftsElements: false)
        let ideal = try PrimeIdeal(architecture)
        for degree in found.degrees where degree.degree <= example.2 {
            #expect(degree.minimalGenerators == ideal.degrees[degree.degree] ?? 0, "\(architecture)")
        }
    }

    @Test func aStopIsTold() throws {
        let certificate = try MinimalityCertificate.run(
            for: PrimeIdeal(architecture([6, 6], [3])), control: WorkControl(shouldStop: { true }))
        guard case .stopped = certificate.verdict else {
            Issue.record("not stopped")
            return
        }
    }

    /// Pairs of minors of different degrees are compared as bits.
    @Test func tooManyVertices() throws {
        let large = try architecture([4, 43], [3])
        #expect(large.endToEndFilterSize > MinimalityCertificate.largestFilterSize)
        // All of one degree: nothing to compare.
        #expect(try PrimeIdeal(architecture([3, 43], [3])).degrees.count == 1)
        #expect(throws: IdealError.tooManyVariablesForPairs(130)) {
            try MinimalityCertificate.run(for: PrimeIdeal(large))
        }
    }
}
