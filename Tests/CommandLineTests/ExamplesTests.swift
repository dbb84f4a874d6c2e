import Foundation
import TestSupport
import Testing

@testable import lcngen

/// Every example of a help runs as it stands, in a folder with data of these names.
@Suite struct ExamplesTests {
    /// Without a Macaulay2 these have nothing to say.
    private static let live = [
        CompareCommand.name, ValidateCommand.name, DoctorCommand.name, MergeCommand.name,
    ]

    /// What takes minutes as it stands runs with less of the same.
    private static let shortened = [
        "table2": "--columns 5 --timeout 1",
        "validate --paper --format html --out paper.html":
            "--columns 5 --filters 2..2 --strides 2..2 --timeout 5",
    ]

    /// What must have been done before.
    private static let before = ["uninstall --prefix ~/.local": "install --prefix ~/.local"]

    private static func examples(live: Bool) -> [String] {
        Main.commands.filter { Self.live.contains($0.name) == live }.flatMap { $0.examples }
    }

    private func check(_ example: String) throws {
        let scratch = try ScratchFolder()
        let given = ["X.csv", "Y.csv", "data.npz"]
        for name in given {
            try FileManager.default.copyItem(
                atPath: Fixtures.path("training/\(name)"), toPath: scratch.path + "/" + name)
        }
        if let before = Self.before[example] {
            #expect(try run(before.split(separator: " ").map(String.init), folder: scratch.path).status == 0)
        }
        if example.hasPrefix("merge") { try makeShards(in: scratch, like: example) }
        let line = [example, Self.shortened[example]].compactMap(\.self).joined(separator: " ")
        let words = line.split(separator: " ").map(String.init)
        let macaulay2 = LiveMacaulay2.programs.first.map { ["LCNGEN_M2": $0.path] } ?? [:]
        let outcome = try run(words, environment: macaulay2, folder: scratch.path)
        #expect(outcome.status == 0, "\(line): \(outcome.errors)")
        guard let place = words.firstIndex(of: "--out") else {
            #expect(!outcome.output.isEmpty, "\(line)")
            return
        }
        #expect(outcome.output.isEmpty)
        let written = try Data(contentsOf: scratch.url.appendingPathComponent(words[place + 1]))
        #expect(!written.isEmpty, "\(line)")
    }

    /// Journals of two shards, under the names of an example.
    private func makeShards(in scratch: ScratchFolder, like example: String) throws {
        let files = example.split(separator: " ").filter {
            $0.contains("1") || $0.contains("2-of-2") || $0.contains("-2.")
        }
        for (index, file) in files.prefix(2).enumerated() {
            let study =
                file.hasSuffix(".jsonl") && file.hasPrefix("sweep")
                ? "critical-points --k 3,2 --s 2 --random --seeds 1..4 --journal \(file)"
                : file.hasSuffix(".csv")
                    ? "atlas --max-K 7 --journal \(file)"
                    : "validate --layers 2 --filters 2..2 --strides 2..3 --timeout 20 --results \(file)"
            let words = "\(study) --shard \(index + 1)/2".split(separator: " ").map(String.init)
            let macaulay2 = LiveMacaulay2.programs.first.map { ["LCNGEN_M2": $0.path] } ?? [:]
            let outcome = try run(words, environment: macaulay2, folder: scratch.path)
            #expect(outcome.status == 0, "\(outcome)")
        }
    }

    @Test(arguments: examples(live: false)) func native(example: String) throws { try check(example) }

    @Test(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found"), arguments: examples(live: true))
    func withMacaulay2(example: String) throws { try check(example) }

    /// The array of the archive is the text.
    @Test func theDataAreTheSame() throws {
        let words = "critical-points --k 3,3 --s 2 --format csv".split(separator: " ").map(String.init)
        let text = try run(
            words + ["--x", Fixtures.path("training/X.csv"), "--y", Fixtures.path("training/Y.csv")])
        let archive = Fixtures.path("training/data.npz")
        #expect(try run(words + ["--x", archive + ":X", "--y", archive + ":Y"]).output == text.output)
        #expect(text.status == 0 && text.output.split(separator: "\n").count == 40)
    }
}
