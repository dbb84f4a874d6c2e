import ExactAlgebra
import Macaulay2
import Neurovariety

/// An example of the paper, recomputed natively and in Macaulay2 where there is one.
public struct ExampleComparison: Sendable {
    /// What the paper states.
    public let statement: PaperStatement
    /// In a fixed order.
    public let checks: [Check]

    /// - Parameter session: nil to compare natively only.
    /// - Throws: ``Macaulay2Failure`` if the program is not any more what was found, or a file cannot be written.
    public static func run(
        _ statement: PaperStatement, session: Macaulay2Session?
    ) throws -> ExampleComparison {
        let findings = try session.map { session in
            let script = try Script(
                example: statement.architecture, printed: statement.generators,
                alsoIn: statement.alsoInFirstIdeal ?? [], provenance: session.provenance)
            return Macaulay2Findings(
                try session.run(script, named: "example-" + statement.architecture.fileName),
                statement.architecture)
        }
        let ideal = try PrimeIdeal(statement.architecture).expanded()
        var checks = [
            Check(
                name: .printedGenerateI, statement: "the printed polynomials generate the prime ideal",
                required: .truth(true), native: try printedGenerate(statement, ideal),
                macaulay2: findings?.truth("printedEqualsKernel")),
            Check(
                name: .minimalGenerators, statement: "number of minimal generators",
                required: .count(Integer(statement.generators.count)),
                native: Finding(
                    answer: .count(Integer(ideal.minors.count)), basis: "minimal nonfaces"),
                macaulay2: findings?.number("numgens.gradedKernel")),
        ]
        if let counts = statement.minorCounts {
            checks.append(
                Check(
                    name: .minorCounts, statement: "number of minors in J₁, piece by piece",
                    required: .numbers(counts.map { Integer($0) }),
                    native: try minorCounts(statement.architecture),
                    macaulay2: findings?.numbers("minorCounts")))
        }
        if let variables = statement.alsoInFirstIdeal {
            checks.append(
                Check(
                    name: .firstIdealVanishesToo,
                    statement: "J₁ also vanishes on a linear space, so J₂ is needed",
                    required: .truth(true), native: try vanishesToo(statement.architecture, variables),
                    macaulay2: findings?.truth("firstIdealVanishesToo")))
        }
        return ExampleComparison(statement: statement, checks: checks)
    }

    /// The printed polynomials vanish on the variety, identically, and span I in the degrees of its generators.
    private static func printedGenerate(
        _ statement: PaperStatement, _ ideal: PrimeIdeal
    ) throws -> Finding {
        let coordinates = try Parametrization(statement.architecture).coordinates()
        for polynomial in statement.generators where try !polynomial.substituting(coordinates).isZero {
            return .of(false, basis: "a printed polynomial does not vanish", witness: polynomial)
        }
        return try SpanFindings(ideal, stages: [statement.generators]).equality(
            "they vanish identically and are all of I in the degrees of its generators")
    }

    private static func minorCounts(_ architecture: Architecture) throws -> Finding {
        let counts = try IdealGenerators(architecture, .paper).parts.filter { $0.name == .firstMinors }
            .map(\.generatorCount)
        return Finding(answer: .numbers(counts), basis: "sizes of the matrices")
    }

    private static func vanishesToo(_ architecture: Architecture, _ variables: [Int]) throws -> Finding {
        for part in try IdealGenerators(architecture, .paper).parts where part.name == .firstMinors {
            var witness: Polynomial?
            try part.visit { generator in
                guard generator.polynomial.removingTerms(with: Set(variables)).isZero else {
                    witness = generator.polynomial
                    return false
                }
                return true
            }
            if let witness { return .of(false, basis: "a minor does not vanish there", witness: witness) }
        }
        return .of(true, basis: "every term of every minor contains one of the variables")
    }
}
