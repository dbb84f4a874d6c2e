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
    var ring = RingDescription.usual

    init(
        _ sizes: [Int], _ strides: [Int] = [], _ set: GeneratorSet = .paper, _ name: String? = nil,
        _ selection: MinorSelection = MinorSelection(), in ring: RingDescription = .usual
    ) throws {
        self.ring = ring
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
                maxDegree: 2,
                degrees: [
                    .init(
                        degree: 2, dimension: 1, leadingMonomials: [Monomial([1, 2])],
                        elements: [polynomial], minimalGenerators: 1)
                ]))
        name = "IUpToDegree2"
    }

    var description: String { "\(name) of \(generators.architecture) by \(generators.set) in \(ring)" }

    var characteristic: Int { ring.characteristic }
    var variableCount: Int { generators.architecture.endToEndFilterSize }
    /// As most programs have them.
    var names: [String] { ring.variables.names(count: variableCount, in: .msolve) }

    /// Whether the format for Macaulay2's engine has it.
    var isForTheEngine: Bool {
        guard ring.order == .grevlex else { return false }
        switch ring.variables {
        case .indexed(let name): return IdealFormat.m2Engine.takes(name)
        case .listed(let names): return names.allSatisfy(IdealFormat.m2Engine.takes)
        }
    }

    /// As Sage and Oscar call it.
    var longOrder: String {
        switch ring.order {
        case .grevlex: return "degrevlex"
        case .lex: return "lex"
        case .glex: return "deglex"
        }
    }

    func text(_ format: IdealFormat) throws -> String {
        let sink = MemorySink()
        try IdealFile(
            generators, format: format, ring: ring,
            provenance: Provenance(toolVersion: "lcngen", command: "lcngen ideal")
        ).write(to: sink)
        return sink.text
    }

    /// The generators as the library has them, in order, those that are not zero over the field.
    func polynomials() throws -> [ReadPolynomial] {
        let polynomials = try generators.polynomials().map(read).filter { !$0.isZero }
        return Array(polynomials.prefix(generators.parts.first?.selection.limit ?? polynomials.count))
    }

    /// The reduced Gröbner basis of the prime ideal, in graded reverse lexicographic order.
    func primeBasis() throws -> Set<ReadPolynomial> {
        normalized(try IdealGenerators(generators.architecture, .reduced).polynomials().map(read))
    }

    func normalized(_ polynomials: [ReadPolynomial]) -> Set<ReadPolynomial> {
        Set(polynomials.map { $0.normalized(characteristic: characteristic) })
    }

    private func read(_ polynomial: Polynomial) -> ReadPolynomial {
        ReadPolynomial(polynomial, variableCount: variableCount, characteristic: characteristic)
    }

    /// What a program printed.
    func read(_ text: some StringProtocol) -> ReadPolynomial? {
        ReadPolynomial(text, names: names, characteristic: characteristic)
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
        return try ordinary + others + zero + selected + truncated + inOtherRings()
    }

    /// Small and large characteristics, orders, names.
    private static func inOtherRings() throws -> [WrittenIdeal] {
        let greek = try VariableNames("theta")
        let list = try VariableNames("a,b,x1,x10,c,lambda2,tau,z")
        return try [
            WrittenIdeal([5, 2], [3], .paper, in: .init(field: .prime(2))),
            WrittenIdeal([5, 2], [3], .reduced, in: .init(field: .prime(3), variables: .indexed("x"))),
            WrittenIdeal([5, 2], [3], .lean, in: .init(field: .prime(32749), order: .lex)),
            WrittenIdeal([5, 2], [3], .minimal, in: .init(order: .lex, variables: list)),
            WrittenIdeal([5, 2], [3], .levels, in: .init(order: .glex, variables: greek)),
            WrittenIdeal([3, 2, 2], [2, 2], .minimal, in: .init(field: .prime(101), variables: greek)),
            WrittenIdeal([3, 2, 2], [2, 2], .paper, in: .init(field: .prime(5), order: .glex)),
            WrittenIdeal([5, 5], [3], .minimal, in: .init(field: .prime(7), variables: .indexed("e"))),
            WrittenIdeal([4], [], .paper, in: .init(field: .prime(2), order: .lex)),
            WrittenIdeal([2], [], .paper, in: .init(variables: .listed(["a", "b"]))),
            WrittenIdeal([1], [], .paper, in: .init(field: .prime(3), variables: .indexed("y"))),
            WrittenIdeal(
                [5, 2], [3], .paper, "JSelection", MinorSelection(limit: 2), in: .init(field: .prime(2))),
        ]
    }
}
