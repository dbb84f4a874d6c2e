import ExactAlgebra
import Foundation
import Macaulay2
import TestSupport
import Testing

@testable import Exports

@Suite struct SingularCommonFactorTests {
    typealias CommonFactor = SingularProgram.CommonFactor

    /// What a program answers for −6x³y + 4xy³ and 9x⁴ − 12x²y² + 4y⁴, which have 3x² − 2y² in common.
    private func outcome(
        _ program: SingularProgram, seconds: Double = 60
    ) throws -> SingularProgram.Outcome<CommonFactor> {
        try program.commonFactor(
            of: (
                BinaryForm(coefficients: [-6, 0, 4, 0]), BinaryForm(coefficients: [9, 0, -12, 0, 4])
            ), point: 10, rounds: 3, limits: RunLimits(seconds: seconds))
    }

    private func fake(
        _ name: String, seconds: Double = 60
    ) throws -> SingularProgram.Outcome<CommonFactor> {
        let environment = ProcessInfo.processInfo.environment.merging([
            "PATH": Fixtures.path("fake-singular") + ":/usr/bin:/bin"
        ]) { $1 }
        return try outcome(
            try #require(SingularProgram(named: name, environment: environment)), seconds: seconds)
    }

    @Test func outcomes() throws {
        #expect(
            try fake("divides")
                == .finished(
                    CommonFactor(
                        version: 4321, flint: "2.9.0", gcdSeconds: [0.0012, 0.001],
                        divisionSeconds: [0.0003, 0.00025], degree: 2, value: 298)))
        #expect(try fake("fails") == .failed(.exited(1)))
        #expect(try fake("hangs", seconds: 0.4) == .timedOut(seconds: 0.4))
        #expect(try fake("garbage") == .failed(.malformed(line: 3)))
        #expect(try fake("stops") == .failed(.malformed(line: 2)))
        #expect(try fake("dies") == .failed(.signalled(9)))
    }

    @Test func answersAreReadStrictly() throws {
        func answer(_ lines: [String]) throws -> CommonFactor {
            let bytes = Array(lines.map { "@lcngen \($0)\n" }.joined().utf8)
            return try CommonFactor(SingularRecord.all(in: bytes), bytes)
        }
        let good = ["version 1", "gcd 3", "division 0", "factor 0 -1"]
        let read = try answer(good)
        #expect(read.flint == nil && read.degree == 0 && read.value == 1)
        for index in good.indices {
            var fewer = good
            fewer.remove(at: index)
            #expect(throws: SingularProgram.Failure.incomplete(parts: 0, of: 1)) { try answer(fewer) }
        }
        for bad in ["factor -1 0", "factor 1", "gcd -1", "gcd", "division", "division -5", "minors 1 2"] {
            #expect(throws: SingularProgram.Failure.malformed(line: 1)) { try answer([bad] + good) }
        }
    }

    @Test(.enabled(if: SingularProgram() != nil)) func theRealOne() throws {
        guard case .finished(let answer) = try outcome(try #require(SingularProgram())) else {
            Issue.record("Singular gives no answer")
            return
        }
        #expect(answer.version > 3000 && answer.degree == 2 && answer.value == 298)
        #expect(answer.gcdSeconds.count == 3 && answer.divisionSeconds.count == 3)
    }
}
