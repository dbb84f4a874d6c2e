import CrossValidation
import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import Reports

@Suite struct LineJournalTests {
    private func path(_ folder: ScratchFolder) -> String { folder.url.appendingPathComponent("j").path }

    @Test func goesOnWhereItStopped() throws {
        let folder = try ScratchFolder()
        do {
            let journal = try LineJournal(path: path(folder), heading: "h")
            #expect(journal.lines.isEmpty)
            try journal.append("a")
            try journal.append("b")
        }
        // A crash in the middle of a line.
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path(folder)))
        try file.seekToEnd()
        try file.write(contentsOf: Data("cut o".utf8))
        try file.close()
        do {
            let journal = try LineJournal(path: path(folder), heading: "h")
            #expect(journal.lines == ["a", "b"])
            try journal.append("c")
        }
        #expect(try String(contentsOfFile: path(folder), encoding: .utf8) == "h\na\nb\nc\n")
        #expect(try LineJournal(path: path(folder), heading: "h", restarts: true).lines.isEmpty)
        #expect(try String(contentsOfFile: path(folder), encoding: .utf8) == "h\n")
    }

    /// Killed while it wrote its heading.
    @Test func aHeadingThatWasCutOff() throws {
        let folder = try ScratchFolder()
        try Data("hea".utf8).write(to: URL(fileURLWithPath: path(folder)))
        #expect(try LineJournal(path: path(folder), heading: "heading").lines.isEmpty)
        #expect(try String(contentsOfFile: path(folder), encoding: .utf8) == "heading\n")
    }

    @Test func otherFilesAreNotTouched() throws {
        let folder = try ScratchFolder()
        for text in ["something else\nx\n", "no line break"] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path(folder)))
            #expect(throws: LineJournal.Failure.self) { try LineJournal(path: path(folder), heading: "h") }
            #expect(try String(contentsOfFile: path(folder), encoding: .utf8) == text)
        }
        #expect(throws: LineJournal.Failure.self) { try LineJournal(path: "/nonexistent/j", heading: "h") }
    }

    @Test func oneAtATime() throws {
        let folder = try ScratchFolder()
        let first = try LineJournal(path: path(folder), heading: "h")
        #expect(throws: LineJournal.Failure.inUse(path: path(folder))) {
            try LineJournal(path: path(folder), heading: "h")
        }
        try first.append("still mine")
    }
}

@Suite struct ValidationReportTests {
    private func record(_ sizes: [Int], verdict: String) throws -> ValidationRecord {
        let json = """
            {"filterSizes": [\(sizes.map(String.init).joined(separator: ","))], "strides": [2], "seconds": 1,
             "times": [{"work": "J1", "native": 0.001, "macaulay2": 0.5}, {"work": "kernel, graded", "macaulay2": 2}],
             "checks": [{"name": "jInI", "statement": "J ⊆ I <&>", "verdict": "agree", "native": "yes"},
                        {"name": "minorsJ1", "statement": "minors", "verdict": "\(verdict)", "native": "1",
                         "macaulay2": "2", "reason": "because <b>", "witness": "w_0*w_3"}]}
            """
        return try JSONDecoder().decode(ValidationRecord.self, from: Data(json.utf8))
    }

    @Test func disagreementsComeFirst() throws {
        let validation = Validation(
            records: [
                try record([2, 2], verdict: "undecided"), try record([3, 2], verdict: "disagree"),
                try record([4, 2], verdict: "agree"),
            ],
            conditions: conditions(timeout: 60))
        #expect(validation.verdict.name == "disagree")
        let report = ValidationReport(validation)
        let text = try report.rendered(.text)
        #expect(text.hasPrefix("DISAGREEMENT at (3,2;2)"))
        #expect(text.contains("witness w_0*w_3 [lcngen compare --k 3,2 --s 2]"))
        #expect(
            text.contains("500×")
                && text.contains("3 architectures, 6 checks: 4 agree, 1 undecided, 1 disagree"))
        let page = ValidationPage(report, sections: [("More", "<p>x</p>")]).html
        #expect(page.contains("because &lt;b&gt;") && !page.contains("<b>") && page.contains("✗"))
        // Self-contained: nothing is fetched.
        #expect(!page.contains("src=") && !page.contains("href=") && !page.contains("url("))
        _ = try JSONSerialization.jsonObject(with: Data(report.rendered(.json).utf8))
    }

    @Test func grids() throws {
        let grid = try #require(
            ArchitectureGrid(layers: [1, 2, 3], filterSizes: [2, 3], strides: [2], largest: 8))
        let all = Array(2...300)
        #expect(ArchitectureGrid(layers: [2, 3, 4], filterSizes: all, strides: all, largest: 1_000) == nil)
        #expect(Set(grid.architectures).count == grid.architectures.count)
        #expect(grid.architectures.allSatisfy { $0.endToEndFilterSize <= 8 })
        #expect(grid.architectures.count { $0.layerCount == 1 } == 2)
        #expect(grid.architectures.count { $0.layerCount == 2 } == 4)
        #expect(
            grid.architectures.map(\.endToEndFilterSize)
                == grid.architectures.map(\.endToEndFilterSize).sorted())
    }
}

private func conditions(timeout: Double?, build: String = "b") -> Validation.Conditions {
    .init(program: "lcngen", build: build, macaulay2: "1.21", timeout: timeout, memoryLimit: nil)
}

@Suite struct ValidationJournalTests {
    /// What the results were made with is named where it differs, and nothing is lost.
    @Test func otherConditions() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("r").path
        func open(_ conditions: Validation.Conditions, restarts: Bool = false) throws {
            _ = try ValidationJournal(path: path, conditions: conditions, restarts: restarts)
        }
        try open(conditions(timeout: 60))
        try open(conditions(timeout: 60))
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: ValidationError.otherConditions(path: path, ["timeout 60 s, now 30 s"])) {
            try open(conditions(timeout: 30))
        }
        #expect(
            throws: ValidationError.otherConditions(
                path: path, ["build b, now c", "timeout 60 s, now none"])
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

    /// Columns of Table 2 are taken over, not measured again.
    @Test func columnsOfTable2() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("r").path
        let architecture = try Architecture(filterSizes: [2, 2], strides: [2])
        let options = Table2Measurement.Options(
            program: nil, limits: RunLimits(), keep: nil, tool: "lcngen", command: "test")
        func columns() throws -> (known: Int, measurement: Table2Measurement) {
            let journal = try ValidationJournal(
                path: path, conditions: conditions(timeout: 60), restarts: false)
            let measurement = try Table2Measurement(
                [architecture], options: options, known: journal.columns,
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
        let validation = try Validation(
            ArchitectureGrid([
                Architecture(filterSizes: [2, 2], strides: [2]),
                Architecture(filterSizes: [60, 60], strides: [3]),
            ]), program: program,
            options: .init(limits: RunLimits(seconds: 60), tool: "lcngen", command: "test"),
            journal: ValidationJournal(
                path: folder.url.appendingPathComponent("r").path, conditions: conditions(timeout: 60),
                restarts: false)
        ) { _, _, _ in }
        #expect(validation.records.count == 2 && validation.verdict.name == "undecided")
        #expect(validation.records[1].checks.count == 1)
        #expect(ValidationReport(validation).findings.contains { $0.contains("out of reach") })
        // The native engines have been asked all the same.
        let names = validation.records[0].checks.filter { $0.verdict == "agree" }.map(\.name)
        #expect(
            Set(names).isSuperset(of: [
                "certificate", "linearAlgebra", "highestWeights", "criticalPointsFound",
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
            try Validation(
                grid, program: program,
                options: .init(limits: RunLimits(seconds: timeout), tool: "lcngen", command: "test"),
                journal: ValidationJournal(
                    path: path, conditions: conditions(timeout: timeout), restarts: false)
            ) { _, _, _ in }
        }
        let first = try validate(120)
        #expect(first.verdict == .agrees, "\(ValidationReport(first).findings)")
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        // The last record cut off in the middle.
        try whole.dropLast(40).write(to: URL(fileURLWithPath: path))
        let second = try validate(120)
        func verdicts(_ validation: Validation) -> [[String]] {
            validation.records.map { $0.checks.map(\.verdict) }
        }
        #expect(verdicts(second) == verdicts(first))
        #expect(second.records.count { first.records.contains($0) } >= 1)
        #expect(throws: ValidationError.self) { try validate(121) }
    }
}
