import Foundation
import TestSupport
import Testing

@testable import lcngen

/// Every drawing and every page that a command writes, as a browser lays it out.
@Suite(.enabled(if: LiveProgram.chromium.isPresent, "no Chromium found"), .serialized) struct BrowserTests {
    private static let drawings = [
        "figure1", "figure1 --k 2,3,4,5,6", "figure1 --k 2,3,4,5,6,7,8",
        "figure1 --k 2,2,2,2,2,2,2,2,2,2,2,2",
        "singular-locus --k 2,2 --s 2 --strata", "singular-locus --k 7,3,2 --s 2,2 --strata",
        "singular-locus --k 5,5,5,5 --s 2,2,2 --strata", "singular-locus --k 40,40,40 --s 2,2 --strata",
        "table3", "table3 --size 30", "critical-points --k 3,3 --s 2 --random",
        "critical-points --k 2,2,2 --s 1,2 --random",
        "critical-points --k 3,2,2,2 --s 1,2,1 --random --seed 3",
    ]
    private static let pages = ["validate --filters 2..3 --strides 2..3", "atlas --max-K 9"]

    /// No command has a drawing or a page that is not looked at.
    @Test func everyCommand() throws {
        for (format, words) in [("svg", Self.drawings), ("html", Self.pages)] {
            // The line of help that lists the formats.
            let list = try Regex("\\n +text, [a-z0-9, -]*\\b\(format)\\b")
            let commands = Main.commands.filter { CommandDescription($0).help(width: 1000).contains(list) }
                .map { $0.name }
            // The pages of merge are those of validate and atlas, and slurm only names the format.
            #expect(
                Set(commands).subtracting(["merge", "slurm"])
                    == Set(words.compactMap { $0.split(separator: " ").first.map(String.init) }))
        }
    }

    @Test func drawings() throws {
        let documents = try Self.drawings.map { words in
            let outcome = try run(words.split(separator: " ").map(String.init) + ["--format", "svg"])
            #expect(outcome.status == 0, "\(words): \(outcome.errors)")
            return BrowserDocument.svg(outcome.output, words)
        }
        let problems = try BrowserDocument.problems(documents)
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    @Test func pages() throws {
        let documents = try Self.pages.flatMap { words in
            let scratch = try ScratchFolder()
            let others =
                words.hasPrefix("validate")
                ? ["--results", scratch.path + "/results", "--m2", Fixtures.path("fake-m2/replays")] : []
            let outcome = try run(
                words.split(separator: " ").map(String.init) + ["--format", "html"] + others)
            #expect([0, 1, 2].contains(outcome.status), "\(words): \(outcome.errors)")
            return BrowserDocument.html(outcome.output, words)
        }
        let problems = try BrowserDocument.problems(documents)
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }
}
