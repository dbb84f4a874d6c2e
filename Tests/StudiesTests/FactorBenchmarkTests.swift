import ExactAlgebra
import Exports
import Foundation
import Macaulay2
import TestSupport
import Testing

@testable import Studies

@Suite struct FactorBenchmarkTests {
    private let field = PrimeField(modulus: SingularProgram.CommonFactor.prime)

    private func run(
        sizes: [Int] = [8], fake name: String? = nil, in folder: String = Fixtures.path("fake-singular"),
        seconds: Double = 60
    ) throws -> FactorBenchmark {
        let singular = try name.map {
            try #require(SingularProgram(named: $0, environment: ["PATH": folder + ":/bin:/usr/bin"]))
        }
        return try FactorBenchmark.run(
            .init(sizes: sizes, seed: 5, singular: singular, limits: RunLimits(seconds: seconds)))
    }

    /// Of every size the degrees are those that were planted, and layers are found.
    @Test func natively() throws {
        let benchmark = try run(sizes: [8, 9, 10, 11, 40])
        #expect(
            benchmark.works.map(\.architecture.description) == [
                "(4,3;2)", "(4,3;2)", "(5,3;2)", "(5,3;2)", "(6,3;2)", "(6,3;2)", "(7,3;2)", "(7,3;2)",
                "(20,11;2)", "(20,11;2)",
            ])
        #expect(benchmark.works.map(\.commonDegree) == [2, 3, 2, 3, 2, 3, 2, 3, 10, 11])
        for (index, work) in benchmark.works.enumerated() {
            #expect(work.shares == (index % 2 == 1) && work.peer == nil)
            #expect(work.runs > 0 && work.seconds > 0 && work.commonFactorSeconds > 0 && work.bits > 100)
        }
        #expect(benchmark.agrees && benchmark.seed == 5)
        #expect(benchmark.singularVersion == nil && benchmark.flintVersion == nil)
    }

    @Test func filtersComeFromTheSeed() throws {
        func form(_ seed: UInt64) throws -> BinaryForm {
            try PlantedFilter(size: 20, shares: true, field: field, seed: seed).form
        }
        #expect(try form(1) == form(1))
        #expect(try form(1) != form(2))
        #expect(try form(1).degree == 19)
    }

    /// A Singular that says the right thing, of either sign.
    @Test(arguments: [false, true]) func agreement(isNegative: Bool) throws {
        let lines = try [false, true].map { shares in
            let planted = try PlantedFilter(size: 8, shares: shares, field: field, seed: 5)
            let factor = CommonFactor(of: planted.form.decomposition(step: 2)).factor
            let value = factor.coefficients.reduce(0) {
                field.add(field.multiply($0, planted.point), field.reduce($1))
            }
            return "factor \(factor.degree) \(isNegative ? -Int(value) : Int(value))"
        }
        // The first of the two filters comes first.
        let scratch = try ScratchFolder()
        _ = try scratch.program(
            named: "Singular",
            """
            #!/bin/sh
            printf '@lcngen version 4321\\nFLINT(3.1)\\n@lcngen gcd 7\\n@lcngen division 50\\n'
            if [ -e '\(scratch.path)/second' ]; then echo '@lcngen \(lines[1])'; else echo '@lcngen \(lines[0])'; fi
            : > '\(scratch.path)/second'

            """)
        let benchmark = try run(fake: "Singular", in: scratch.path)
        #expect(benchmark.agrees, "\(benchmark.works.map(\.disagreement))")
        #expect(benchmark.singularVersion == 4321 && benchmark.flintVersion == "3.1")
        #expect(benchmark.works.compactMap(\.peer?.gcd) == [.seconds(7e-5), .seconds(7e-5)])
        #expect(benchmark.works.compactMap(\.peer?.division) == [.seconds(5e-4), .seconds(5e-4)])
        #expect(benchmark.works.compactMap(\.peer?.runs) == [1, 1])
    }

    /// The fake has a factor of the right degree for the first filter and another value, and too low a degree for the
    /// second.
    @Test func disagreement() throws {
        let benchmark = try run(fake: "divides")
        #expect(!benchmark.agrees)
        let reasons = benchmark.works.compactMap(\.disagreement)
        #expect(reasons.count == 2 && reasons[0].hasPrefix("Singular's common factor has another value at"))
        #expect(reasons.last == "the common factor has degree 3, Singular's 2")
        #expect(benchmark.works.compactMap(\.peer?.gcd) == [.seconds(0.0012), .seconds(0.0012)])
    }

    /// A peer without an answer has the reason, and disagrees with nobody.
    @Test func noAnswer() throws {
        let failing = try run(fake: "fails")
        #expect(failing.works.compactMap(\.peer?.gcd) == [.missing("failed"), .missing("failed")])
        #expect(failing.agrees && failing.singularVersion == nil)
        let hanging = try run(fake: "hangs", seconds: 0.3)
        #expect(hanging.works.compactMap(\.peer?.division) == [.beyond(0.3), .beyond(0.3)])
        #expect(hanging.agrees)
    }

    @Test(.enabled(if: SingularProgram() != nil)) func theRealOne() throws {
        let benchmark = try FactorBenchmark.run(
            .init(sizes: [8, 50], seed: 2, singular: SingularProgram(), limits: RunLimits(seconds: 60)))
        #expect(benchmark.agrees, "\(benchmark.works.map(\.disagreement))")
        #expect(benchmark.works.allSatisfy { $0.peer?.gcd.seconds != nil })
        #expect((benchmark.singularVersion ?? 0) > 3000)
    }
}
