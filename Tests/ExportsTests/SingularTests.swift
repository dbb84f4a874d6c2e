import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import Exports

@Suite struct SingularTests {
    /// A program of `fixtures/fake-singular`.
    private func fake(_ name: String) throws -> SingularProgram {
        let environment = ProcessInfo.processInfo.environment.merging([
            "PATH": Fixtures.path("fake-singular") + ":/usr/bin:/bin"
        ]) { $1 }
        return try #require(SingularProgram(named: name, environment: environment))
    }

    /// What it answers for two parts.
    private func outcome(
        _ name: String, seconds: Double = 60
    ) throws -> SingularProgram.Outcome<SingularProgram.Minors> {
        try minors(by: fake(name), seconds: seconds)
    }

    /// J₁ and J₂ of (5,2;3).
    private func minors(
        by program: SingularProgram, seconds: Double
    ) throws -> SingularProgram.Outcome<SingularProgram.Minors> {
        let generators = try IdealGenerators(Architecture(filterSizes: [5, 2], strides: [3]), .paper)
        #expect(generators.parts.map(\.name) == [.firstMinors, .secondMinors])
        return try program.minors(
            of: generators.parts, variableCount: 8, limits: RunLimits(seconds: seconds))
    }

    @Test func outcomes() throws {
        #expect(
            try outcome("finishes")
                == .finished(.init(version: 4321, seconds: [0.007, 1.5], counts: [4, 1])))
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
        func minors(_ text: String) throws -> SingularProgram.Minors {
            try .init(SingularRecord.all(in: Array(text.utf8)), parts: 1)
        }
        #expect(
            try minors("x\n@lcngen version 4321\n @lcngen minors 3 0\n")
                == .init(version: 4321, seconds: [0], counts: [3]))
        for bad in [
            "@lcngen", "@lcngen version", "@lcngen version x", "@lcngen minors 1", "@lcngen minors 1 2 3",
            "@lcngen minors -1 2", "@lcngen other 1", "@lcngen version 99999999999999999999",
        ] {
            #expect(throws: SingularProgram.Failure.malformed(line: 1)) { try minors(bad) }
        }
        #expect(throws: SingularProgram.Failure.incomplete(parts: 1, of: 1)) {
            try minors("@lcngen minors 1 2")
        }
    }

    @Test(.enabled(if: SingularProgram() != nil)) func theRealOne() throws {
        let program = try #require(SingularProgram())
        guard case .finished(let minors) = try minors(by: program, seconds: 60) else {
            Issue.record("Singular gives no times")
            return
        }
        #expect(minors.version > 3000 && minors.seconds.count == 2)
        #expect(minors.counts == [4, 33], "\(minors)")
    }
}
