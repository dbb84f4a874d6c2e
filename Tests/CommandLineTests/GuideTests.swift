import Foundation
import TestSupport
import Testing

/// Articles run as they are read: their blocks in their order in one folder, and what they show of their output.
@Suite struct GuideTests {
    private static let sources = Fixtures.folder.deletingLastPathComponent().appendingPathComponent("Sources")

    /// Where a Python is required, its absence is a failure, not a skip.
    @Test(arguments: LivePython.all) func thePythonIsThere(python: LivePython) {
        #expect(python.isPresent || !python.isRequired, "no \(python) found: an article was not run")
    }

    @Test(
        .enabled(if: LivePython.pyTorch.isPresent, "no Python with PyTorch found: the guide is not run"),
        arguments: LivePython.pyTorch.programs) func fromPyTorch(python: String) throws
    {
        let folder = try ScratchFolder()
        try run("Training/Training.docc/FromPyTorch.md", blocks: ["python": 4, "sh": 7], python, in: folder)
        #expect(folder.contents.contains("points.svg"))
    }

    @Test(
        .enabled(
            if: LivePython.jsonSchema.isPresent && LiveProgram.jq.isPresent,
            "no jq or no Python with jsonschema found: the article is not run"),
        arguments: LivePython.jsonSchema.programs) func readingTheJSON(python: String) throws
    {
        let folder = try ScratchFolder()
        let schema = "lcngen.schema.json"
        try FileManager.default.copyItem(
            atPath: Fixtures.path("schema/" + schema), toPath: folder.path + "/" + schema)
        try run("Exports/Exports.docc/ReadingTheJSON.md", blocks: ["python": 3, "sh": 5], python, in: folder)
    }

    /// - Parameter blocks: how many of each language there must be.
    private func run(
        _ article: String, blocks: [String: Int], _ python: String, in folder: ScratchFolder
    ) throws {
        let guide = Guide(
            try String(contentsOf: Self.sources.appendingPathComponent(article), encoding: .utf8))
        #expect(Dictionary(guide.steps.map { ($0.language, 1) }, uniquingKeysWith: +) == blocks)
        for step in guide.steps {
            let outcome = try run(step, python: python, in: folder)
            try #require(outcome.status == 0, "\(step.code)\(outcome.errors)")
            let missing = Guide.firstMissing(of: step.shown, in: outcome.output)
            #expect(missing == nil, "not printed: \(missing ?? "")\n\(step.code)\(outcome.output)")
        }
    }

    /// Blocks as a person would enter them, with this build as `lcngen`.
    private func run(_ step: Guide.Step, python: String, in folder: ScratchFolder) throws -> Outcome {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let interpreter = try #require(
            ["python": "'\(python)' -c \"$1\"", "sh": "sh -e -c \"$1\""][step.language])
        return try CommandLineTests.run(
            [step.code],
            environment: [
                "PATH": program().deletingLastPathComponent().path + ":" + path,
                // On few processors its threads wait for each other longer than they work.
                "OMP_NUM_THREADS": "1",
            ], folder: folder.path, shell: interpreter)
    }

    /// The comparison can fail: by a word, by a number, by the order, and by a line that is not there.
    @Test func whatIsShownIsCompared() {
        let output = "layer 1    1.00000001, 2\nnumber 2 saddle\nend\n"
        for shown in ["", "layer 1 1.0, 2\nend", "…\nnumber … saddle\n…\nend"] {
            #expect(Guide.firstMissing(of: shown, in: output) == nil, "\(shown)")
        }
        for shown in [
            "layer 1 1.001, 2", "layer 2 1.0, 2", "layer 1 1.0", "number 3 saddle", "end\nnumber 2 saddle",
            "end\nend",
        ] {
            #expect(Guide.firstMissing(of: shown, in: output) != nil, "\(shown)")
        }
    }
}
