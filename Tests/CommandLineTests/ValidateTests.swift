import Foundation
import TestSupport
import Testing

/// `validate` with the recorded answers of a real Macaulay2.
@Suite struct ValidateTests {
    private func words(_ folder: ScratchFolder) throws -> [String] {
        let list = folder.path + "/list"
        try Data("2,2;2\n2,2;3\n".utf8).write(to: URL(fileURLWithPath: list))
        return [
            "validate", "--list", list, "--m2", Fixtures.path("fake-m2/replays"), "--results",
            folder.path + "/results",
        ]
    }

    @Test func everythingAgrees() throws {
        let folder = try ScratchFolder()
        let outcome = try run(words(folder))
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.output.contains("2 architectures, 41 checks: 41 agree, 0 undecided, 0 disagree"))
        // Again, from the file.
        #expect(try run(words(folder)).output == outcome.output)
    }

    /// A verdict, an answer, a check or a work that is none is neither agreement nor disagreement: the file is refused,
    /// with the line.
    @Test(arguments: [
        ("\"agree\"", "\"agrees\""), ("\"agree\"", "\"perhaps\""), ("\"truth\"", "\"faith\""),
        ("\"jIsRadical\"", "\"jIsRational\""), ("\"firstMinors\"", "\"J1\""),
    ])
    func unknownWords(word: String, other: String) throws {
        let folder = try ScratchFolder()
        let words = try words(folder)
        #expect(try run(words).status == 0)
        let file = URL(fileURLWithPath: folder.path + "/results")
        var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        let place = try #require(lines[2].range(of: word))
        lines[2].replaceSubrange(place, with: other)
        let changed = lines.map { $0 + "\n" }.joined()
        try Data(changed.utf8).write(to: file)
        let outcome = try run(words)
        #expect(outcome.status == 65 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.errors.contains("\(file.path), line 3, is no result of this program"))
        #expect(try String(contentsOf: file, encoding: .utf8) == changed)
    }

    /// Results of version 0.1, where answers and verdicts were words.
    @Test func oldResults() throws {
        let folder = try ScratchFolder()
        let words = try words(folder)
        let old = """
            {"build":"1390cf1b2654d3e4","checksRadical":false,"macaulay2":"1.21","program":"lcngen 0.2.0","timeout":60}
            {"record":{"checks":[{"macaulay2":"yes","name":"jInI","native":"yes","statement":"J ⊆ I","verdict":"agree"}],\
            "filterSizes":[2,2],"seconds":0.05,"strides":[2],"times":[]}}

            """
        try Data(old.utf8).write(to: URL(fileURLWithPath: folder.path + "/results"))
        let outcome = try run(words)
        #expect(outcome.status == 65 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.errors.contains("was made with build 1390cf1b2654d3e4, now "))
        #expect(outcome.errors.contains("--restart"))
        #expect(try run(words + ["--restart"]).status == 0)
    }
}
