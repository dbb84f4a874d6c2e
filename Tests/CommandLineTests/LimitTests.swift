import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import lcngen

/// What happens at `--time-limit`, and where memory does not suffice.
@Suite struct LimitTests {
    /// Those with an output that are done in a second or two, or refuse what is larger.
    private static let quick: Set = [
        "info", "m2", "table3", "figure1", "eddegree", "merge", "slurm", "man", "completions",
    ]

    @Test func everyLongCommandHasALimit() {
        let limited = Main.commands.filter { command in
            command.allOptions.contains { $0.name == Shared.timeLimit.name }
        }.map { $0.name }
        let long = Main.commands.filter { command in
            command.options.contains { $0.name == Shared.out.name } && !Self.quick.contains(command.name)
        }.map { $0.name }
        #expect(limited == long)
    }

    /// What is known at the limit is printed, also where nothing is known yet, and says what is missing.
    @Test(
        arguments: [
            ("ideal --k 9,9 --s 2 --count", "Stopped before these were counted: J1"),
            ("certify --k 12,12 --s 3", "Undecided: stopped before the end."),
            ("hilbert --k 1900,1900 --s 3", "\nnot computed        f-vector, "),
            ("critical-points --k 6,6 --s 3 --random", "the search was stopped"),
            (
                "vanishing --k 8,8 --s 3 --method linear-algebra --max-degree 7 --count",
                "Stopped before degree "
            ),
            (
                "vanishing --k 5,5,5 --s 2,2 --method linear-algebra --max-degree 5 --count",
                "Stopped before degree "
            ),
            ("atlas --max-K 60", " rows are missing."),
            ("atlas --max-K 60 --format html", " rows are missing.</strong>"),
            ("ideal --k 4,4,4 --s 2,2 --generators trimmed --count", "degrees were chosen: "),
        ], ["0.000001", "1.5"])
    func whatIsKnownIsPrinted(example: (words: String, message: String), limit: String) throws {
        let words = example.words.split(separator: " ").map(String.init) + ["--time-limit", limit]
        let outcome = try run(words)
        #expect(outcome.status == 2, "\(outcome)")
        // Where degrees are done one by one, there is nothing before the first.
        let isEmpty = ["degree 1", "a degree"].contains {
            outcome.errors.hasSuffix(": stopped before \($0) was done\n")
        }
        #expect(isEmpty ? outcome.output.isEmpty : outcome.output.contains(example.message), "\(outcome)")
    }

    /// JSON has null, or a number of what is missing.
    @Test func inJSON() throws {
        func json(_ words: String) throws -> [String: Any] {
            let outcome = try run(words.split(separator: " ").map(String.init) + ["--format", "json"])
            #expect(outcome.status == 2, "\(outcome)")
            return try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        }
        let counts = try json("ideal --k 9,9 --s 2 --count --time-limit 0.01")["total"] as? [String: Any]
        #expect(counts?["terms"] is NSNull && counts?["minors"] as? Int == 11440)
        let degrees = try json(
            "vanishing --k 8,8 --s 3 --method linear-algebra --max-degree 7 --count --time-limit 2")[
                "degrees"]
        let byDegree = try #require(degrees as? [String: Any])
        #expect(byDegree.count == 7 && byDegree["1"] as? Int == 0 && byDegree["7"] is NSNull)
        let atlas = try json("atlas --max-K 60 --time-limit 0.5")
        let rows = try #require(atlas["architectures"] as? [Any])
        let missing = try #require(atlas["missing"] as? Int)
        #expect(
            missing > 0 && rows.count + missing == ReducedArchitectures.upTo(endToEndFilterSize: 60).count)
        #expect(try json("certify --k 12,12 --s 3 --time-limit 0.01")["verdict"] as? String == "undecided")
    }

    /// A file of degrees that are done says how far it goes; any other that is not whole is none.
    @Test func files() throws {
        let scratch = try ScratchFolder()
        func write(_ words: String, _ name: String) throws -> Outcome {
            let outcome = try run(
                words.split(separator: " ").map(String.init) + ["--out", scratch.path + "/" + name])
            #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
            return outcome
        }
        let partial = try write(
            "vanishing --k 6,6 --s 3 --method linear-algebra --max-degree 8 --format m2 --time-limit 3",
            "I.m2")
        #expect(partial.errors.contains("what is written goes up to "), "\(partial)")
        let text = try String(contentsOfFile: scratch.path + "/I.m2", encoding: .utf8)
        #expect(
            text.contains("of degree at most ") && !text.contains("of degree at most 8"),
            "\(text.prefix(500))")
        for words in [
            "ideal --k 10,10 --s 3 --format m2", "ideal --k 8,8 --s 3 --generators trimmed",
            "vanishing --k 10,10 --s 3 --reduced",
        ] {
            let outcome = try write(words + " --time-limit 0.5 --quiet", "J")
            #expect(outcome.errors.hasSuffix(": stopped at the time limit of 0.5 s\n"), "\(outcome)")
        }
        #expect(scratch.contents == ["I.m2"])
    }

    /// The signals of a batch system, and of a terminal that is closed, are heard as Ctrl-C is.
    @Test(arguments: ["INT", "TERM", "HUP"])
    func signals(name: String) throws {
        let scratch = try ScratchFolder()
        let script = """
            "$0" "$@" --quiet --out \(scratch.path)/out & sleep 1; kill -\(name) $!; wait $!
            """
        let outcome = try run(["atlas", "--max-K", "60"], shell: script)
        #expect(outcome.status == 130, "\(outcome)")
        let text = try String(contentsOfFile: scratch.path + "/out", encoding: .utf8)
        #expect(text.contains(" rows are missing."), "\(text)")
    }

    /// Works of a table, and filters of a file, that are done are printed.
    @Test func wholeParts() throws {
        let table = try run(
            ["table2", "--columns", "4,10", "--time-limit", "1.5"],
            environment: ["PATH": "/nonexistent", "LCNGEN_M2": ""])
        #expect(table.status == 2 && table.output.contains("(4,4;3)"), "\(table)")
        #expect(table.output.contains("no M2") && table.output.contains("stopped\n"), "\(table)")
        let benchmark = try run(["bench", "factor", "--native", "--sizes", "100,100000", "--time-limit", "3"])
        #expect(
            benchmark.status == 2 && benchmark.output.contains("(50,26;2)")
                && benchmark.output.contains("Stopped: what is missing here was not measured.")
                && !benchmark.output.contains("(50000,25001;2)"), "\(benchmark)")
        let scratch = try ScratchFolder()
        let lines = String(repeating: "1,2,3,6\n", count: 20_000)
        try scratch.write(lines, to: "filters.csv")
        let words = ["factor", "--k", "2,2", "--s", "2", "--filter-file", "filters.csv", "--format", "csv"]
        let filters = try run(words + ["--time-limit", "0.5"], folder: scratch.path)
        #expect(
            filters.status == 2 && filters.errors.contains(" of 20000 filters done\n"), "\(filters.errors)")
        let count = filters.output.split(separator: "\n").count - 1
        #expect((0..<20_000).contains(count) && filters.errors.contains("stopped with \(count) of "))
    }

    /// The rows that a journal has are there when the same command goes on.
    @Test func journals() throws {
        let scratch = try ScratchFolder()
        let words = ["atlas", "--max-K", "10", "--journal", scratch.path + "/atlas.csv"]
        var runs = 0
        var outcome = try run(words + ["--time-limit", "0.1"])
        while outcome.status == 2, runs < 100 {
            outcome = try run(words + ["--time-limit", "0.1"])
            runs += 1
        }
        #expect(outcome.status == 0, "\(outcome)")
        #expect(try run(["atlas", "--max-K", "10"]).output == outcome.output)
    }

    /// Other programs end with this one, and what a journal is for is said.
    @Test func otherPrograms() throws {
        let scratch = try ScratchFolder()
        let results = scratch.path + "/results.jsonl"
        // So that it can be found among all processes.
        let program = scratch.path + "/hangs"
        try FileManager.default.copyItem(atPath: Fixtures.path("fake-m2/hangs"), toPath: program)
        let macaulay2 = ["--m2", program, "--timeout", "50", "--time-limit", "1", "--quiet"]
        let sweep = try run(["validate", "--filters", "2..2", "--results", results] + macaulay2)
        #expect(
            sweep.status == 2 && sweep.output.isEmpty
                && sweep.errors.hasSuffix(
                    "stopped at the time limit of 1 s; what was done is in \(results), where the same command goes on\n"
                ),
            "\(sweep)")
        // The native side is known by then, and what Macaulay2 did not say is told once.
        for (words, text) in [
            ("table2 --columns 3", "stopped"), ("bench kernel --squares 3", "stopped"),
            ("examples", "undecided, 2 checks: in Macaulay2: Macaulay2 was stopped during kernel\n"),
            (
                "compare --k 2,2 --s 2",
                "undecided, 16 checks: in Macaulay2: Macaulay2 was stopped during kernel\n"
            ),
        ] {
            let outcome = try run(words.split(separator: " ").map(String.init) + macaulay2)
            #expect(outcome.status == 2 && outcome.output.contains(text), "\(words): \(outcome)")
        }
        let processes = try run([], shell: "ps -e -o args")
        #expect(!processes.output.contains(program), "\(processes.output)")
    }

    /// Where the system gives no more memory to work that has no estimate, no part of a file stays, and the last line
    /// says what to do; nothing waits for a thread that cannot be started.
    @Test func exhaustedMemory() throws {
        let scratch = try ScratchFolder()
        var endings: Set<String> = []
        for megabytes in stride(from: 60, through: 160, by: 10) {
            let outcome = try run(
                ["certify", "--k", "12,12", "--s", "3", "--quiet", "--out", scratch.path + "/out"],
                shell: "ulimit -v \(megabytes)000; exec timeout 60 \"$0\" \"$@\"")
            // Of the loader of libraries, before the program begins.
            if outcome.status == 127 { continue }
            let last = outcome.errors.split(separator: "\n").last.map(String.init) ?? ""
            #expect(outcome.status == 65 && scratch.contents.isEmpty, "\(megabytes) MB: \(outcome)")
            #expect(
                last == "lcngen certify: the memory is used up: give more, or take something smaller"
                    || last.contains(" their terms take more memory than there is, ")
                    || last.wholeMatch(
                        of: /lcngen: [0-9]+ MB of addresses are too few to begin: give more by ulimit -v/)
                        != nil,
                "\(megabytes) MB: \(outcome)")
            endings.insert(String(last.drop { $0 != ":" }.prefix(20).filter { !$0.isNumber }))
        }
        #expect(endings.count >= 2, "\(endings)")
    }

    /// What does not fit the memory is refused: before, where the estimate is far above, else as soon as it shows.
    @Test func memory() throws {
        let far = try run(["ideal", "--k", "12,12", "--s", "2", "--count"])
        #expect(far.status == 65 && far.output.isEmpty, "\(far)")
        #expect(far.errors.contains("J1: about ") && far.errors.contains(" TB of memory, of "), "\(far)")
        for format in [["--count"], ["--format", "m2"], ["--max-minors", "1"]] {
            let near = try run(
                ["ideal", "--k", "9,9", "--s", "2", "--quiet"] + format,
                shell: "ulimit -v 500000; exec \"$0\" \"$@\"")
            #expect(near.status == 65, "\(near)")
            #expect(
                near.errors
                    == "lcngen ideal: J1: minors of size 9: their terms take more memory than there is, 512 MB\n"
            )
        }
    }
}
