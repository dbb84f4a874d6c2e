import Foundation
import TestSupport
import Testing

/// `-` for the standard files, and one file that is named for two purposes.
@Suite struct StandardFilesTests {
    private let data = ["--y", Fixtures.path("training/Y.csv"), "--format", "csv"]

    @Test func dataOfStandardInput() throws {
        let words = ["critical-points", "--k", "3,3", "--s", "2"] + data
        let (x, archive) = (Fixtures.path("training/X.csv"), Fixtures.path("data/stored.npz"))
        let named = try run(words + ["--x", x])
        let piped = try run(words + ["--x", "-"], shell: "cat '\(x)' | \"$0\" \"$@\"", environment: [:])
        #expect(named.status == 0 && piped.status == 0 && named.output == piped.output, "\(piped)")
        let text = try run(
            ["factor", "-k", "2,2", "-s", "2", "--filter-file", "-"],
            shell: "printf '[[1,2,3,6],[1,2,3,7]]' | \"$0\" \"$@\"", environment: [:])
        #expect(text.status == 0 && text.output.contains("filter 2 of 2"), "\(text)")
        // An array of an archive.
        let array = try run(
            ["factor", "--k", "3", "--filter-file", "-:X"], shell: "\"$0\" \"$@\" < '\(archive)'",
            environment: [:])
        #expect(array.status == 0, "\(array)")
        #expect(
            array.output == (try run(["factor", "--k", "3", "--filter-file", archive + ":X"]).output))
        // Mistakes name it.
        let wrong = try run(
            ["factor", "--k", "3", "--filter-file", "-"], shell: "printf '1,2,4\\n4,x,5' | \"$0\" \"$@\"",
            environment: [:])
        #expect(
            wrong.status == 65 && wrong.errors.contains("standard input, line 2, column 2"), "\(wrong)")
        let closed = try run(
            ["factor", "--k", "3", "--filter-file", "-"], shell: "\"$0\" \"$@\" <&-", environment: [:])
        #expect(closed.status == 65 && closed.errors.contains("standard input has no numbers"), "\(closed)")
    }

    @Test func listOfStandardInput() throws {
        let scratch = try ScratchFolder()
        let outcome = try run(
            ["validate", "--list", "-", "--m2", Fixtures.path("fake-m2/works"), "--quiet"],
            folder: scratch.path, shell: "printf '2,2;2\\n' | \"$0\" \"$@\"")
        #expect(outcome.status == 2 && outcome.output.contains("1 architecture"), "\(outcome)")
        #expect(scratch.contents == ["lcngen-validate.jsonl"] && outcome.errors.isEmpty)
    }

    @Test func standardOutput() throws {
        let scratch = try ScratchFolder()
        let outcome = try run(["info", "-k", "2,2", "-s=2", "-o", "-", "-f", "json"], folder: scratch.path)
        #expect(outcome.status == 0 && outcome.output.hasPrefix("{") && scratch.contents.isEmpty)
        #expect(try run(["info", "-k", "2,2", "-s", "2", "-o", "./-"], folder: scratch.path).status == 0)
        #expect(scratch.contents == ["-"])
    }

    @Test(arguments: [
        (
            ["critical-points", "--k", "2", "--x", "-", "--y", "-"],
            "--x and --y cannot both be standard input"
        ),
        (["critical-points", "--k", "2", "--x", "-:a", "--y", "-"], "--x and --y cannot both be"),
        (["atlas", "--journal", "-"], "--journal is '-', a standard file"),
        (["compare", "--k", "2,2", "--s", "2", "--keep", "-"], "--keep is '-'"),
        (["info", "--k", "2,2", "--s", "2", "--out", ""], "--out is '', which names no file"),
    ]) func refused(words: [String], message: String) throws {
        let outcome = try run(words)
        #expect(outcome.status == 64 && outcome.errors.contains(message), "\(outcome)")
    }

    /// Refused before any of them is touched, however the file is called.
    @Test(arguments: [
        ("atlas --max-K 4 --journal F --out F", ""), ("atlas --max-K 4 --journal F --out ./F", ""),
        ("atlas --max-K 4 --journal F --out link", ""), ("atlas --max-K 4 --journal F --out hard", ""),
        ("atlas --max-K 4 --journal dangling --out new", ""),
        ("atlas --max-K 4 --journal new --out folder/../new", ""),
        ("atlas --max-K 4 --journal F", ">> F"), ("atlas --max-K 4 --journal F --out -", ">> F"),
        ("critical-points --k 2 --x F --y link --out F", ""),
        ("critical-points --k 2 --x a.npz:x --y a.npz:y --out a.npz", ""),
        ("factor --k 3 --filter-file - --out F", "< F"), ("factor --k 3 --filter-file F --out hard", ""),
        ("validate --results F --out F", ""), ("validate --out lcngen-validate.jsonl", ""),
        ("validate --list F --results F", ""), ("compare --k 2,2 --s 2 --keep new --out new", ""),
        ("compare --k 2,2 --s 2 --m2 ./F --out F", ""),
    ]) func oneFileForTwoPurposes(words: String, redirection: String) throws {
        let scratch = try ScratchFolder()
        for name in ["F", "a.npz"] { try scratch.write("1,2,3\n", to: name) }
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/folder", withIntermediateDirectories: false)
        for (link, target) in [("link", "F"), ("dangling", "folder/../new")] {
            try FileManager.default.createSymbolicLink(
                atPath: scratch.path + "/" + link, withDestinationPath: target)
        }
        try FileManager.default.linkItem(atPath: scratch.path + "/F", toPath: scratch.path + "/hard")
        let before = scratch.contents
        let outcome = try run(
            words.split(separator: " ").map(String.init), folder: scratch.path,
            shell: "\"$0\" \"$@\" \(redirection)")
        #expect(outcome.status == 64 && outcome.errors.contains("are the same file"), "\(outcome)")
        #expect(scratch.contents == before)
        #expect(try String(contentsOfFile: scratch.path + "/F", encoding: .utf8) == "1,2,3\n")
    }

    /// What is no file may be named as often as one likes.
    @Test func devices() throws {
        let outcome = try run(["atlas", "--max-K", "4", "--journal", "/dev/null", "--out", "/dev/null"])
        #expect(outcome.status == 0, "\(outcome)")
    }
}
