import CrossValidation
import ExactAlgebra
import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Studies

/// What results of tests are made with.
func conditions(timeout: Double?, build: String = "b") -> ValidationConditions {
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
            ("\"disagree\"", "\"disagreed\""), ("\"differs\"", "\"differ\""),
            ("\"gradedKernel\"", "\"kernel, graded\""), ("\"jInI\"", "\"jInJ\""),
            ("\"filterSizes\":[2,2]", "\"filterSizes\":[2,0]"),
        ] {
            #expect(text.contains(word))
            try Data(text.replacing(word, with: other).utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: ValidationError.notAResult(path: path, line: 2), "\(word)") { _ = try open() }
        }
    }

    /// Lines as version 0.1 of this program wrote them, with answers and verdicts in words, under the old heading and
    /// under one of today.
    @Test func resultsOfVersion01() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("r").path
        let heading = """
            {"build":"1390cf1b2654d3e4","checksRadical":false,"macaulay2":"1.21","program":"lcngen","timeout":60}
            """
        let line = """
            {"record":{"checks":[{"macaulay2":"yes","name":"jInI","native":"yes","statement":"J ⊆ I",\
            "verdict":"agree"}],"filterSizes":[2,2],"seconds":0.05,"strides":[2],\
            "times":[{"macaulay2":0.25,"native":0.0004,"work":"J1"}]}}
            """
        try Data("\(heading)\n\(line)\n".utf8).write(to: URL(fileURLWithPath: path))
        let old = "1390cf1b2654d3e4"
        #expect(throws: ValidationError.otherConditions(path: path, [.build(old, now: "b")])) {
            try ValidationJournal(path: path, conditions: conditions(timeout: 60), restarts: false)
        }
        let same = conditions(timeout: 60, build: old)
        #expect(throws: ValidationError.notAResult(path: path, line: 2)) {
            try ValidationJournal(path: path, conditions: same, restarts: false)
        }
        // It is a file of results all the same, which may be thrown away.
        _ = try ValidationJournal(path: path, conditions: same, restarts: true)
    }

    /// The form of a line, which other programs may read: `fixtures/schema` has it in words.
    @Test func theFormOfALine() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("r").path
        let record = ValidationRecord(
            try Architecture(filterSizes: [2, 2], strides: [2]),
            checks: [
                Check(
                    name: .jInI, statement: "J in I", native: .of(true, basis: "proved"),
                    macaulay2: .undecided("60 s"))
            ], times: [.init(work: .gradedKernel, native: nil, macaulay2: 0.5)], seconds: 1)
        do {
            try ValidationJournal(path: path, conditions: conditions(timeout: 60), restarts: false)
                .append(record)
        }
        #expect(
            try String(contentsOfFile: path, encoding: .utf8) == """
                {"build":"b","checksRadical":false,"macaulay2":"1.21","program":"lcngen","timeout":60}
                {"record":{"checks":[{"name":"jInI","native":{"truth":true},"statement":"J in I",\
                "verdict":{"kind":"undecided","reason":"60 s","side":"macaulay2"}}],"filterSizes":[2,2],"seconds":1,\
                "strides":[2],"times":[{"macaulay2":0.5,"work":"gradedKernel"}]}}

                """)
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
}
