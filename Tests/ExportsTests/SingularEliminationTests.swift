import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import Exports

@Suite struct SingularEliminationTests {
    typealias Equations = SingularProgram.Equations

    @Test func answersAreReadStrictly() throws {
        func answer(_ lines: [String]) throws -> Equations {
            try Equations(SingularRecord.all(in: Array(lines.map { "@lcngen \($0)\n" }.joined().utf8)))
        }
        #expect(
            try answer(["version 4321", "equations 9 1500"])
                == Equations(version: 4321, seconds: 1.5, count: 9))
        for lines in [["version 1"], ["equations 9 1500"], []] {
            #expect(throws: SingularProgram.Failure.incomplete(parts: 0, of: 1)) { try answer(lines) }
        }
        for bad in ["equations 9", "equations -1 0", "equations 1 -1", "minors 1 2", "version"] {
            #expect(throws: SingularProgram.Failure.malformed(line: 1)) { try answer([bad]) }
        }
    }

    /// Example 3.8 has five generators, four of them cubics.
    @Test(.enabled(if: SingularProgram() != nil)) func example() throws {
        let singular = try #require(SingularProgram())
        let architecture = try Architecture(filterSizes: [5, 2], strides: [3])
        func count(_ method: SingularProgram.EquationsMethod) throws -> Int? {
            let outcome = try singular.equations(
                of: architecture, by: method, limits: RunLimits(seconds: 60))
            if case .finished(let equations) = outcome { return equations.count }
            return nil
        }
        #expect(try count(.preimage) == 5)
        #expect(try count(.eliminate(maxDegree: 0)) == 5)
        #expect(try count(.eliminate(maxDegree: 4)) == 5)
        #expect(try count(.eliminate(maxDegree: 3)) == 4)
        #expect(try count(.eliminate(maxDegree: 2)) == 0)
    }
}
