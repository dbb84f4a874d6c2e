import ExactAlgebra
import Macaulay2
import TestSupport

@testable import Exports
@testable import Neurovariety

final class MemorySink: ByteSink {
    var text = ""
    func write(_ bytes: UnsafeRawBufferPointer) { text += String(decoding: bytes, as: UTF8.self) }
}

/// An ideal that the tests write, and what is known of it.
struct WrittenIdeal: Sendable, CustomStringConvertible {
    let generators: IdealGenerators
    /// Of the ideal in its files.
    let name: String

    init(
        _ sizes: [Int], _ strides: [Int] = [], _ set: GeneratorSet = .paper, _ name: String? = nil,
        _ selection: MinorSelection = MinorSelection()
    ) throws {
        let all = try IdealGenerators(Architecture(filterSizes: sizes, strides: strides), set)
        generators = selection.isAll ? all : try all.selecting(selection)
        self.name = name ?? (set.generatesPrimeIdeal ? "I" : "J")
    }

    /// By linear algebra.
    init(_ sizes: [Int], _ strides: [Int], maxDegree: Int) throws {
        generators = IdealGenerators(
            try LinearAlgebraIdeal.run(
                Architecture(filterSizes: sizes, strides: strides), maxDegree: maxDegree))
        name = "IUpToDegree\(maxDegree)"
    }

    /// One generator, whose coefficients have as many digits as there can be.
    private init(digitsIn sizes: [Int]) throws {
        let polynomial = try Polynomial(terms: [
            (Monomial([0, 3]), -Int.max), (Monomial([1, 2]), Int.max - 1),
        ])
        generators = IdealGenerators(
            LinearAlgebraIdeal(
                architecture: try Architecture(filterSizes: sizes, strides: []),
                degrees: [
                    .init(
                        degree: 2, dimension: 1, leadingMonomials: [Monomial([1, 2])],
                        elements: [polynomial], minimalGenerators: 1)
                ]))
        name = "IUpToDegree2"
    }

    var description: String { "\(name) of \(generators.architecture) by \(generators.set)" }

    func text(_ format: IdealFormat) throws -> String {
        let sink = MemorySink()
        try IdealFile(
            generators, format: format, provenance: Provenance(toolVersion: "lcngen", command: "lcngen ideal")
        ).write(to: sink)
        return sink.text
    }

    /// The generators as the library has them, as the computer algebra systems print polynomials.
    func polynomials() throws -> Set<String> {
        let polynomials = try generators.polynomials()
        let limit = generators.parts.first?.selection.limit ?? polynomials.count
        return Set(polynomials.prefix(limit).map(formatted))
    }

    /// The reduced Gröbner basis of the prime ideal, in graded reverse lexicographic order.
    func primeBasis() throws -> Set<String> {
        Set(try IdealGenerators(generators.architecture, .reduced).polynomials().map(formatted))
    }

    private func formatted(_ polynomial: Polynomial) -> String {
        PolynomialFormatter(.msolve, variableCount: generators.architecture.endToEndFilterSize)
            .string(polynomial)
    }

    /// Ideals of every kind: each set of generators, one generator, many digits, and nothing at all.
    static func all() throws -> [WrittenIdeal] {
        let ordinary = try GeneratorSet.allCases.map { try WrittenIdeal([5, 2], [3], $0) }
        // Variables among the generators; three layers; J is not I; names of two digits.
        let others = try [
            WrittenIdeal([2, 2], [2]), WrittenIdeal([2, 2], [3]), WrittenIdeal([3, 2, 2], [2, 2], .minimal),
            WrittenIdeal([3, 2, 2], [2, 2]), WrittenIdeal([3, 2, 2], [2, 2], .trimmed),
            WrittenIdeal([2, 3, 2], [1, 2], .minimal), WrittenIdeal([5, 5], [3], .minimal),
            WrittenIdeal([2, 2], [12], .minimal), WrittenIdeal([2, 6], [2], .levels),
        ]
        let zero = try [
            WrittenIdeal([1]), WrittenIdeal([2]), WrittenIdeal([4], [], .minimal), WrittenIdeal([4, 3], [1]),
            WrittenIdeal([4, 3], [1], .reduced), WrittenIdeal([1, 1], [1], .trimmed),
        ]
        let selected = try [
            // The first generator alone; a row and columns whose minors vanish; one part.
            WrittenIdeal([5, 2], [3], .paper, "JSelection", MinorSelection(limit: 1)),
            WrittenIdeal([2, 2], [3], .minimal, "ISelection", MinorSelection(limit: 1)),
            WrittenIdeal([2, 2], [3], .paper, "JSelection", MinorSelection(part: .vanishingVariables)),
            WrittenIdeal(
                [5, 5], [3], .paper, "JSelection",
                MinorSelection(
                    rows: [0, 1, 2, 3, 4], columns: [0, 1, 2, 3, 5], part: .secondMinors)),
            WrittenIdeal(
                [5, 2], [3], .paper, "JSelection",
                MinorSelection(rows: [0, 1], columns: [0, 1, 2], part: .firstMinors)),
        ]
        let truncated = try [
            WrittenIdeal([5, 2], [3], maxDegree: 1), WrittenIdeal([5, 2], [3], maxDegree: 2),
            WrittenIdeal([5, 2], [3], maxDegree: 3), WrittenIdeal([2, 2], [3], maxDegree: 1),
            WrittenIdeal([4], [], maxDegree: 2), WrittenIdeal(digitsIn: [4]),
        ]
        return ordinary + others + zero + selected + truncated
    }
}
