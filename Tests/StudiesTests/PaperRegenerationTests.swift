import CrossValidation
import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import Studies

@Suite struct PaperRegenerationTests {
    private func journal(_ folder: ScratchFolder) throws -> ValidationJournal {
        try ValidationJournal(
            path: folder.path + "/r",
            conditions: ValidationConditions(
                program: "lcngen", build: "b", macaulay2: "1.21", timeout: nil, memoryLimit: nil),
            restarts: false)
    }

    @Test func nativelyAndResumed() throws {
        let folder = try ScratchFolder()
        let columns = try [[2, 2], [3, 2]].map { try Architecture(filterSizes: $0, strides: [3]) }
        func paper(_ columns: [Architecture]) throws -> (PaperRegeneration, steps: [String]) {
            var steps: [String] = []
            let paper = try PaperRegeneration.run(
                columns: columns, session: nil, journal: try journal(folder)
            ) { steps.append($0) }
            return (paper, steps)
        }
        let (first, steps) = try paper([columns[0]])
        #expect(first.table3.agreement == (64, 64))
        #expect(first.table3.agreement.printed == first.table3.agreement.equal && first.table3.isSymmetric)
        #expect(first.figure1.rows.map(\.count) == [1, 6, 5, 1])
        #expect(first.examples.count == 4)
        for check in first.examples.flatMap(\.checks) { #expect(check.verdict == .agrees, "\(check.name)") }
        #expect(steps.contains { $0.contains("(2,2;3)") })
        // The column that is there is not measured again.
        let (second, more) = try paper(columns)
        #expect(second.table2.columns.map(\.architecture) == columns)
        #expect(second.table2.columns[0].cells == first.table2.columns[0].cells)
        #expect(!more.contains { $0.contains("(2,2;3):") } && more.contains { $0.contains("(3,2;3):") })
    }

    /// A Macaulay2 that fails decides nothing, and says so.
    @Test func withAMacaulay2ThatFails() throws {
        let folder = try ScratchFolder()
        let session = try Macaulay2Program.locate(Fixtures.path("fake-m2/fails")).session()
        let paper = try PaperRegeneration.run(
            columns: [Architecture(filterSizes: [2, 2], strides: [3])], session: session,
            journal: journal(folder))
        #expect(!paper.table2.errors.isEmpty)
        #expect(paper.examples.flatMap(\.checks).allSatisfy { $0.verdict != .agrees })
    }
}
