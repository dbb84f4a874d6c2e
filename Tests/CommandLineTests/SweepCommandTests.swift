import Foundation
import TestSupport
import Testing

/// Sweeps of critical points from the command line, in parts and whole.
@Suite struct SweepCommandTests {
    private static let sweep = "critical-points --k 3,2 --s 2 --random --seeds 5..16"
    private static let formats = ["text", "csv", "json"]

    private func lcngen(_ line: String, in scratch: ScratchFolder) throws -> Outcome {
        try run(line.split(separator: " ").map(String.init), folder: scratch.path)
    }

    /// A report but for times and for the command that made it.
    private func untimed(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("time  ") && !$0.contains("\"command\": ") }
            .joined(separator: "\n")
            .replacing(/"seconds": [0-9.e-]+/, with: "")
            .replacing(/,[0-9.]+\n/, with: "\n")
    }

    /// The reports of journals, joined.
    private func merged(_ files: String, in scratch: ScratchFolder) throws -> [String] {
        try Self.formats.map { format in
            let outcome = try lcngen("merge \(files) --format \(format)", in: scratch)
            #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
            return untimed(outcome.output)
        }
    }

    /// One run, one part, two parts in both orders, and a run that was killed: the same bytes.
    @Test func oneMachineAndSeveral() throws {
        let scratch = try ScratchFolder()
        let whole = try Self.formats.map { format in
            let outcome = try lcngen("\(Self.sweep) --format \(format)", in: scratch)
            #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
            return untimed(outcome.output)
        }
        #expect(whole[0].contains("problems           12, normal random data of 10 samples of 5 inputs"))
        for shards in [["1/1"], ["1/2", "2/2"], ["2/2", "1/2"]] {
            let files = try shards.enumerated().map { index, shard in
                let file = "\(shards.count)-\(shards[0].prefix(1))-\(index)"
                let made = try lcngen("\(Self.sweep) --shard \(shard) --journal \(file)", in: scratch)
                #expect(made.status == 0 && made.errors.contains("results are kept in \(file)"), "\(made)")
                return file
            }
            #expect(try merged(files.joined(separator: " "), in: scratch) == whole, "\(shards)")
        }
        let killed = try run(
            Self.sweep.split(separator: " ").map(String.init) + ["--journal", "j", "--quiet"],
            folder: scratch.path,
            shell: """
                "$0" "$@" > /dev/null & pid=$!
                until [ "$(cat j 2> /dev/null | wc -l)" -ge 4 ]; do sleep 0.01; done
                kill -9 $pid; wait $pid
                printf '{"row":{"fo' >> j
                """)
        let before = try lineCount("j", in: scratch)
        #expect(killed.output.isEmpty && before >= 4)
        let again = try lcngen("\(Self.sweep) --journal j --format csv", in: scratch)
        #expect(again.status == 0 && untimed(again.output) == whole[1], "\(again)")
        #expect(
            again.errors.contains("\(before - 2) of 12 are there, and not computed again") || before == 14)
        #expect(try lineCount("j", in: scratch) == 14)
        #expect(try merged("j", in: scratch) == whole)
        // Of all in one file another run goes on, and has nothing to do.
        #expect(try lcngen("merge 2-1-0 2-1-1 --results all", in: scratch).status == 0)
        let rest = try lcngen("\(Self.sweep) --journal all --format csv", in: scratch)
        #expect(untimed(rest.output) == whole[1] && rest.errors.contains("12 of 12 are there"))
    }

    /// Whole lines.
    private func lineCount(_ file: String, in scratch: ScratchFolder) throws -> Int {
        try String(contentsOfFile: scratch.path + "/" + file, encoding: .utf8).count { $0 == "\n" }
    }

    /// A limit and Ctrl-C leave what is done, in the report and in the journal.
    @Test func stopped() throws {
        let scratch = try ScratchFolder()
        let long = "critical-points --k 3,3 --s 2 --random --seeds 1..5000"
        let limited = try lcngen("\(long) --time-limit 1 --journal j --format csv", in: scratch)
        let done = try lineCount("j", in: scratch) - 2
        #expect(limited.status == 2 && done < 5000, "\(limited.errors)")
        #expect(limited.output.count { $0 == "\n" } == done + 1)
        #expect(
            limited.errors.contains("stopped with \(done) of 5000 problems done; the same command goes on"))
        // Joined alone, it is not complete either.
        let merged = try lcngen("merge j --format csv --quiet", in: scratch)
        #expect(merged.status == 2 && merged.output == limited.output, "\(merged.errors)")
        #expect(merged.errors.contains("j lacks \(5000 - done), seed "))
        #expect(merged.errors.hasSuffix(": lcngen \(long) --journal j\n"))
        let asked = try run(
            long.split(separator: " ").map(String.init) + ["--journal", "j2", "--format", "json"],
            folder: scratch.path,
            // Background processes of a shell would ignore SIGINT.
            shell: """
                trap '' TERM
                ( trap - INT; exec setsid "$0" "$@" ) & pid=$!
                until [ "$(cat j2 2> /dev/null | wc -l)" -ge 4 ]; do sleep 0.02; done
                kill -2 $pid; wait $pid
                """)
        #expect(asked.errors.contains("stopping; problems that are done are printed"), "\(asked.errors)")
        let rows = try lineCount("j2", in: scratch) - 2
        #expect(asked.output.contains("\"planned\": 5000") && asked.output.contains("\"problems\": \(rows),"))
        #expect(asked.status == 130)
    }

    @Test func folders() throws {
        let scratch = try ScratchFolder()
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/data", withIntermediateDirectories: false)
        let line = "critical-points --k 3,3 --s 2 --data-folder data"
        func fail(_ status: Int32, _ message: String) throws {
            let outcome = try lcngen(line, in: scratch)
            #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome)")
            #expect(outcome.errors.hasSuffix("\n") && outcome.errors.count { $0 == "\n" } == 1)
            #expect(outcome.errors.contains(message), "\(outcome.errors)")
        }
        try fail(65, "data has no data sets: no file that ends in .csv")
        // The table is the archive.
        let columns = try run(
            [Fixtures.path("training/X.csv"), Fixtures.path("training/Y.csv")], folder: scratch.path,
            shell: "paste -d, \"$1\" \"$2\" > data/b.csv")
        #expect(columns.status == 0)
        try FileManager.default.copyItem(
            atPath: Fixtures.path("training/data.npz"), toPath: scratch.path + "/data/a.npz")
        try scratch.write("notes\n", to: "data/notes.md")
        let outcome = try lcngen("\(line) --format csv", in: scratch)
        #expect(outcome.status == 0 && outcome.errors.contains("left out of data, as their names"))
        #expect(outcome.errors.contains("the same numbers are in a.npz, b.csv"))
        let rows = outcome.output.split(separator: "\n").map { $0.split(separator: ",") }
        #expect(rows.count == 3 && rows[1][0] == "a.npz" && rows[2][0] == "b.csv")
        #expect(rows[1][1..<14] == rows[2][1..<14])
        let single = try lcngen(
            "critical-points --k 3,3 --s 2 --x data/a.npz:X --y data/a.npz:Y --format csv", in: scratch)
        let best = try #require(single.output.split(separator: "\n").dropFirst().first).split(
            separator: ",", omittingEmptySubsequences: false)
        #expect(rows[1][9] == best[5], "\(rows[1]) \(best)")

        try scratch.write("1.5,2,3\n4,5,6\n", to: "data/c.csv")
        try fail(65, "data/c.csv has lines of 3 numbers")
        try scratch.write("what,is,this\nno,numbers,here\n", to: "data/c.csv")
        try fail(65, "data/c.csv")
        try FileManager.default.removeItem(atPath: scratch.path + "/data/c.csv")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/data/c.csv", withDestinationPath: "nowhere")
        try fail(74, "cannot read data/c.csv: No such file or directory")
    }

    @Test func refused() throws {
        let scratch = try ScratchFolder()
        let base = "critical-points --k 3,2 --s 2"
        for (options, message) in [
            ("--random --seeds 3..1", "--seeds is '3..1', which has no seed: 3 is more than 1"),
            ("--random --seeds 7", "--seeds is '7', not a range of seeds such as 1..100"),
            ("--random --seeds -1..2", "not a range of seeds such as 1..100"),
            ("--random --seeds 1..100001", "more than 100000 seeds"),
            ("--random --seeds 1..3 --seed 2", "--seed does not go with --seeds"),
            ("--seeds 1..3", "--seeds goes with --random: data of files have the same points for every seed"),
            ("--x a --y b --seeds 1..3", "--seeds goes with --random"),
            ("--data-folder d --seeds 1..3", "--seeds goes with --random"),
            ("--data-folder d --random", "--data-folder does not go with --random"),
            ("--data-folder d --x a", "--x does not go with --data-folder"),
            ("--data-folder d --outputs 2", "--outputs goes with --random"),
            ("--random --journal j", "--journal goes with --seeds or --data-folder"),
            ("--random --shard 1/2", "--shard goes with --seeds or --data-folder"),
            ("--random --seeds 1..2 --format svg", "--format svg does not go with --seeds"),
            ("--random --seeds 1..2 --all", "--all does not go with --seeds"),
            ("--random --seeds 1..2 --journal j --out j", "--journal and --out are the same file"),
        ] {
            let outcome = try lcngen("\(base) \(options)", in: scratch)
            #expect(outcome.status == 64 && outcome.output.isEmpty, "\(options): \(outcome)")
            #expect(outcome.errors.contains(message), "\(options): \(outcome.errors)")
        }
        for (options, status, message) in [
            ("--random --seeds 1..2 --samples 1", 65, "the inputs are rank-deficient"),
            ("--random --seeds 1..2 --most 9", 65, "has 10 complex critical points"),
            ("--data-folder none", 74, "cannot read none: No such file or directory"),
        ] as [(String, Int32, String)] {
            let outcome = try lcngen("\(base) \(options)", in: scratch)
            #expect(outcome.status == status && outcome.errors.contains(message), "\(outcome)")
        }
        #expect(scratch.contents.isEmpty)
        // A journal of another sweep, and one of another study.
        #expect(try lcngen("\(base) --random --seeds 1..2 --journal j", in: scratch).status == 0)
        for (line, message) in [
            (
                "critical-points --k 2,2 --s 2 --random --seeds 1..2 --journal j",
                "j was made with architecture (3,2;2), now (2,2;2); data random, samples 10, now random, samples 8;"
            ),
            (
                "\(base) --random --seeds 1..2 --samples 20 --journal j",
                "now random, samples 20; name another file by --journal"
            ),
            (
                "\(base) --random --seeds 1..2 --no-boundary --journal j",
                "boundary searched, now not searched"
            ),
            ("atlas --max-K 4 --journal j", "j was made by something else"),
        ] {
            let outcome = try lcngen(line, in: scratch)
            #expect(outcome.status == 65 && outcome.errors.contains(message), "\(line): \(outcome.errors)")
        }
    }

    /// What is missing is said with the command that makes it, which then does.
    @Test func mergeOfParts() throws {
        let scratch = try ScratchFolder()
        func part(_ number: Int) throws {
            let made = try lcngen(
                "\(Self.sweep) --shard \(number)/3 --journal part-\(number) --quiet", in: scratch)
            #expect(made.status == 0 && made.errors.isEmpty)
        }
        try part(1)
        try part(3)
        let text = try String(contentsOfFile: scratch.path + "/part-3", encoding: .utf8)
        let lines = text.split(separator: "\n")
        // In the order in which they were done.
        let seeds = try lines.dropFirst(2).map { line in
            try #require(line.firstMatch(of: /"seed":([0-9]+)/)?.output.1)
        }
        let (first, last) = (try #require(seeds.first), try #require(seeds.last))
        try scratch.write(lines.dropLast().joined(separator: "\n") + "\n{\"row\"", to: "part-3")
        let lost = try lcngen("merge part-1 part-3 --format csv", in: scratch)
        #expect(lost.status == 2 && lost.output.count { $0 == "\n" } == 8, "\(lost)")
        let name = "lcngen-critical-points.2-of-3.jsonl"
        #expect(
            lost.errors == """
                lcngen merge: part-3 has no end: its last line is left out
                lcngen merge: shard 2/3 has no results: lcngen \(Self.sweep) --shard 2/3 --journal \(name)
                lcngen merge: shard 3/3 lacks 1, seed \(last): lcngen \(Self.sweep) --shard 3/3 --journal part-3

                """)
        for line in lost.errors.split(separator: "\n").dropFirst() {
            let command = line.split(separator: ": lcngen ").last.map(String.init) ?? ""
            #expect(try lcngen(command, in: scratch).status == 0)
        }
        #expect(try lcngen("merge part-1 \(name) part-3", in: scratch).status == 0)
        // Results that exclude each other, and a format that is not for sweeps.
        let changed = text.replacing(/"found":[0-9]+/, with: "\"found\":99")
        try scratch.write(changed, to: "part-x")
        let conflict = try lcngen("merge part-1 \(name) part-3 part-x", in: scratch)
        #expect(conflict.status == 1)
        #expect(
            conflict.errors.contains(
                "seed \(first) has different results in part-3, line 3, and part-x, line 3: the first is kept"
            ))
        let format = try lcngen("merge part-1 --format html", in: scratch)
        #expect(
            format.status == 64 && format.errors.contains("--format html is not for results of this study"))
        let other = try lcngen("\(Self.sweep) --no-boundary --journal other", in: scratch)
        #expect(other.status == 0)
        let mixed = try lcngen("merge part-1 other", in: scratch)
        #expect(
            mixed.status == 65
                && mixed.errors.contains(
                    "other was not made as part-1 was: boundary not searched, there searched"),
            "\(mixed)")
    }

    /// Lines that do not count are told, where journals are joined and where a run goes on, also without notes.
    @Test func linesThatDoNotCount() throws {
        let scratch = try ScratchFolder()
        let command = "\(Self.sweep) --journal j --format csv --quiet"
        let whole = try lcngen(command, in: scratch)
        var lines = try String(contentsOfFile: scratch.path + "/j", encoding: .utf8).split(separator: "\n")
            .map(
                String.init)
        lines[3] = "garbage"
        lines[4].replace(/"seed":[0-9]+/, with: "\"seed\":1000")
        try scratch.write(lines.joined(separator: "\n") + "\n", to: "j")
        let merged = try lcngen("merge j --format csv", in: scratch)
        let words = [
            "j, line 4, is no result, and is left out",
            "j, line 5, is no problem of the study, and is left out",
        ]
        #expect(merged.status == 2 && merged.output.count { $0 == "\n" } == 11, "\(merged)")
        let again = try lcngen(command, in: scratch)
        #expect(again.status == 0 && untimed(again.output) == untimed(whole.output), "\(again)")
        for text in words {
            #expect(
                merged.errors.contains(text) && again.errors.contains(text), "\(merged.errors)\(again.errors)"
            )
        }
        try scratch.write(
            lines.joined(separator: "\n") + "\n" + lines[5].replacing(/"found":[0-9]+/, with: "\"found\":99")
                + "\n",
            to: "j")
        let refused = try lcngen(command, in: scratch)
        #expect(refused.status == 65 && refused.output.isEmpty)
        #expect(
            refused.errors.contains(/j has different results for seed [0-9]+, in lines 6 and 15; take out/))
    }

    /// A job for one machine, of seeds and of data sets; what is wrong is refused before there is a job.
    @Test func jobs() throws {
        let scratch = try ScratchFolder()
        let made = try lcngen(
            "slurm \(Self.sweep) --shards 3 --for machine --at-once 2 --report csv --folder job --program \(program().path) --out job.sh",
            in: scratch)
        #expect(made.status == 0 && made.errors.contains("12 problems, about "), "\(made)")
        let whole = try lcngen("\(Self.sweep) --format csv", in: scratch)
        for _ in 1...2 {
            let outcome = try run([], folder: scratch.path, shell: "sh job.sh")
            #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
            let report = try String(contentsOfFile: scratch.path + "/job/report", encoding: .utf8)
            #expect(untimed(report) == untimed(whole.output))
        }
        let array = try lcngen("slurm \(Self.sweep) --shards 3", in: scratch)
        #expect(array.output.contains("exec \"$3\" \(Self.sweep) --shard") && array.output.contains("1-3"))
        for (options, status, message) in [
            ("--random", 64, "a sweep is missing: --random --seeds A..B, or --data-folder DIR"),
            ("--seeds 1..4", 64, "--seeds goes with --random"),
            ("--random --seeds 1..4 --seed 1", 64, "--seed does not go with --seeds"),
            ("--random --seeds 1..4 --report svg", 64, "--report is 'svg'"),
            ("--random --seeds 1..4 --report html", 64, "--report html is not for critical-points"),
            ("--data-folder none", 74, "cannot read none"),
            ("--x a --y b", 64, "unknown option --x"),
        ] as [(String, Int32, String)] {
            let outcome = try lcngen(
                "slurm critical-points --k 3,2 --s 2 \(options) --shards 2 --out refused.sh", in: scratch)
            #expect(outcome.status == status && outcome.errors.contains(message), "\(options): \(outcome)")
        }
        #expect(!scratch.contents.contains("refused.sh"))
    }
}
