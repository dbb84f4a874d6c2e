import Foundation
import Macaulay2
import TestSupport
import Testing

/// The examples of `m2/upstream`: each shows its fault in the versions that its README names. In other versions
/// it may, or may not.
@Suite(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
struct UpstreamTests {
    /// An example, and how its fault and its absence look.
    private struct Example {
        let file: String
        let isReader: Bool
        let showsFault: @Sendable (Outcome) -> Bool
    }

    private static let examples = [
        Example(file: "engine-reader-extension-field", isReader: true) {
            $0.errors.contains("SIGSEGV") && $0.output.contains("2xy")
        },
        Example(file: "engine-reader-missing-file", isReader: true) {
            $0.errors.contains("std::length_error") && $0.output.isEmpty
        },
        Example(file: "engine-reader-zero-terms", isReader: true) { $0.output == "(0, false, 1)\n" },
        Example(file: "run-program-folder-with-space", isReader: false) {
            $0.status == 1 && $0.errors.contains("No such file or directory") && $0.output.isEmpty
        },
    ]

    private func run(_ example: Example, in program: Macaulay2Program, folder: String) throws -> Outcome {
        let file = packageFolder.appendingPathComponent("upstream/\(example.file).m2")
        // Folders in TMPDIR end with a slash for some versions.
        return try CommandLineTests.run(
            [], environment: ["M2": program.path, "FILE": file.path, "TMPDIR": folder + "/"],
            shell: "ulimit -c 0; exec \"$M2\" --script \"$FILE\" < /dev/null")
    }

    @Test func faultsAreThere() throws {
        let scratch = try ScratchFolder()
        let folder = scratch.url.appendingPathComponent("a folder")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let readme = try String(
            contentsOf: packageFolder.appendingPathComponent("upstream/README.md"), encoding: .utf8)
        for program in LiveMacaulay2.programs {
            for example in Self.examples {
                let outcome = try run(example, in: program, folder: folder.path)
                let row = try #require(
                    readme.components(separatedBy: "\n").first { $0.hasPrefix("| `\(example.file).m2`") })
                // A version is named in the column of versions, the third.
                let isNamed = row.components(separatedBy: "|")[3].contains(
                    String(describing: program.version))
                if isNamed {
                    #expect(example.showsFault(outcome), "\(program.version) \(example.file): \(outcome)")
                } else if example.isReader, outcome.output.contains("has no such reader") {
                    #expect(outcome.status == 0)
                } else {
                    #expect(
                        !outcome.output.isEmpty || example.showsFault(outcome),
                        "\(program.version) \(example.file): \(outcome)")
                }
            }
        }
        let files = try FileManager.default.contentsOfDirectory(
            atPath: packageFolder.appendingPathComponent("upstream").path
        ).filter { $0.hasSuffix(".m2") }
        #expect(Set(files) == Set(Self.examples.map { $0.file + ".m2" }))
    }

    /// The last is about the space, and nothing else.
    @Test func folderWithoutASpace() throws {
        let scratch = try ScratchFolder()
        let example = try #require(Self.examples.last)
        for program in LiveMacaulay2.programs {
            let outcome = try run(example, in: program, folder: scratch.path)
            #expect(outcome.status == 0 && outcome.output == "0\n", "\(outcome)")
        }
    }
}
