import Foundation
import TestSupport
import Testing

/// The page of an atlas from the command line.
@Suite struct AtlasPageTests {
    private func lcngen(_ line: String, in scratch: ScratchFolder) throws -> Outcome {
        try run(line.split(separator: " ").map(String.init), folder: scratch.path)
    }

    /// Shards that are merged have the page of one machine, also in a file.
    @Test func shards() throws {
        let scratch = try ScratchFolder()
        let whole = try lcngen("atlas --max-K 9 --format html", in: scratch)
        #expect(whole.status == 0 && whole.output.contains("(5,2;3)"), "\(whole.errors)")
        for shard in 1...2 {
            let part = try lcngen(
                "atlas --max-K 9 --shard \(shard)/2 --journal part-\(shard) --format html", in: scratch)
            #expect(part.status == 0 && part.output.contains("<table") && part.output != whole.output)
        }
        let merged = try lcngen("merge part-2 part-1 --format html", in: scratch)
        #expect(merged.status == 0 && merged.output == whole.output, "\(merged.errors)")
        let filed = try lcngen("merge part-1 part-2 --format html --out page.html", in: scratch)
        #expect(filed.status == 0 && filed.output.isEmpty && filed.errors.isEmpty, "\(filed)")
        #expect(try String(contentsOfFile: scratch.path + "/page.html", encoding: .utf8) == whole.output)
    }

    /// The commands that it names make figures of two layers and of three.
    @Test(arguments: [("3,2", "2"), ("2,2,3", "3,2")])
    func commands(k: String, s: String) throws {
        let scratch = try ScratchFolder()
        let page = try lcngen("atlas --max-K 4 --format html", in: scratch).output
        let list = try #require(page.firstMatch(of: /<pre id="commands">([^<]*)<\/pre>/)).1
        let commands = list.split(separator: "\n").map {
            $0.replacing("--k k", with: "--k \(k)").replacing("--s s", with: "--s \(s)")
        }
        #expect(commands.count == 6)
        for command in commands {
            try #require(command.hasPrefix("lcngen ") && command.contains("--k \(k)"))
            let outcome = try lcngen(String(command.dropFirst(7)), in: scratch)
            #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(command): \(outcome.errors)")
        }
    }
}
