import CrossValidation
import ExactAlgebra
import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import Studies

private func conditions(timeout: Double?, build: String = "b") -> ValidationConditions {
    .init(program: "lcngen", build: build, macaulay2: "1.21", timeout: timeout, memoryLimit: nil)
}

@Suite struct ValidationJournalTests {
    /// What the results were made with is named where it differs, and nothing is lost.
    @Test func otherConditions() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("r").path
        func open(_ conditions: ValidationConditions, restarts: Bool = false) throws {
            _ = try ValidationJournal(path: path, conditions: conditions, restarts: restarts)
        }
        try open(conditions(timeout: 60))
        try open(conditions(timeout: 60))
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: ValidationError.otherConditions(path: path, [.timeout(60, now: 30)])) {
            try open(conditions(timeout: 30))
        }
        #expect(
            throws: ValidationError.otherConditions(
                path: path, [.build("b", now: "c"), .timeout(60, now: nil)])
        ) {
            try open(conditions(timeout: nil, build: "c"))
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        try open(conditions(timeout: 30), restarts: true)
        try open(conditions(timeout: 30))
    }

    @Test func otherFiles() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("r").path
        try Data("a,b\n1,2\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: ValidationError.notResults(path: path)) {
            try ValidationJournal(path: path, conditions: conditions(timeout: 60), restarts: false)
        }
        #expect(throws: ValidationError.notResults(path: path)) {
            try ValidationJournal(path: path, conditions: conditions(timeout: 60), restarts: true)
        }
        try FileManager.default.removeItem(atPath: path)
        _ = try ValidationJournal(path: path, conditions: conditions(timeout: 60), restarts: false)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data("{\"else\":1}\n".utf8))
        try file.close()
        #expect(throws: ValidationError.notAResult(path: path, line: 2)) {
            try ValidationJournal(path: path, conditions: conditions(timeout: 60), restarts: false)
        }
    }

    /// A word that is no verdict is no result: neither agreement nor disagreement.
    @Test func wordsThatAreNoVerdict() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("r").path
        func open() throws -> ValidationJournal {
            try ValidationJournal(path: path, conditions: conditions(timeout: 60), restarts: false)
        }
        let check = Check(
            name: .jInI, statement: "J ⊆ I",
            native: .of(true, basis: "proved"),
            macaulay2: .of(false, basis: "Macaulay2", witness: Polynomial(variable: 3)))
        let record = ValidationRecord(
            try Architecture(filterSizes: [2, 2], strides: [2]), checks: [check],
            times: [.init(work: .gradedKernel, native: nil, macaulay2: 0.5)], seconds: 1)
        do { try open().append(record) }
        #expect(try open().records[record.architecture] == record)
        #expect(record.verdict.kind == .disagree)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for (word, other) in [
            ("\"disagrees\"", "\"disagreed\""), ("\"differs\"", "\"differ\""),
            ("\"gradedKernel\"", "\"kernel\""), ("\"filterSizes\":[2,2]", "\"filterSizes\":[2,0]"),
        ] {
            #expect(text.contains(word))
            try Data(text.replacing(word, with: other).utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: ValidationError.notAResult(path: path, line: 2), "\(word)") { _ = try open() }
        }
        // As version 0.1 of this program wrote them.
        let heading = text.split(separator: "\n")[0]
        let old = """
            {"record":{"checks":[{"name":"jInI","native":"yes","statement":"J","verdict":"agree"}],\
            "filterSizes":[2,2],"seconds":1,"strides":[2],"times":[]}}
            """
        try Data("\(heading)\n\(old)\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: ValidationError.notAResult(path: path, line: 2)) { _ = try open() }
    }

    /// Columns of Table 2 are taken over, not measured again.
    @Test func columnsOfTable2() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("r").path
        let architecture = try Architecture(filterSizes: [2, 2], strides: [2])
        func columns() throws -> (known: Int, measurement: Table2Measurement) {
            let journal = try ValidationJournal(
                path: path, conditions: conditions(timeout: 60), restarts: false)
            let measurement = try Table2Measurement.run(
                [architecture], session: nil, known: journal.columns,
                finished: { try journal.append($0) })
            return (journal.columns.count, measurement)
        }
        let (first, second) = (try columns(), try columns())
        #expect((first.known, second.known) == (0, 1))
        #expect(second.measurement.columns[0].cells == first.measurement.columns[0].cells)
        #expect(first.measurement.columns[0].cells[.idealNative]?.seconds != nil)
        #expect(first.measurement.columns[0].cells[.kernel] == .missing("no M2"))
        #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == 2)
    }

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
