import CrossValidation
import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import Studies

@Suite struct ValidationTests {
    /// What is out of reach for one architecture does not stop the others.
    @Test func anArchitectureOutOfReach() throws {
        let folder = try ScratchFolder()
        let program = try Macaulay2Program.locate(Fixtures.path("fake-m2/works"))
        let validation = try Validation.run(
            ArchitectureGrid([
                Architecture(filterSizes: [2, 2], strides: [2]),
                Architecture(filterSizes: [60, 60], strides: [3]),
            ]), session: program.session(), options: .init(),
            journal: ValidationJournal(
                path: folder.url.appendingPathComponent("r").path, conditions: conditions(timeout: 60),
                restarts: false)
        ) { _, _, _ in }
        #expect(validation.records.count == 2 && validation.verdict.kind == .undecided)
        #expect(validation.records[1].checks.count == 1)
        guard case .undecided(let obstacle) = validation.records[1].checks[0].verdict else {
            Issue.record("decided")
            return
        }
        #expect(obstacle.reason.contains("out of reach"))
        // The native engines have been asked all the same.
        let names = validation.records[0].checks.filter { $0.verdict == .agrees }.map(\.name)
        #expect(
            Set(names).isSuperset(of: [
                .certificate, .linearAlgebra, .highestWeights, .criticalPointsFound,
            ]), "\(names)")
    }

    /// A whole comparison with what a real Macaulay2 said, without one: all agrees, and what tables and plots look up is
    /// timed.
    @Test func recordedRuns() throws {
        let folder = try ScratchFolder()
        let validation = try Validation.run(
            ArchitectureGrid([
                Architecture(filterSizes: [2, 2], strides: [2]),
                Architecture(filterSizes: [3, 2, 2], strides: [2, 2]),
            ]), session: Macaulay2Program.locate(Fixtures.path("fake-m2/replays")).session(),
            options: .init(),
            journal: ValidationJournal(
                path: folder.url.appendingPathComponent("r").path, conditions: conditions(timeout: 60),
                restarts: false)
        ) { _, _, _ in }
        #expect(validation.verdict == .agrees)
        for record in validation.records {
            #expect(Set(record.checks.map(\.name)).count == record.checks.count)
            #expect(Set(record.times.map(\.work)).count == record.times.count)
            #expect(record.times[.gradedKernel]?.macaulay2 != nil)
            #expect(record.times[.firstMinors]?.ratio != nil)
            #expect(record.times[.minimalNonfaces]?.native != nil)
        }
    }
}

@Suite(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
struct LiveValidationTests {
    /// Interrupted and gone on: the same results, and nothing is computed twice.
    @Test func goesOnAfterACrash() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("results.jsonl").path
        let program = try #require(LiveMacaulay2.programs.first)
        let grid = try ArchitectureGrid([
            Architecture(filterSizes: [2, 2], strides: [2]), Architecture(filterSizes: [3, 2], strides: [2]),
        ])
        func validate(_ timeout: Double) throws -> Validation {
            try Validation.run(
                grid, session: program.session(seconds: timeout), options: .init(),
                journal: ValidationJournal(
                    path: path, conditions: conditions(timeout: timeout), restarts: false)
            ) { _, _, _ in }
        }
        let first = try validate(120)
        #expect(first.verdict == .agrees, "\(first.records)")
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        // The last record cut off in the middle.
        try whole.dropLast(40).write(to: URL(fileURLWithPath: path))
        let second = try validate(120)
        func verdicts(_ validation: Validation) -> [[Verdict]] {
            validation.records.map { $0.checks.map(\.verdict) }
        }
        #expect(verdicts(second) == verdicts(first))
        #expect(second.records.count { first.records.contains($0) } >= 1)
        #expect(throws: ValidationError.self) { try validate(121) }
    }
}
