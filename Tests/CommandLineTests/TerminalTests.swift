import Foundation
import TestSupport
import Testing

/// Tables know how wide the terminal is; files and pipes get everything.
@Suite struct TerminalTests {
    private static let commands = [
        "atlas --max-K 9", "table3 --size 16", "ideal --k 5,5 --s 3 --count",
        "vanishing --k 9,5 --s 3 --representation", "vanishing --k 8,2 --s 3 --representation --by ribbon",
        "bench factor --native --sizes 8,20", "examples",
        "compare --k 2,2 --s 2",
    ]

    private func words(_ command: String) -> [String] {
        let words = command.split(separator: " ").map(String.init)
        let needsMacaulay2 = ["compare", "examples"].contains(words[0])
        return words + (needsMacaulay2 ? ["--m2", Fixtures.path("fake-m2/replays")] : [])
    }

    private func widest(_ text: String) -> Int { text.split(separator: "\n").map(\.count).max() ?? 0 }

    @Test(arguments: commands) func tablesFit(command: String) throws {
        for columns in [80, 60] {
            let seen = try Terminal.run(words(command), columns: columns)
            #expect([0, 2].contains(seen.status) && !seen.output.isEmpty)
            #expect(widest(seen.output) <= columns, "\(seen.output)")
        }
    }

    /// What is dropped, and how to see it, is said; with `--wide`, or beside a terminal, nothing is dropped.
    @Test func leftOut() throws {
        let words = words("compare --k 2,2 --s 2")
        let narrow = try Terminal.run(words, columns: 80).output
        let note = "Left out for want of width: native answer rests on; --wide prints everything."
        #expect(narrow.contains("\n" + note + "\n") && !narrow.contains("rests on\n"), "\(narrow)")
        let whole = try run(words).output
        #expect(whole.contains("native answer rests on\n") && widest(whole) > 120)
        func isWhole(_ text: String) -> Bool {
            let heading = whole.split(separator: "\n").first { $0.hasPrefix("check") }
            return text.split(separator: "\n").first { $0.hasPrefix("check") } == heading
        }
        #expect(isWhole(try Terminal.run(words + ["--wide"], columns: 80).output))
        #expect(isWhole(try run(words, environment: ["COLUMNS": "80"]).output))
        let scratch = try ScratchFolder()
        _ = try Terminal.run(words + ["--out", scratch.path + "/report"], columns: 80)
        #expect(isWhole(try String(contentsOfFile: scratch.path + "/report", encoding: .utf8)))
    }

    /// A terminal that does not tell its width has that of `COLUMNS`.
    @Test func columnsOfTheEnvironment() throws {
        let words = words("table3 --size 16")
        let narrow = try Terminal.run(words, columns: 0, environment: ["COLUMNS": "70"]).output
        #expect(widest(narrow) <= 70 && narrow.components(separatedBy: "k₁ = 16").count > 2)
        #expect(widest(try Terminal.run(words, columns: 90, environment: ["COLUMNS": "70"]).output) > 70)
        for columns in ["", "x", "-3"] {
            let output = try Terminal.run(words, columns: 0, environment: ["COLUMNS": columns]).output
            #expect(output == (try run(words).output))
        }
    }

    /// Progress fits into a line that can be taken away again, and with `--quiet` there is none.
    @Test func progress() throws {
        let words = words("atlas --max-K 10")
        let seen = try Terminal.run(words, columns: 12, hiding: .output)
        let lines = seen.output.components(separatedBy: "\r\u{1B}[K")
        #expect(seen.status == 0 && lines.count > 2 && lines.last == "")
        #expect(lines.allSatisfy { $0.count < 12 }, "\(lines)")
        let quiet = try Terminal.run(words + ["--quiet"], columns: 12, hiding: .output)
        #expect(quiet.status == 0 && quiet.output.isEmpty)
        // Errors stay.
        let wrong = try Terminal.run(["info", "--k", "0", "--quiet"], columns: 80, hiding: .output)
        #expect(wrong.status == 64 && wrong.output.contains("k_1 is 0"), "\(wrong.output)")
    }

    /// The help too, with nothing lost.
    @Test func help() throws {
        func words(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" } }
        for command in ["bench", "ideal", "critical-points", "m2"] {
            let piped = try run(["help", command]).output
            for columns in [72, 200] {
                let seen = try Terminal.run([command, "--help"], columns: columns)
                #expect(seen.status == 0 && words(seen.output) == words(piped))
                let text = seen.output.components(separatedBy: "\nexamples:")[0]
                #expect(widest(text) <= min(columns, 100), "\(seen.output)")
            }
        }
    }

    @Test func wideGoesWithText() throws {
        let outcome = try run(["atlas", "--max-K", "4", "--wide", "--format", "json"])
        #expect(outcome.status == 64 && outcome.errors.contains("--wide goes with --format text"))
    }
}
