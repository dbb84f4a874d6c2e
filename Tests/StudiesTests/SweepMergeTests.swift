import ChildProcesses
import Foundation
import TestSupport
import Testing

@testable import Studies

/// Journals of sweeps, joined.
@Suite struct SweepMergeTests {
    private func journals(
        _ fixture: SweepFixture, _ count: Int, in scratch: ScratchFolder
    ) throws -> [String] {
        try (1...count).map { number in
            let path = scratch.path + "/shard-\(number)"
            _ = try fixture.run("\(number)/\(count)", journal: path)
            return path
        }
    }

    private func edit(_ path: String, _ change: (inout [String]) -> Void) throws {
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        change(&lines)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    }

    @Test func complete() throws {
        let scratch = try ScratchFolder()
        let fixture = try SweepFixture(8...14)
        let whole = try fixture.run()
        let paths = try journals(fixture, 3, in: scratch)
        #expect(try JournalKind(paths: paths) == .criticalPoints)
        for order in [paths, paths.reversed(), paths + [paths[1]]] {
            let merged = try MergedSweep(paths: order)
            #expect(merged.sweep.rows.map(\.untimed) == whole.rows.map(\.untimed))
            #expect(merged.sweep.conditions == whole.conditions && merged.sweep.isComplete)
            #expect(merged.findings.missing.isEmpty && merged.findings.conflicts.isEmpty)
        }
        // One file of all, from which a run goes on without work; written twice it is the same.
        let all = scratch.path + "/all"
        for _ in 1...2 { try MergedSweep(paths: paths).write(to: all) }
        let again = try fixture.run(journal: all, shouldStop: { true })
        #expect(again.rows.map(\.untimed) == whole.rows.map(\.untimed))
        #expect(try MergedSweep(paths: [all] + paths).sweep.rows.count == 7)
    }

    /// A row, the end of a file, a whole file.
    @Test func lost() throws {
        let scratch = try ScratchFolder()
        let fixture = try SweepFixture(1...7)
        let paths = try journals(fixture, 3, in: scratch)
        try edit(paths[1]) { $0.removeLast() }
        let merged = try MergedSweep(paths: [paths[0], paths[1]])
        let missing = merged.findings.missing
        #expect(missing.map { $0.shard?.number } == [2, 3] && missing.map(\.path) == [paths[1], nil])
        #expect(missing.map { $0.tasks?.count } == [1, nil] && missing.allSatisfy { $0.study == "--seeds" })
        // It is known how many there should be.
        #expect(merged.sweep.plannedCount == 7 && !merged.sweep.isComplete)
        let text = try String(contentsOfFile: paths[2], encoding: .utf8)
        try scratch.write(String(text.dropLast(20)), to: "shard-3")
        let cut = try MergedSweep(paths: paths).findings
        #expect(cut.cutOff == [paths[2]] && cut.missing.map { $0.tasks?.count } == [1, 1])
        // The half line is a line then.
        try edit(paths[2]) { $0.append("garbage") }
        #expect(try MergedSweep(paths: paths).findings.unreadable.count == 2)
        try scratch.write("{\"arch", to: "empty")
        #expect(throws: MergeError.nothing) { try MergedSweep(paths: [scratch.path + "/empty"]) }
    }

    /// A run without shards says what it was to do, too; and so does the file of what was joined.
    @Test func lostWithoutShards() throws {
        let scratch = try ScratchFolder()
        let (path, all) = (scratch.path + "/j", scratch.path + "/all")
        _ = try SweepFixture(1...3).run(journal: path)
        _ = try SweepFixture(1...6).run(journal: path, shouldStop: { true })
        try edit(path) { $0.removeAll { $0.contains("{\"row\"") && $0.contains("\"seed\":2}") } }
        let merged = try MergedSweep(paths: [path])
        #expect(merged.findings.missing.map(\.tasks) == [[.seed(2), .seed(4), .seed(5), .seed(6)]])
        #expect(merged.findings.missing.allSatisfy { $0.shard == nil && $0.path == path })
        #expect(merged.sweep.plannedCount == 6 && merged.sweep.rows.count == 2)
        try merged.write(to: all)
        #expect(try MergedSweep(paths: [all]).findings.missing.map { $0.tasks?.count } == [4])
        #expect(try SweepFixture(1...6).run(journal: all).isComplete)
        #expect(try MergedSweep(paths: [all]).findings.missing.isEmpty)
    }

    /// The same twice does no harm, whatever the times and the ends of intervals; else the first is kept, and it is told.
    @Test func doubled() throws {
        let scratch = try ScratchFolder()
        let paths = try journals(try SweepFixture(1...4), 2, in: scratch)
        let row = try #require(
            try String(contentsOfFile: paths[0], encoding: .utf8).split(separator: "\n").last.map(String.init)
        )
        try edit(paths[1]) { $0.append(row) }
        let same = try MergedSweep(paths: paths)
        #expect(same.findings.duplicates == 1 && same.findings.conflicts.isEmpty && same.sweep.isComplete)
        for (change, isConflict) in [
            ({ $0.replacing(/"seconds":[0-9.e-]+/, with: "\"seconds\":99") }, false),
            ({ $0.replacing(/"lower":[0-9.e-]+/, with: "\"lower\":0.001") }, false),
            (
                {
                    $0.replacing(/"lower":[0-9.e-]+/, with: "\"lower\":900").replacing(
                        /"upper":[0-9.e-]+/, with: "\"upper\":901")
                }, true
            ),
            ({ $0.replacing(/"found":[0-9]+/, with: "\"found\":99") }, true),
            ({ $0.replacing("\"isComplete\":true", with: "\"isComplete\":false") }, true),
        ] as [((String) -> String, Bool)] {
            try edit(paths[1]) { $0[$0.count - 1] = change(row) }
            let merged = try MergedSweep(paths: paths)
            #expect(merged.findings.conflicts.count == (isConflict ? 1 : 0), "\(change(row))")
            #expect(merged.findings.conflicts.allSatisfy { $0.places.map(\.path) == paths })
            #expect(merged.sweep.rows.map(\.untimed) == same.sweep.rows.map(\.untimed))
        }
    }

    /// Other conditions, other data under the same names, other studies.
    @Test func mixed() throws {
        let scratch = try ScratchFolder()
        let fixture = try SweepFixture(1...4)
        let paths = try journals(fixture, 2, in: scratch)
        let other = scratch.path + "/other"
        func differences(_ all: [String]) -> [SweepConditions.Difference] {
            do {
                _ = try MergedSweep(paths: all)
                return []
            } catch MergeError.otherSweep(other, paths[0], let differences) {
                return differences
            } catch {
                Issue.record("\(error)")
                return []
            }
        }
        for (before, after, name) in [
            ("\"build\":\"b\"", "\"build\":\"c\"", "build"),
            ("\"mostPoints\":20000", "\"mostPoints\":9", "--most"),
            ("\"searchesBoundary\":true", "\"searchesBoundary\":false", "boundary"),
            ("\"samples\":10", "\"samples\":11", "data"),
            ("\"lastStride\":1", "\"lastStride\":2", "last stride"),
            ("\"filterSizes\":[3,2]", "\"filterSizes\":[2,3]", "architecture"),
            ("\"program\":\"lcngen\"", "\"program\":\"lcngen 9\"", "version"),
        ] {
            let text = try String(contentsOfFile: paths[1], encoding: .utf8)
            #expect(text.contains(before), "\(before)")
            try scratch.write(text.replacing(before, with: after), to: "other")
            #expect(differences([paths[0], other]).map(\.name) == [name])
        }
        // Shards of a longer study under the same words.
        _ = try FileManager.default.removeItem(atPath: other)
        _ = try SweepFixture(1...5).run("2/2", journal: other)
        #expect(differences([paths[0], other]).map(\.name) == ["seeds or data sets"])
        #expect(throws: MergeError.notAJournal(path: scratch.path + "/x")) {
            try scratch.write("x\n", to: "x")
            _ = try MergedSweep(paths: [paths[0], scratch.path + "/x"])
        }
    }

    /// Parts of folders with other numbers are not joined, whatever the folders are called; the same numbers elsewhere are.
    @Test func folders() throws {
        let scratch = try ScratchFolder()
        let (one, same, other) = (try ScratchFolder(), try ScratchFolder(), try ScratchFolder())
        for folder in [one, same] { try SweepFixture.write(4, to: folder) { "\($0).csv" } }
        // One file has other numbers.
        try SweepFixture.write(5, to: other) { $0 == 5 ? "3.csv" : "\($0).csv" }
        func run(_ folder: ScratchFolder, _ shard: String?, _ name: String) throws -> String {
            let path = scratch.path + "/" + name
            _ = try SweepFixture(folder: folder.path).run(shard, journal: path, words: folder.path)
            return path
        }
        let a = try run(one, "1/2", "a")
        let merged = try MergedSweep(paths: [a, run(same, "2/2", "b")])
        #expect(merged.sweep.isComplete && merged.findings.missing.isEmpty)
        for paths in [
            [a, try run(other, "2/2", "c")], [a, try run(other, "1/2", "d")], [a, try run(other, nil, "e")],
        ] {
            #expect(throws: MergeError.self, "\(paths)") { try MergedSweep(paths: paths) }
        }
        // Of fewer files, without shards: the first of the folder, and one that is none of it.
        let few = try ScratchFolder()
        try SweepFixture.write(2, to: few) { "\($0).csv" }
        let earlier = try run(few, nil, "f")
        #expect(try MergedSweep(paths: [a, scratch.path + "/b", earlier]).sweep.isComplete)
        try SweepFixture.write(1, to: few) { _ in "9.csv" }
        let more = try run(few, nil, "g")
        do {
            _ = try MergedSweep(paths: [a, scratch.path + "/b", more])
            Issue.record("joined")
        } catch MergeError.otherSweep(more, a, let differences) {
            #expect(differences.map(\.name) == ["seeds or data sets"])
        }
    }

    /// A result of no problem of the study does not count, where it is joined and where a run goes on.
    @Test func foreignProblems() throws {
        let scratch = try ScratchFolder()
        let fixture = try SweepFixture(8...14)
        let paths = try journals(fixture, 2, in: scratch)
        let whole = try MergedSweep(paths: paths).sweep.rows.map(\.untimed)
        var number = 0
        try edit(paths[0]) { lines in
            number = lines.firstIndex { $0.hasPrefix("{\"row\"") && $0.contains("\"seed\":10") } ?? 0
            lines[number].replace("\"seed\":10", with: "\"seed\":1000")
        }
        let merged = try MergedSweep(paths: paths)
        #expect(number > 1 && merged.findings.foreign == [.init(path: paths[0], number: number + 1)])
        #expect(merged.sweep.rows.count == 6 && merged.sweep.plannedCount == 7)
        #expect(merged.findings.missing.map(\.tasks) == [[.seed(10)]])
        do {
            let journal = try SweepJournal(
                path: paths[0], conditions: fixture.conditions("1/2"),
                problems: fixture.study.part(#require(Shard("1/2"))), study: "--seeds")
            #expect(journal.leftOut.foreign == [number + 1] && journal.leftOut.unreadable.isEmpty)
            #expect(!journal.rows.keys.contains(.seed(1000)))
        }
        #expect(try fixture.run("1/2", journal: paths[0]).isComplete)
        let again = try MergedSweep(paths: paths)
        #expect(again.sweep.rows.map(\.untimed) == whole && again.sweep.isComplete)
    }

    /// Results count wherever they stand: of seeds, and of data sets.
    @Test func rowsInOtherFiles() throws {
        let data = try ScratchFolder()
        try SweepFixture.write(6, to: data) { "\($0).csv" }
        for (index, fixture) in [try SweepFixture(1...6), try SweepFixture(folder: data.path)].enumerated() {
            let folder = try ScratchFolder()
            let paths = try journals(fixture, 3, in: folder)
            let rows = try String(contentsOfFile: paths[2], encoding: .utf8).split(separator: "\n")
                .filter { $0.hasPrefix("{\"row\"") }.map(String.init)
            #expect(rows.count == 2)
            // Not all of them: the rest of seeds is known, and of data sets none.
            try edit(paths[1]) { $0.append(rows[0]) }
            let part = try MergedSweep(paths: Array(paths[..<2]))
            #expect(part.findings.missing.map { $0.tasks?.count } == [index == 0 ? 1 : nil])
            #expect(part.findings.foreign.count == index && part.sweep.plannedCount == 6)
            try edit(paths[1]) { $0.append(rows[1]) }
            let merged = try MergedSweep(paths: Array(paths[..<2]))
            #expect(merged.findings.missing.isEmpty && merged.findings.foreign.isEmpty)
            #expect(merged.sweep.isComplete && merged.sweep.rows.count == 6)
        }
    }

    /// Without shards: runs of several ranges are one, and a data set is known by its numbers.
    @Test func withoutShards() throws {
        let scratch = try ScratchFolder()
        let (a, b) = (scratch.path + "/a", scratch.path + "/b")
        _ = try SweepFixture(1...2).run(journal: a)
        _ = try SweepFixture(3...4).run(journal: b)
        let merged = try MergedSweep(paths: [b, a])
        #expect(merged.sweep.isComplete)
        #expect(merged.sweep.rows.map(\.untimed) == (try SweepFixture(1...4).run().rows.map(\.untimed)))

        let (one, two) = (try ScratchFolder(), try ScratchFolder())
        try SweepFixture.write(2, to: one) { "\($0).csv" }
        try SweepFixture.write(2, to: two) { "\(3 - $0).csv" }
        for (index, folder) in [one, two].enumerated() {
            _ = try SweepFixture(folder: folder.path).run(journal: scratch.path + "/d\(index)")
        }
        #expect(
            throws: MergeError.otherData(
                path: scratch.path + "/d1", first: scratch.path + "/d0", file: "1.csv")
        ) {
            try MergedSweep(paths: [scratch.path + "/d0", scratch.path + "/d1"])
        }
    }
}
