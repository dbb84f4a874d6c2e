import Foundation
import TestSupport
import Testing

@testable import lcngen

/// Words for every command that has `--out`; with them it would work for a minute or more, or read what is not there.
private let longWork: [String: [String]] = [
    "info": ["--k", "400,400", "--s", "3"], "ideal": ["--k", "9,9", "--s", "3", "--count"],
    "vanishing": ["--k", "9,9", "--s", "3", "--reduced"], "hilbert": ["--k", "300,300", "--s", "3"],
    "certify": ["--k", "9,9", "--s", "3"], "singular-locus": ["--k", "400,400", "--s", "3"],
    "atlas": ["--max-K", "40"],
    "m2": ["--k", "9,9", "--s", "3"],
    "compare": ["--k", "7,7", "--s", "3", "--m2", "/no"], "table2": ["--m2", "/no"],
    "table3": ["--size", "60"], "figure1": ["--k", "9,9,9,9,9,9,9"], "examples": ["--m2", "/no"],
    "eddegree": ["--k", "900,900,900"],
    "critical-points": ["--k", "3,3", "--s", "2", "--x", "/no", "--y", "/no"],
    "factor": ["--k", "9,9", "--s", "2", "--filter-file", "/no"],
    "validate": ["--list", "/no", "--m2", "/no"],
    "merge": ["/no"], "slurm": ["atlas", "--shards", "2"],
    "bench": ["minors", "--m2", "/no"], "man": [], "completions": ["bash"],
]

@Suite struct FrameTests {
    @Test func everyCommandWithAnOutput() {
        let names = Main.commands.filter { command in
            command.options.contains { $0.name == Shared.out.name }
        }.map { $0.name }
        #expect(Set(names) == Set(longWork.keys))
    }

    /// An output that cannot be written is known before any work, and before any file is read or program started.
    @Test(arguments: longWork.keys.sorted()) func theOutputComesFirst(command: String) throws {
        let start = ContinuousClock.now
        let outcome = try run([command] + (longWork[command] ?? []) + ["--out", "/nonexistent/x"])
        #expect(outcome.status == 73 && outcome.output.isEmpty, "\(outcome)")
        #expect(
            outcome.errors == "lcngen \(command): cannot write /nonexistent/x: No such file or directory\n")
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    /// Wrong usage comes before the output, and leaves nothing where it would have been.
    @Test(arguments: [
        ["ideal", "--k", "3,3"], ["vanishing", "--k", "3,3", "--s", "2", "--max-degree", "3"],
        ["critical-points", "--k", "3,3", "--s", "2"],
        ["factor", "--k", "2,2", "--s", "2", "--filter", "1,2,3,6", "--most", "x"],
        ["factor", "--k", "2,2", "--s", "2"], ["factor", "--k", "2,2", "--s", "2", "--filter", "1,2"],
        ["validate", "--layers", "9"],
        ["eddegree", "--k", "3,3", "--compare-dense", "3,3"],
    ])
    func wrongUsageComesBeforeTheOutput(words: [String]) throws {
        #expect(try run(words + ["--out", "/nonexistent/x"]).status == 64)
    }

    /// After an error nothing is left of an output that was opened.
    @Test func nothingIsLeftOfAFailure() throws {
        let scratch = try ScratchFolder()
        let outcome = try run([
            "factor", "--k", "2,2", "--s", "2", "--filter-file", "/no", "--out", scratch.path + "/x",
        ])
        #expect(outcome.status == 74 && scratch.contents.isEmpty, "\(outcome)")
    }

    /// Every command in each of its formats, with quick work: the output is whole, and nothing goes elsewhere.
    @Test(
        arguments: [
            (["info", "--k", "2,2", "--s", "2"], ["text", "json"]),
            (["hilbert", "--k", "2,2", "--s", "2"], ["text", "json"]),
            (["certify", "--k", "5,2", "--s", "3"], ["text", "json"]),
            (
                ["ideal", "--k", "5,2", "--s", "3"],
                ["text", "m2", "m2-engine", "singular", "msolve", "sage", "oscar", "magma", "latex", "json"]
            ),
            (["ideal", "--k", "5,2", "--s", "3", "--count"], ["text", "csv", "json"]),
            (
                ["vanishing", "--k", "5,2", "--s", "3"],
                ["text", "m2", "m2-engine", "singular", "msolve", "sage", "oscar", "magma", "latex", "json"]
            ),
            (["vanishing", "--k", "5,2", "--s", "3", "--representation"], ["text", "csv", "json"]),
            (
                ["vanishing", "--k", "5,2", "--s", "3", "--representation", "--by", "ribbon"],
                ["text", "csv", "json"]
            ),
            (["vanishing", "--k", "5,2", "--s", "3", "--as", "minors"], ["text", "csv", "json"]),
            (
                ["vanishing", "--k", "5,2", "--s", "3", "--method", "linear-algebra", "--max-degree", "3"],
                ["text", "json"]
            ),
            (["singular-locus", "--k", "5,2", "--s", "3"], ["text", "csv", "json"]),
            (["singular-locus", "--k", "5,2", "--s", "3", "--strata"], ["text", "csv", "json", "svg"]),
            (
                ["singular-locus", "--k", "5,2", "--s", "3", "--component", "1"],
                ["text", "m2", "m2-engine", "singular", "msolve", "sage", "oscar", "magma", "latex", "json"]
            ),
            (["atlas", "--max-K", "5"], ["text", "markdown", "csv", "json", "html"]),
            (["table3", "--size", "4"], ["text", "markdown", "latex", "csv", "json", "svg"]),
            (["figure1"], ["text", "json", "svg"]), (["eddegree", "--k", "3,3"], ["text", "json"]),
            (
                ["critical-points", "--k", "2,2", "--s", "2", "--random"],
                ["text", "json", "csv", "svg"]
            ),
            (
                ["critical-points", "--k", "2,2", "--s", "2", "--random", "--seeds", "1..2"],
                ["text", "json", "csv"]
            ),
            (["factor", "--k", "2,2", "--s", "2", "--filter", "1,2,3,6"], ["text", "csv", "json"]),
            (
                ["bench", "factor", "--native", "--sizes", "8,20"],
                ["text", "markdown", "latex", "csv", "json"]
            ),
            (
                ["bench", "kernel", "--native", "--squares", "3"],
                ["text", "markdown", "latex", "csv", "json"]
            ),
            (
                ["bench", "critical", "--native", "--squares", "2"],
                ["text", "markdown", "latex", "csv", "json"]
            ),
        ] as [([String], [String])])
    func formats(words: [String], formats: [String]) throws {
        let scratch = try ScratchFolder()
        for format in formats {
            let file = scratch.path + "/" + format
            let outcome = try run(words + ["--format", format, "--out", file])
            #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(!text.isEmpty)
            if format == "json" { _ = try JSONSerialization.jsonObject(with: Data(text.utf8)) }
        }
        #expect(scratch.contents == formats.sorted())
    }
}
