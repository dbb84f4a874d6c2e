import ExactAlgebra
import Testing

@testable import Neurovariety

@Suite struct SpanTests {
    private func agrees(_ a: Architecture, _ set: GeneratorSet) throws -> Bool {
        let ideal = try PrimeIdeal(a)
        let spans = IdealSpans(inside: ideal.complex, generators: try IdealGenerators(a, set).polynomials())
        return try ideal.degrees.keys.allSatisfy { try #require(spans.span(degree: $0)).isWhole }
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
        let spans = IdealSpans(
            inside: a.initialComplex, stages: [generators.dropLast(), Array(generators.suffix(1))])
        let span = try #require(spans.span(degree: degree))
        #expect(span.dimensions == [span.primeIdealDimension - 1, span.primeIdealDimension])
        let smaller = IdealSpans(inside: a.initialComplex, generators: generators.dropLast())
        let rest = try #require(smaller.span(degree: degree))
        #expect(!rest.isWhole && rest.dimension == span.dimensions[0])
        let other = try #require(generators.first { $0.degree == degree })
        #expect(try !rest.contains(#require(generators.last)) && rest.contains(other))
    }

    @Test func tooManyMonomialsAreRefused() throws {
        let complex = try architecture([50, 50], [3]).initialComplex
        #expect(IdealSpans(inside: complex, generators: []).span(degree: 20) == nil)
    }
}
