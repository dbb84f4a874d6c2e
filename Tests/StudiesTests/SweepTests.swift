import ChildProcesses
import ExactAlgebra
import Foundation
import Neurovariety
import Synchronization
import TestSupport
import Testing
import Training

@testable import Studies

/// Sweeps of one small architecture.
struct SweepFixture {
    let study: SweepStudy
    let architecture: Architecture

    /// - Parameter sizes: with stride 2, unless strides are given.
    init(
        _ seeds: ClosedRange<UInt64> = 1...6, sizes: [Int] = [3, 2], strides: [Int] = [2],
        searchesBoundary: Bool = true
    ) throws {
        architecture = try Architecture(filterSizes: sizes, strides: strides)
        study = try SweepStudy(
            architecture, lastStride: 1,
            data: .random(
                seeds: seeds, outputs: 1,
                samples: SweepStudy.usualSampleCount(architecture, outputs: 1, lastStride: 1)),
            mostPoints: 20_000, searchesBoundary: searchesBoundary)
    }

    init(folder: String, seed: UInt64 = 1) throws {
        architecture = try Architecture(filterSizes: [3, 2], strides: [2])
        study = try SweepStudy(
            architecture, lastStride: 1,
            data: .folder(DataFolder(path: folder, architecture, lastStride: 1), seed: seed),
            mostPoints: 20_000, searchesBoundary: true)
    }

    func conditions(_ shard: String? = nil, build: String = "b", options: String = "--seeds")
        -> SweepConditions
    {
        study.conditions(
            program: "lcngen", build: build, shard: shard.flatMap { Shard($0) }, options: options)
    }

    /// A run of all, or of a shard.
    func run(
        _ shard: String? = nil, journal path: String? = nil, build: String = "b", words: String = "--seeds",
        shouldStop: @escaping @Sendable () -> Bool = { false }
    ) throws -> CriticalPointsSweep {
        let problems = try shard.flatMap { Shard($0) }.map(study.part) ?? study.problems
        let conditions = conditions(shard, build: build, options: words)
        return try CriticalPointsSweep.run(
            study, problems, conditions: conditions,
            journal: path.map {
                try SweepJournal(path: $0, conditions: conditions, problems: problems, study: words)
            },
            shouldStop: shouldStop
        ) { _ in }
    }

    /// Data sets as text, of normal numbers.
    static func write(_ count: Int, to scratch: ScratchFolder, named name: (Int) -> String) throws {
        for number in 1...count {
            var generator = SplitMix(seed: UInt64(number))
            let lines = (0..<10).map { _ in
                (0..<6).map { _ in "\(Double.random(in: -1..<1, using: &generator))" }
                    .joined(separator: ",")
            }
            try scratch.write(lines.joined(separator: "\n") + "\n", to: name(number))
        }
    }
}

extension SweepRow {
    /// But for the time.
    var untimed: SweepRow {
        SweepRow(problem, samples: samples, found: found, missing: missing, seconds: 0)
    }
}

@Suite struct SweepTests {
    /// A row says what a search of the one problem says.
    @Test func rowsAreThoseOfSearches() throws {
        let fixture = try SweepFixture(3...5)
        let sweep = try fixture.run()
        #expect(sweep.isComplete && sweep.rows.map(\.problem) == [.seed(3), .seed(4), .seed(5)])
        for (row, seed) in zip(sweep.rows, 3...5) {
            let points = try CriticalPoints.run(
                .random(fixture.architecture, outputWidth: 1, seed: UInt64(seed)),
                options: .init(seed: UInt64(seed)))
            let found = try #require(row.found)
            #expect(found.found == points.foundCount && found.certified == points.certifiedCount)
            #expect(found.real == points.real.count && found.minima == points.real.count(where: \.isMinimum))
            #expect(found.areIndicesProved && found.isComplete && found.network == nil)
            let minimum = try #require(found.minimum)
            #expect(minimum.lower == points.real[0].lossInterval.lower && minimum.isProved)
            #expect(row.samples == 10 && row.missing == nil)
        }
    }

    /// Where layers make less, the boundary is counted too.
    @Test func networks() throws {
        let sizes = ([2, 2, 2], [1, 2])
        let sweep = try SweepFixture(1...4, sizes: sizes.0, strides: sizes.1).run()
        let fixture = try SweepFixture(1...4, sizes: sizes.0, strides: sizes.1, searchesBoundary: false)
        let without = try fixture.run()
        for (row, bare) in zip(sweep.rows, without.rows) {
            let points = try CriticalPoints.run(
                .random(
                    fixture.architecture, outputWidth: 1,
                    seed: { if case .seed(let seed) = row.problem { seed } else { 0 } }()),
                options: .init(seed: { if case .seed(let seed) = row.problem { seed } else { 0 } }()))
            let network = try #require(row.found?.network)
            #expect(network.attained == points.attainments.count(where: \.isAttained))
            #expect(
                network.boundary == points.boundary.flatMap(\.real).count(where: \.attainment.isAttained))
            #expect(network.isBoundaryComplete && row.isComplete)
            let minimum = try #require(row.found?.minimum)
            #expect(minimum.lower == points.networkMinimum?.point.lossInterval.lower)
            #expect(bare.found?.network?.boundary == 0 && bare.found?.network?.isBoundaryComplete == false)
            #expect(bare.isComplete && bare.found?.real == row.found?.real)
        }
        let summary = SweepSummary(sweep.rows)
        #expect(summary.networkMinima?.total == 4 && SweepSummary(without.rows).networkMinima == nil)
        #expect(summary.onBoundary == sweep.rows.count { $0.found?.minimum?.isOnBoundary == true })
    }

    /// In whatever part and order, and after whatever interruption.
    @Test func rowsAreTheSameEverywhere() throws {
        let scratch = try ScratchFolder()
        let fixture = try SweepFixture()
        let whole = try fixture.run().rows.map(\.untimed)
        for shards in [["1/1"], ["1/2", "2/2"], ["2/2", "1/2"], ["3/4", "1/4", "4/4", "2/4"]] {
            let rows = try shards.flatMap { try fixture.run($0).rows.map(\.untimed) }
            #expect(rows.sorted { $0.problem < $1.problem } == whole, "\(shards)")
        }
        // Stopped after two, and gone on from.
        let path = scratch.path + "/j"
        let first = try fixture.run(journal: path, shouldStop: { lineCount(path) > 3 })
        #expect(!first.isComplete && first.rows.count < 6 && first.plannedCount == 6)
        #expect(lineCount(path) == first.rows.count + 2)
        #expect(try fixture.run(journal: path).rows.map(\.untimed) == whole)
        #expect(lineCount(path) == 8)
        // What is there is not computed again.
        let times = try fixture.run(journal: path).rows.map(\.seconds)
        #expect(try fixture.run(journal: path).rows.map(\.seconds) == times)
        // A longer study goes on from it.
        #expect(try SweepFixture(1...7).run(journal: path).rows.dropLast().map(\.untimed) == whole)
    }

    /// A problem that is stopped has no row, rather than one that says less.
    @Test func stopped() throws {
        let scratch = try ScratchFolder()
        let calls = Mutex(0)
        let sweep = try SweepFixture().run(
            journal: scratch.path + "/j",
            shouldStop: {
                calls.withLock {
                    $0 += 1
                    return $0 > 40
                }
            })
        #expect(sweep.rows.allSatisfy(\.isComplete) && sweep.rows.count < 6)
        #expect(lineCount(scratch.path + "/j") == 2 + sweep.rows.count)
    }

    /// Half a line at the end is as if it had not been begun; what is no result is left out, and done again.
    @Test func damagedJournals() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path + "/j"
        let fixture = try SweepFixture(1...3)
        let rows = try fixture.run(journal: path).rows.map(\.untimed)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try scratch.write(String(text.dropLast(30)), to: "j")
        #expect(try fixture.run(journal: path).rows.map(\.untimed) == rows)
        // Lines in the middle, one of them empty; and the plan.
        let lines = text.split(separator: "\n").map(String.init)
        for damaged in [2, 4] {
            var changed = lines
            changed[damaged - 1] = "{\"row\":{}}"
            changed.insert("", at: 2)
            try scratch.write(changed.joined(separator: "\n") + "\n", to: "j")
            let numbers = [damaged == 2 ? 2 : 3, damaged == 2 ? 3 : 5]
            #expect(try MergedSweep(paths: [path]).findings.unreadable.map(\.number) == numbers)
            do {
                let journal = try SweepJournal(
                    path: path, conditions: fixture.conditions(), problems: fixture.study.problems,
                    study: "--seeds")
                #expect(journal.leftOut == LeftOutLines(unreadable: numbers))
                #expect(journal.rows.count == (damaged == 2 ? 3 : 2))
            }
            #expect(try fixture.run(journal: path).rows.map(\.untimed) == rows)
            #expect(try MergedSweep(paths: [path]).sweep.isComplete)
        }
        // The same twice does no harm; two that exclude each other are refused.
        try scratch.write(
            text + lines[4].replacing(/"seconds":[0-9.e-]+/, with: "\"seconds\":99") + "\n", to: "j")
        #expect(try fixture.run(journal: path).rows.map(\.untimed) == rows)
        try scratch.write(text + lines[4].replacing(/"found":[0-9]+/, with: "\"found\":99") + "\n", to: "j")
        let problem = try #require(try MergedSweep(paths: [path]).findings.conflicts.first?.task)
        #expect(throws: SweepError.conflict(path: path, problem: problem.description, lines: [5, 6])) {
            try fixture.run(journal: path)
        }
        try scratch.write("x,y\n1,2\n", to: "j")
        #expect(throws: SweepError.notAJournal(path: path)) { try fixture.run(journal: path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "x,y\n1,2\n")
    }

    /// Two runs do not write to one journal, and results of other conditions are not gone on from.
    @Test func refusedJournals() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path + "/j"
        let fixture = try SweepFixture(1...2)
        _ = try fixture.run("1/2", journal: path)
        let held = try SweepJournal(
            path: path, conditions: fixture.conditions("1/2"), problems: [.seed(1)], study: nil)
        #expect(throws: LineJournal.Failure.inUse(path: path)) { try fixture.run("1/2", journal: path) }
        withExtendedLifetime(held) {}
        func differences(_ body: () throws -> Void) -> [String]? {
            do {
                try body()
                return nil
            } catch SweepError.otherConditions(_, let all) {
                return all.map(\.name)
            } catch { return ["\(error)"] }
        }
        let other = scratch.path + "/other"
        _ = try fixture.run("1/2", journal: other)
        #expect(differences { _ = try fixture.run("2/2", journal: other) } == ["--shard"])
        #expect(
            differences { _ = try fixture.run(journal: other) }
                == ["--shard", "seeds or data sets"])
        #expect(differences { _ = try fixture.run("1/2", journal: other, build: "c") } == ["build"])
        #expect(
            differences { _ = try SweepFixture(1...3).run("1/2", journal: other) }
                == ["seeds or data sets"])
        #expect(
            differences { _ = try SweepFixture(1...2, sizes: [2, 2]).run("1/2", journal: other) }
                == ["architecture", "data", "inputs"])
        #expect(differences { _ = try fixture.run("1/2", journal: other) } == nil)
    }

    /// Costs of problems are in balance, and every problem is in one part.
    @Test func parts() throws {
        let fixture = try SweepFixture(1...23)
        let parts = try Shard.all(4).map { try fixture.study.part($0) }
        #expect(parts.flatMap(\.self).sorted() == fixture.study.problems)
        #expect(parts.map(\.count).sorted() == [5, 6, 6, 6])
        #expect(try fixture.study.cost() > 0)
    }
}

/// Of a file; 0 where there is none.
private func lineCount(_ path: String) -> Int {
    ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").count { $0 == "\n" }
}

/// Data sets in a folder.
@Suite struct DataFolderTests {
    @Test func order() throws {
        let scratch = try ScratchFolder()
        let names = ["b.csv", "10.csv", "2.TXT", "é.csv"]
        try SweepFixture.write(4, to: scratch) { names[$0 - 1] }
        for name in ["README.md", ".hidden.csv", "journal.jsonl"] { try scratch.write("x", to: name) }
        try FileManager.default.createDirectory(
            at: scratch.url.appendingPathComponent("folder.csv"), withIntermediateDirectories: false)
        try FileManager.default.copyItem(
            atPath: scratch.path + "/b.csv", toPath: scratch.path + "/c.csv")
        let study = try SweepFixture(folder: scratch.path).study
        guard case .folder(let folder, _) = study.data else {
            Issue.record("no folder")
            return
        }
        #expect(study.problems.map(\.description) == ["10.csv", "2.TXT", "b.csv", "c.csv", "é.csv"])
        #expect(folder.leftOut == ["README.md", "folder.csv", "journal.jsonl"])
        #expect(folder.repeated == [["b.csv", "c.csv"]])
        let rows = try SweepFixture(folder: scratch.path).run().rows
        #expect(rows.count == 5 && rows.allSatisfy(\.isComplete))
        #expect(rows[2].found == rows[3].found && rows[2].problem != rows[3].problem)
    }

    @Test func refused() throws {
        func error(_ scratch: ScratchFolder) -> String {
            do {
                _ = try SweepFixture(folder: scratch.path)
                return ""
            } catch { return "\(error)" }
        }
        let scratch = try ScratchFolder()
        #expect(error(scratch).contains("has no data sets: no file that ends in .csv, .tsv"))
        try SweepFixture.write(2, to: scratch) { "\($0).csv" }
        try scratch.write("1.5,2,3,4,5,6,7,8,9\n1,2,3,4,5,6,7,8,9\n", to: "3.csv")
        #expect(error(scratch).contains("3.csv has samples of 7 inputs and 2 outputs, and "))
        try scratch.write("1.5,2,3,4,5\n1,2,3,4,5\n", to: "3.csv")
        #expect(error(scratch).contains("3.csv has lines of 5 numbers"))
        try scratch.write("no numbers\n", to: "3.csv")
        #expect(error(scratch).contains("3.csv has no numbers"))
        try FileManager.default.removeItem(atPath: scratch.path + "/3.csv")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/3.csv", withDestinationPath: "/nonexistent")
        #expect(error(scratch).contains("cannot read \(scratch.path)/3.csv"))
    }

    /// Data of too low rank have a row that says so; the others are not stopped.
    @Test func deficientData() throws {
        let scratch = try ScratchFolder()
        try SweepFixture.write(2, to: scratch) { "\($0).csv" }
        try scratch.write("1.5,0,0,0,0,1\n1,0,0,0,0,2\n", to: "0.csv")
        let sweep = try SweepFixture(folder: scratch.path).run()
        #expect(!sweep.isComplete && sweep.rows.map { $0.found == nil } == [true, false, false])
        #expect(sweep.rows[0].missing?.contains("rank-deficient") == true)
        let summary = SweepSummary(sweep.rows)
        #expect(summary.problems == 3 && summary.complete == 2 && summary.notSearched == 1)
        #expect(summary.real.total == 2)
    }

    /// A file that changes is not searched under its old name, and results of its old numbers are not taken for it.
    @Test func changes() throws {
        let scratch = try ScratchFolder()
        let (data, path) = (scratch.path, scratch.path + "/j")
        try SweepFixture.write(2, to: scratch) { "\($0).csv" }
        let fixture = try SweepFixture(folder: data)
        _ = try fixture.run(journal: path)
        try SweepFixture.write(3, to: scratch) { $0 == 3 ? "1.csv" : "\($0 + 10).csv" }
        #expect(throws: SweepError.changed(file: data + "/1.csv")) { try fixture.run() }
        #expect(throws: SweepError.otherData(path: path, file: "1.csv")) {
            try SweepFixture(folder: data).run(journal: path)
        }
    }

    /// Badly conditioned data are dearer.
    @Test func costs() throws {
        let scratch = try ScratchFolder()
        try SweepFixture.write(3, to: scratch) { "\($0).csv" }
        let text = try String(contentsOfFile: scratch.path + "/1.csv", encoding: .utf8)
        let usual = try SweepFixture(folder: scratch.path).study
        // Two inputs that are nearly the same.
        let lines = text.split(separator: "\n").map { line in
            var fields = line.split(separator: ",").compactMap { Double($0) }
            fields[1] = fields[0] + 1e-4 * fields[1]
            return fields.map { "\($0)" }.joined(separator: ",") + "\n"
        }
        try scratch.write(lines.joined(), to: "1.csv")
        let dear = try SweepFixture(folder: scratch.path).study
        #expect(try dear.cost() > 1.3 * usual.cost())
        let parts = try Shard.all(2).map { try dear.part($0).map(\.description) }
        #expect(Set(parts) == [["1.csv"], ["2.csv", "3.csv"]])
    }
}

@Suite struct SweepSummaryTests {
    private func row(_ seed: UInt64, real: Int, minima: Int, complete: Bool = true) -> SweepRow {
        SweepRow(
            .seed(seed), samples: 1,
            found: .init(
                found: 10, certified: complete ? 10 : 9, real: real, realByIndex: [minima, real - minima],
                isComplete: complete, network: nil,
                minimum: .init(lower: 1, upper: 1, isProved: complete, isOnBoundary: false)),
            seconds: 1)
    }

    @Test func distributions() {
        let summary = SweepSummary([
            row(1, real: 2, minima: 1), row(2, real: 4, minima: 2), row(3, real: 4, minima: 1),
            row(4, real: 6, minima: 3), row(5, real: 8, minima: 8, complete: false),
            SweepRow(.seed(6), samples: 1, found: nil, missing: "why", seconds: 0),
        ])
        #expect(summary.problems == 6 && summary.complete == 4 && summary.notSearched == 1)
        #expect(summary.real.counts.map(\.value) == [2, 4, 6] && summary.real.counts[1].problems == 2)
        #expect(summary.real.mean == 4 && summary.minima.mean == 1.75)
        // The variance is (4 + 0 + 0 + 4)/3.
        #expect(abs((summary.real.standardError ?? 0) - (8.0 / 3 / 4).squareRoot()) < 1e-15)
        #expect(summary.meanByIndex == [1.75, 2.25])
        #expect(summary.provedMinima == 4 && summary.onBoundary == nil && summary.networkMinima == nil)
        let nothing = SweepSummary([])
        #expect(nothing.real.mean == nil && nothing.meanByIndex.isEmpty)
        #expect(SweepSummary([row(1, real: 2, minima: 1)]).real.standardError == nil)
    }
}
