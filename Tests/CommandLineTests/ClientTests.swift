import Foundation
import TestSupport
import Testing

/// The libraries as somebody else's package uses them.
@Suite struct ClientTests {
    private static let root = Fixtures.folder.deletingLastPathComponent()
    private static let modules = [
        "ExactAlgebra", "Neurovariety", "Training", "Macaulay2", "Exports", "CrossValidation",
    ]

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
    }

    /// What stands in the documentation is what is compiled.
    @Test(arguments: modules) func theDocumentationShowsTheClient(module: String) throws {
        let code = "```swift\n" + (try text("fixtures/client/Sources/client/\(module).swift")) + "```\n"
        #expect(try text("Sources/\(module)/\(module).docc/GettingStarted.md").contains(code))
        if module == "Neurovariety" { #expect(try text("README.md").contains(code)) }
    }

    /// Built in a folder of its own from the sources of this checkout, and run.
    @Test func theClientBuildsAndRuns() throws {
        let scratch = Self.root.appendingPathComponent(".build/client").path
        func swift(_ words: [String], _ output: URL) throws -> Int32 {
            _ = FileManager.default.createFile(atPath: output.path, contents: nil)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments =
                ["swift"] + words
                + ["--package-path", Fixtures.path("client"), "--scratch-path", scratch]
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardInput = FileHandle.nullDevice
            try process.runToEnd()
            return process.terminationStatus
        }
        let folder = try ScratchFolder()
        let log = folder.url.appendingPathComponent("log")
        let built = try swift(["build"], log)
        let messages = try String(contentsOf: log, encoding: .utf8).suffix(2_000)
        #expect(built == 0, "\(messages)")
        let output = folder.url.appendingPathComponent("output")
        let client = Process()
        client.executableURL = URL(fileURLWithPath: scratch + "/debug/client")
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        client.standardOutput = try FileHandle(forWritingTo: output)
        try client.runToEnd()
        #expect(client.terminationStatus == 0)
        let (printed, expected) = (
            try String(contentsOf: output, encoding: .utf8), try text("fixtures/client/output.txt")
        )
        #expect(printed == expected)
    }
}
