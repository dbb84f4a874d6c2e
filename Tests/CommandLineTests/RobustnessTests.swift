import ExactAlgebra
import Foundation
import TestSupport
import Testing

/// What the surroundings can do to the program: each test fails when its protection is taken out.
@Suite struct RobustnessTests {
    /// Macaulay2 is replaced while it is in use: an answer by another version is not taken, and none is no agreement.
    @Test(arguments: [
        "", "echo '@lcngen protocol 1'; echo '@lcngen macaulay2 \"1.22\"'; echo '@lcngen done'",
    ])
    func macaulay2IsReplacedHalfWay(replacement: String) throws {
        let scratch = try ScratchFolder()
        let program = try scratch.program(
            "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 1.21; exit 0; fi\n\(replacement)\n")
        let outcome = try run(["compare", "--k", "2,2", "--s", "2", "--m2", program])
        #expect(outcome.status == (replacement.isEmpty ? 2 : 69), "\(outcome)")
        #expect(!outcome.output.contains("every check agrees"))
        #expect(outcome.errors.contains("was replaced") == !replacement.isEmpty, "\(outcome)")
    }

    /// A folder that cannot be written to is no obstacle where nothing is to be written there.
    @Test func aReadOnlyWorkingFolder() throws {
        let outcome = try run(["ideal", "--k", "2,2", "--s", "2"], folder: "/proc")
        #expect(outcome.status == 0 && outcome.output.hasSuffix("w_0*w_3\n"))
        let validate = try run(
            ["validate", "--m2", Fixtures.path("fake-m2/works"), "--filters", "2..2", "--strides", "2..2"],
            folder: "/proc")
        #expect(validate.status == 73 && validate.errors.split(separator: "\n").count == 1)
    }

    @Test func aClosedPipeIsNoError() throws {
        let outcome = try run(
            ["ideal", "--k", "7,7", "--s", "3"], shell: "{ \"$0\" \"$@\"; echo $? >&2; } | head -n 1")
        #expect(outcome.errors == "0\n" && outcome.output.hasPrefix("# The ideal J"))
    }

    /// Nothing is written where a closed standard output would have been: into the file of results.
    @Test func closedStandardOutput() throws {
        let scratch = try ScratchFolder()
        let words = [
            "validate", "--m2", Fixtures.path("fake-m2/works"), "--filters", "2..2", "--strides", "2..2",
            "--results", scratch.path + "/r",
        ]
        let outcome = try run(words, shell: "\"$0\" \"$@\" >&-", environment: [:])
        #expect(outcome.status == 73, "\(outcome)")
        let lines = try String(contentsOfFile: scratch.path + "/r", encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("{") })
        #expect(try run(words).status == 2)
    }

    /// Macaulay2 deletes itself between being found and being run: whatever was asked, that is said, and nothing is said
    /// to agree. What was not decided for that is not kept as a result.
    @Test(arguments: [
        ["compare", "--k", "2,2", "--s", "2"], ["table2", "--columns", "2"], ["examples"],
        ["bench", "minors"], ["bench", "critical", "--squares", "2"], ["doctor"],
        ["validate", "--filters", "2..2", "--strides", "2..2", "--results", "r"],
    ])
    func macaulay2Disappears(words: [String]) throws {
        let scratch = try ScratchFolder()
        let program = try scratch.program(
            "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 1.21; rm \"$0\"; fi\n")
        let outcome = try run(words + ["--m2", program], folder: scratch.path)
        #expect(outcome.status == 69, "\(outcome)")
        // `doctor` says it in its report.
        #expect((outcome.output + outcome.errors).contains("cannot be started"), "\(outcome)")
        #expect(words[0] == "doctor" || outcome.output.isEmpty)
        if words[0] == "validate" {
            let text = try String(contentsOfFile: scratch.path + "/r", encoding: .utf8)
            #expect(text.split(separator: "\n").count == 1)
        }
    }

    /// One run at a time writes a journal; when it is gone, however it ended, the next goes on.
    @Test func aJournalInUse() throws {
        let scratch = try ScratchFolder()
        let outcome = try run(
            ["atlas", "--journal", "j"], folder: scratch.path,
            shell: """
                "$0" "$@" --max-K 40 > /dev/null 2>&1 & pid=$!
                for i in 1 2 3 4 5 6 7 8 9 10; do test -s j && break; sleep 0.1; done
                "$0" "$@" --max-K 3; echo status $?
                kill -KILL $pid; wait $pid
                "$0" "$@" --max-K 3 > /dev/null; echo status $?
                """)
        #expect(outcome.output == "status 65\nstatus 0\n", "\(outcome)")
        #expect(outcome.errors.contains("j is in use by another run"))
    }

    /// Times that are none, in the output of Macaulay2.
    @Test(arguments: ["1e30", "1e400", "-5"]) func absurdTimes(time: String) throws {
        let scratch = try ScratchFolder()
        let program = try scratch.program(
            """
            #!/bin/sh
            if [ "$1" = --version ]; then echo 1.21; exit 0; fi
            echo "@lcngen protocol 1"; echo "@lcngen time.J1 \(time)"; echo "@lcngen done"

            """)
        for format in ["text", "json"] {
            let outcome = try run([
                "compare", "--k", "2,2", "--s", "2", "--m2", program, "--format", format,
            ])
            #expect(outcome.status == 2 && outcome.errors == "", "\(outcome)")
        }
    }

    /// A message that cannot be written, or that nobody reads, changes no status.
    @Test(arguments: [
        "\"$0\" \"$@\" 2> /dev/full; echo status $?",
        "{ { sleep 0.3; \"$0\" \"$@\"; echo status $? >&3; } 2>&1 | true; } 3>&1",
    ])
    func standardErrorThatCannotBeWritten(shell: String) throws {
        let outcome = try run(["ideal", "--k", "x"], shell: shell)
        #expect(outcome.output == "status 64\n", "\(outcome)")
    }

    /// Interrupted while Macaulay2 runs: status 130, what is known is written, and no process is left.
    @Test(arguments: ["INT", "TERM", "HUP"]) func interruption(signal: String) throws {
        let scratch = try ScratchFolder()
        let outcome = try run(
            [
                "compare", "--k", "2,2", "--s", "2", "--m2", Fixtures.path("fake-m2/hangs"), "--out",
                scratch.path + "/report",
            ],
            environment: ["TMPDIR": scratch.path],
            shell: """
                "$0" "$@" & pid=$!
                for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.3; test -n "$(find "$TMPDIR" -name '*.out')" && break; done
                ls "$TMPDIR" | wc -l
                kill -\(signal) $pid; wait $pid; echo status $?
                """)
        #expect(outcome.output.hasSuffix("status 130\n"), "\(outcome.output) \(outcome.errors)")
        #expect(
            outcome.errors
                == "lcngen compare: stopping; what is known is printed (again to stop at once)\n")
        #expect(outcome.output.trimmingCharacters(in: .whitespaces).first.map { $0 != "0" } == true)
        #expect(scratch.contents == ["report"])
        let report = try String(contentsOfFile: scratch.path + "/report", encoding: .utf8)
        #expect(report.hasSuffix("no disagreement, but not everything was decided\n"))
        usleep(200_000)
        let processes = try run(
            [], shell: "ps -eo args | grep -F \"$LCNGEN_TEST\" | grep -v grep || true",
            environment: ["LCNGEN_TEST": scratch.path])
        #expect(processes.output.isEmpty)
    }

    /// Killed, so that it can do nothing more: Macaulay2 ends too, and takes its files with it.
    @Test func killedWithoutWarning() throws {
        let scratch = try ScratchFolder()
        let outcome = try run(
            ["compare", "--k", "2,2", "--s", "2", "--m2", Fixtures.path("fake-m2/litters")],
            environment: ["TMPDIR": scratch.path],
            shell: """
                "$0" "$@" & pid=$!
                for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.3; test -n "$(find "$TMPDIR" -name 'M2-temp*')" && break; done
                find "$TMPDIR" -name 'M2-temp*' | wc -l
                kill -KILL $pid; wait $pid; echo status $?
                for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.3; test -z "$(ls -A "$TMPDIR")" && break; done
                ps -eo stat,args | grep -F "$TMPDIR" | grep -v grep | grep -v '^Z' || true
                """)
        #expect(outcome.output.trimmingCharacters(in: .whitespaces) == "1\nstatus 137\n", "\(outcome)")
        #expect(scratch.contents.isEmpty)
    }

    /// As a service or a job in a cluster may start it.
    @Test func withoutAnyEnvironment() throws {
        func bare(_ words: [String]) throws -> Outcome {
            try run(words, environment: [:], shell: "exec env -i \"$0\" \"$@\"")
        }
        #expect(try bare(["ideal", "--k", "2,2", "--s", "2"]).output.hasSuffix("w_0*w_3\n"))
        let absent = try bare(["compare", "--k", "2,2", "--s", "2"])
        #expect(absent.status == 69 && absent.errors.contains("M2 is not on PATH"))
        // The fake gives no findings: nothing is decided, and nothing is said to agree.
        let fake = try bare(["compare", "--k", "2,2", "--s", "2", "--m2", Fixtures.path("fake-m2/works")])
        #expect(fake.status == 2, "\(fake.status) \(fake.errors)")
        if let path = LiveMacaulay2.programs.first?.path {
            let live = try bare(["compare", "--k", "2,2", "--s", "2", "--m2", path])
            #expect(live.status == 0, "\(live.output) \(live.errors)")
        }
    }

    /// A disk that is full half way, as a limit on the size of files makes one: an error, not a death by signal.
    @Test func aDiskThatFillsUp() throws {
        let scratch = try ScratchFolder()
        let outcome = try run(
            ["ideal", "--k", "6,6", "--s", "3", "--out", scratch.path + "/J"], environment: [:],
            shell: "ulimit -f 8; exec \"$0\" \"$@\"")
        #expect(outcome.status == 73 && outcome.errors.contains("File too large"), "\(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count == 1)
        #expect(scratch.contents.isEmpty)
        let journal = try run(["atlas", "--max-K", "5", "--journal", "/dev/full"])
        #expect(journal.status == 73 && journal.errors.contains("No space left"), "\(journal.errors)")
    }

    @Test func nowhereForTemporaryFiles() throws {
        let outcome = try run(
            ["compare", "--k", "2,2", "--s", "2", "--m2", Fixtures.path("fake-m2/works")],
            environment: ["TMPDIR": "/proc"])
        #expect(outcome.status == 73 && outcome.errors.contains("cannot write /proc/lcngen-"))
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    /// What Macaulay2 writes is shown, but does not steer the terminal.
    @Test func escapeSequencesAreTakenOut() throws {
        let outcome = try run([
            "compare", "--k", "2,2", "--s", "2", "--m2", Fixtures.path("fake-m2/escapes"),
        ])
        #expect(outcome.status != 0 && outcome.output.contains("no ?[31mmethod"), "\(outcome.output)")
        #expect(!(outcome.output + outcome.errors).contains("\u{1b}"))
    }

    /// Several runs write the same file, and keep their scripts in the same folder.
    @Test func runsAtOnceInOneFolder() throws {
        let scratch = try ScratchFolder()
        let outcome = try run(
            ["--m2", Fixtures.path("fake-m2/works"), "--keep", "kept"], folder: scratch.path,
            shell: """
                pids=
                for i in 1 2 3 4; do
                    "$0" ideal --k 6,6 --s 3 --out J & pids="$pids $!"
                    "$0" compare --k 2,2 --s 2 "$@" > /dev/null & pids="$pids $!"
                done
                for pid in $pids; do wait $pid; echo $?; done
                """)
        #expect(outcome.output.split(separator: "\n") == ["0", "2", "0", "2", "0", "2", "0", "2"])
        #expect(outcome.errors == "")
        #expect(scratch.contents == ["J", "kept"])
        let alone = try ScratchFolder()
        _ = try run(["ideal", "--k", "6,6", "--s", "3", "--out", "J"], folder: alone.path)
        let text = try [scratch, alone].map { try String(contentsOfFile: $0.path + "/J", encoding: .utf8) }
        #expect(text[0] == text[1])
    }

    /// Ended at any moment of its work: status 130, no process and no part of a file left.
    @Test func endedAtAnyMoment() throws {
        let seed = UInt64(Date().timeIntervalSince1970 * 1_000)
        var generator = SplitMix(seed: seed)
        for words in [
            ["ideal", "--k", "8,8", "--s", "3", "--out"],
            ["compare", "--k", "2,2", "--s", "2", "--m2", Fixtures.path("fake-m2/flickers"), "--out"],
            ["vanishing", "--k", "9,9", "--s", "3", "--out"],
        ] {
            for _ in 0..<3 {
                let scratch = try ScratchFolder()
                let delay = Double.random(in: 0...0.4, using: &generator)
                let outcome = try run(
                    words + [scratch.path + "/result"],
                    shell: """
                        "$0" "$@" & pid=$!
                        while test -z "$(ls -A "$TMPDIR")"; do sleep 0.01; done
                        sleep \(delay); kill -TERM $pid; wait $pid; echo status $?
                        """, environment: ["TMPDIR": scratch.path])
                #expect(outcome.output == "status 130\n", "seed \(seed): \(words) \(outcome)")
                guard scratch.contents != [] else { continue }
                // What is known of a comparison is written.
                let text = try? String(contentsOfFile: scratch.path + "/result", encoding: .utf8)
                #expect(
                    words[0] == "compare" && scratch.contents == ["result"]
                        && text?.hasSuffix("not everything was decided\n") == true,
                    "seed \(seed): \(words) after \(delay) s")
            }
        }
    }
}
