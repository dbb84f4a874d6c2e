import ExactAlgebra
import Testing

@testable import Neurovariety

@Suite struct SpanTests {
    private func agrees(_ a: Architecture, _ set: GeneratorSet) throws -> Bool {
        let degrees = Set(a.nonfaceMinors.map(\.nonface.count)).sorted()
        let span = DegreeSpan(a, generators: try IdealGenerators(a, set).polynomials())
        return try degrees.allSatisfy { try #require(span.comparison(degree: $0)).agrees }
    }

    /// Whether J is radical, as Macaulay2 found it.
    @Test(
        arguments: [
            ([2, 2], 2, true), ([3, 2], 2, true), ([3, 3], 2, true), ([4, 3], 2, true), ([5, 2], 3, true),
            ([5, 3], 3, true), ([7, 2], 4, true), ([8, 2], 3, false), ([6, 2], 4, false), ([6, 3], 4, false),
        ] as [([Int], Int, Bool)])
    func radicality(sizes: [Int], stride: Int, expected: Bool) throws {
        let a = try architecture(sizes, [stride])
        #expect(try agrees(a, .paper) == expected)
        #expect(try agrees(a, .lean) == expected)
        #expect(try agrees(a, .levels))
        #expect(try agrees(a, .minimal))
    }

    @Test func theSumOfExample311IsNotRadical() throws {
        let a = try architecture([3, 2, 2], [2, 2])
        #expect(try !agrees(a, .paper))
        #expect(try agrees(a, .levels))
    }

    @Test func aMissingGeneratorIsNoticed() throws {
        let a = try architecture([5, 3], [3])
        let generators = try IdealGenerators(a, .minimal).polynomials()
        let degree = try #require(generators.last).degree
        let comparison = try #require(
            DegreeSpan(a, generators: generators.dropLast()).comparison(degree: degree))
        #expect(comparison.spanDimension == comparison.primeIdealDimension - 1)
    }

    @Test func tooManyMonomialsAreRefused() throws {
        #expect(DegreeSpan(try architecture([50, 50], [3]), generators: []).comparison(degree: 20) == nil)
    }
}
