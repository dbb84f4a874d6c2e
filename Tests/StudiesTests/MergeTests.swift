import ChildProcesses
import CrossValidation
import ExactAlgebra
import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Studies

@Suite struct MergeTests {
    private static let study = "--layers 2"

    private func number(_ value: Int) -> Finding {
        Finding(answer: .count(Integer(value)), basis: "so")
    }

    private func record(_ sizes: [Int], _ strides: [Int], undecided: Bool = false, value: Int = 3) throws
        -> ValidationRecord
    {
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        let checks = [
            Check(
                name: .codimensionI, statement: "codim", native: number(value),
                macaulay2: undecided ? .undecided("60 s") : number(3)),
            Check(
                name: .jInI, statement: "J in I", native: .of(true, basis: "so"),
                macaulay2: .of(true, basis: "so")),
        ]
        return ValidationRecord(architecture, checks: checks, times: [], seconds: .random(in: 0...1))
    }

    private func journal(
        _ path: String, _ records: [ValidationRecord], shard: String? = nil, plan: [Architecture]? = nil,
        timeout: Double = 60
    ) throws {
        var made = conditions(timeout: timeout)
        made.shard = shard
        made.study = shard.map { _ in Self.study }
        let journal = try ValidationJournal(path: path, conditions: made, plan: plan, restarts: false)
        for record in records { try journal.append(record) }
    }

    private func append(_ text: String, to path: String) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
    }

    /// Shards with everything are one run, whatever the order of the files; and the file of all goes on as one.
    @Test func complete() throws {
        let scratch = try ScratchFolder()
        let records = try [record([2, 2], [2]), record([3, 2], [2]), record([2, 3], [2])]
        let (a, b, all) = (scratch.path + "/a", scratch.path + "/b", scratch.path + "/all")
        try journal(a, [records[2]], shard: "1/2", plan: [records[2].architecture])
        try journal(b, Array(records[..<2]), shard: "2/2", plan: records[..<2].map(\.architecture))
        for paths in [[a, b], [b, a], [a, b, a]] {
            let merged = try MergedValidation(paths: paths)
            #expect(merged.findings.missing.isEmpty && merged.findings.conflicts.isEmpty)
            #expect(merged.findings.duplicates == paths.count - 2)
            #expect(merged.validation.records.map(\.architecture) == records.map(\.architecture))
            #expect(merged.validation.conditions == conditions(timeout: 60))
            try merged.write(to: all)
        }
        let journal = try ValidationJournal(path: all, conditions: conditions(timeout: 60), restarts: false)
        #expect(Set(journal.records.values) == Set(records))
        // With what an earlier run had, without shards.
        #expect(try MergedValidation(paths: [all, a]).findings.missing.map { $0.shard?.number } == [2])
    }

    /// What was not done is told: of a shard with a journal by name, of one without as a whole.
    @Test func missing() throws {
        let scratch = try ScratchFolder()
        let records = try [record([2, 2], [2]), record([3, 2], [2])]
        let path = scratch.path + "/a"
        try journal(path, [records[0]], shard: "2/3", plan: records.map(\.architecture))
        let missing = try MergedValidation(paths: [path]).findings.missing
        #expect(missing.map { $0.shard?.number } == [1, 2, 3])
        #expect(missing.map(\.path) == [nil, path, nil] && missing.allSatisfy { $0.study == Self.study })
        #expect(missing[1].tasks == [records[1].architecture] && missing[0].tasks == nil)
        // Killed before its plan, or before its first line.
        let (early, empty) = (scratch.path + "/early", scratch.path + "/empty")
        try journal(early, [], shard: "1/3")
        try Data("{\"bui".utf8).write(to: URL(fileURLWithPath: empty))
        let findings = try MergedValidation(paths: [empty, path, early]).findings
        #expect(findings.cutOff == [empty] && findings.missing[0].path == early)
        #expect(try JournalKind(paths: [empty, path]) == .validate)
        #expect(throws: MergeError.nothing) { try MergedValidation(paths: [empty]) }
        #expect(throws: MergeError.nothing) { try JournalKind(paths: [empty]) }
    }

    /// Half a line at the end, and what is no result.
    @Test func broken() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path + "/a"
        let records = try [record([2, 2], [2]), record([3, 2], [2])]
        try journal(path, records)
        try append("garbage\n{\"record\":{\"chec", to: path)
        let merged = try MergedValidation(paths: [path])
        #expect(merged.findings.cutOff == [path])
        #expect(merged.findings.unreadable == [.init(path: path, number: 4)])
        #expect(merged.validation.records.count == 2)
    }

    /// The same twice is one; decided goes before undecided; what excludes each other is told.
    @Test func duplicates() throws {
        let scratch = try ScratchFolder()
        func merge(_ first: ValidationRecord, _ second: ValidationRecord) throws -> MergedValidation {
            let paths = try [first, second].map { record in
                let path = scratch.path + "/\(UUID().uuidString)"
                try journal(path, [record])
                return path
            }
            return try MergedValidation(paths: paths)
        }
        let (decided, open) = try (record([2, 2], [2]), record([2, 2], [2], undecided: true))
        #expect(try merge(decided, record([2, 2], [2])).findings.duplicates == 1)
        for (first, second) in [(decided, open), (open, decided)] {
            let merged = try merge(first, second)
            #expect(merged.validation.records == [decided] && merged.findings.conflicts.isEmpty)
        }
        let merged = try merge(decided, record([2, 2], [2], value: 4))
        #expect(merged.findings.conflicts.map(\.task) == [decided.architecture])
        #expect(merged.validation.records == [decided])
        // In one file: what is decided counts, and a run does not go on from what excludes each other.
        let path = scratch.path + "/one"
        try journal(path, [open, decided, open])
        func resume() throws -> [Architecture: ValidationRecord] {
            try ValidationJournal(path: path, conditions: conditions(timeout: 60), restarts: false).records
        }
        #expect(try Array(resume().values) == [decided])
        try journal(path, [record([2, 2], [2], value: 4)])
        #expect(throws: ValidationError.conflict(path: path, decided.architecture, lines: [3, 5])) {
            try resume()
        }
    }

    /// Other conditions, another shard and another plan are refused.
    @Test func refused() throws {
        let scratch = try ScratchFolder()
        let (a, b) = (scratch.path + "/a", scratch.path + "/b")
        let records = try [record([2, 2], [2])]
        try journal(a, records, shard: "1/2", plan: records.map(\.architecture))
        try journal(b, records, timeout: 30)
        #expect(throws: MergeError.otherConditions(path: b, first: a, [.timeout(30, now: 60)])) {
            try MergedValidation(paths: [a, b])
        }
        #expect(
            throws: ValidationError.otherConditions(path: a, [.shard("1/2", now: "2/2")])
        ) {
            try journal(a, [], shard: "2/2", plan: [])
        }
        #expect(throws: ValidationError.otherPlan(path: a)) { try journal(a, [], shard: "1/2", plan: []) }
        // The same shard goes on.
        try journal(a, [], shard: "1/2", plan: records.map(\.architecture))
        try Data("x\n".utf8).write(to: URL(fileURLWithPath: b))
        #expect(throws: MergeError.notAJournal(path: b)) { try MergedValidation(paths: [a, b]) }
        #expect(throws: MergeError.notAJournal(path: b)) { try MergedAtlas(paths: [b]) }
        #expect(throws: LineJournal.Failure.self) { try MergedAtlas(paths: [scratch.path + "/none"]) }
    }

    @Test func atlases() throws {
        let scratch = try ScratchFolder()
        let whole = try Atlas.run(upTo: 8, journal: nil)
        let paths = try Shard.all(3).map { shard in
            let path = scratch.path + "/\(shard.number)"
            _ = try Atlas.run(upTo: 8, shard: shard, journal: path)
            return path
        }
        let merged = try MergedAtlas(paths: paths.reversed())
        #expect(merged.atlas.rows == whole.rows && merged.findings.missing.isEmpty)
        #expect(try JournalKind(paths: paths) == .atlas)
        let all = scratch.path + "/all"
        try merged.write(to: all)
        try merged.write(to: all)
        var computed = 0
        #expect(try Atlas.run(upTo: 8, journal: all, progress: { _, _ in computed += 1 }).rows == whole.rows)
        #expect(computed == 0)
        // Another part is not mixed in; a run without shards goes on from a part.
        let other = try #require(Shard("2/3"))
        #expect(throws: AtlasError.self) { try Atlas.run(upTo: 8, shard: other, journal: paths[0]) }
        #expect(throws: AtlasError.self) { try Atlas.run(upTo: 7, shard: Shard("1/3"), journal: paths[0]) }
        #expect(try Atlas.run(upTo: 8, journal: paths[1]).rows == whole.rows)
        // One is lost, one is changed.
        let lines = try String(contentsOfFile: paths[2], encoding: .utf8).split(separator: "\n")
        try Data((lines.dropLast().joined(separator: "\n") + "\n").utf8).write(
            to: URL(fileURLWithPath: paths[2]))
        let missing = try MergedAtlas(paths: [paths[0], paths[2]]).findings.missing
        #expect(
            missing.map { $0.shard?.number } == [2, 3] && missing.map { $0.tasks?.count } == [nil, 1])
        // Rows count wherever they stand.
        let third = lines.dropFirst(2).joined(separator: "\n") + "\n"
        let both = scratch.path + "/both"
        try Data((String(contentsOfFile: paths[0], encoding: .utf8) + third).utf8).write(
            to: URL(fileURLWithPath: both))
        #expect(try MergedAtlas(paths: [both, paths[1]]).findings.missing.isEmpty)
        let row = try #require(whole.rows.last)
        #expect(row.csv.contains(",yes,ranks,"))
        try append(row.csv.replacing(",yes,ranks,", with: ",no,ranks,") + "\n", to: all)
        let conflicts = try MergedAtlas(paths: [all]).findings.conflicts
        #expect(conflicts.map(\.task) == [row.architecture])
        // A run does not go on from it.
        #expect(
            throws: AtlasError.conflict(
                path: all, row.architecture, lines: conflicts.flatMap(\.places).map(\.number))
        ) {
            try Atlas.run(upTo: 8, journal: all)
        }
    }

    /// A line that is no row is left out, and its row is made again.
    @Test func damagedAtlas() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path + "/a"
        let whole = try Atlas.run(upTo: 6, journal: path)
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        lines[3].removeFirst(4)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
        #expect(try MergedAtlas(paths: [path]).findings.unreadable == [.init(path: path, number: 4)])
        var (leftOut, computed) = (LeftOutLines(), 0)
        let again = try Atlas.run(
            upTo: 6, journal: path, leavesOut: { leftOut = $0 }, progress: { _, _ in computed += 1 })
        #expect(again.rows == whole.rows && leftOut.unreadable == [4] && computed == 1)
        #expect(try MergedAtlas(paths: [path]).atlas.rows == whole.rows)
    }
}
