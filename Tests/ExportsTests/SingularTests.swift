import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import Exports

@Suite struct SingularTests {
    /// What a program of `fixtures/fake-singular` answers for two parts.
    private func outcome(_ name: String, seconds: Double = 60) throws -> SingularProgram.Outcome {
        let environment = ProcessInfo.processInfo.environment.merging([
            "PATH": Fixtures.path("fake-singular") + ":/usr/bin:/bin"
        ]) { $1 }
        let program = try #require(SingularProgram(named: name, environment: environment))
        return try minors(by: program, seconds: seconds)
    }

    /// J₁ and J₂ of (5,2;3).
    private func minors(by program: SingularProgram, seconds: Double) throws -> SingularProgram.Outcome {
        let generators = try IdealGenerators(Architecture(filterSizes: [5, 2], strides: [3]), .paper)
        #expect(generators.parts.map(\.name) == [.firstMinors, .secondMinors])
        return try program.minors(
            of: generators.parts, variableCount: 8, limits: RunLimits(seconds: seconds))
    }

    @Test func outcomes() throws {
        #expect(
            try outcome("finishes") == .finished(version: 4321, seconds: [0.007, 1.5], minors: [4, 1]))
        #expect(try outcome("fails") == .failed(.exited(1)))
        #expect(try outcome("hangs", seconds: 0.4) == .timedOut(seconds: 0.4))
        #expect(try outcome("garbage") == .failed(.malformed(line: 3)))
        #expect(try outcome("stops") == .failed(.incomplete(parts: 1, of: 2)))
        #expect(try outcome("dies") == .failed(.signalled(9)))
    }

    @Test func whereThereIsNone() {
        #expect(SingularProgram(environment: [:]) == nil)
        #expect(SingularProgram(environment: ["PATH": "/nonexistent"]) == nil)
    }

    @Test func answersAreReadStrictly() throws {
        let answer = try SingularAnswer(Array("x\n@lcngen version 4321\n @lcngen minors 3 0\n".utf8))
        #expect(answer.version == 4321 && answer.minors == [3] && answer.seconds == [0])
        for bad in [
            "@lcngen", "@lcngen version", "@lcngen version x", "@lcngen minors 1", "@lcngen minors 1 2 3",
            "@lcngen minors -1 2", "@lcngen other 1", "@lcngen version 99999999999999999999",
        ] {
            #expect(throws: SingularProgram.Failure.malformed(line: 1)) {
                try SingularAnswer(Array(bad.utf8))
            }
        }
    }

    @Test(.enabled(if: SingularProgram() != nil)) func theRealOne() throws {
        let program = try #require(SingularProgram())
        guard case .finished(let version, let seconds, let minors) = try minors(by: program, seconds: 60)
        else {
            Issue.record("Singular gives no times")
            return
        }
        #expect(version > 3000 && seconds.count == 2 && minors == [4, 33], "\(minors)")
    }
}
