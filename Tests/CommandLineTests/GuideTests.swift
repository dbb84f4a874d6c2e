import Foundation
import TestSupport
import Testing

/// The guide from PyTorch, run as it is read: its blocks in their order in one folder, and what it shows of their output.
@Suite struct GuideTests {
    private static let article = Fixtures.folder.deletingLastPathComponent()
        .appendingPathComponent("Sources/Training/Training.docc/FromPyTorch.md")

    /// Where PyTorch is required, its absence is a failure, not a skip.
    @Test(.enabled(if: LivePyTorch.isRequired, "LCNGEN_REQUIRE_PYTORCH is not set")) func pyTorchIsThere() {
        #expect(LivePyTorch.isPresent, "no Python with PyTorch found: the guide was not run")
    }

    @Test(
        .enabled(if: LivePyTorch.isPresent, "no Python with PyTorch found: the guide is not run"),
        arguments: LivePyTorch.programs) func theGuideRuns(python: String) throws
    {
        let guide = Guide(try String(contentsOf: Self.article, encoding: .utf8))
        #expect(guide.steps.count { $0.language == "python" } == 4)
        #expect(guide.steps.count { $0.language == "sh" } == 7)
        let folder = try ScratchFolder()
        for step in guide.steps {
            let outcome = try run(step, python: python, in: folder)
            try #require(outcome.status == 0, "\(step.code)\(outcome.errors)")
            let missing = Guide.firstMissing(of: step.shown, in: outcome.output)
            #expect(missing == nil, "not printed: \(missing ?? "")\n\(step.code)\(outcome.output)")
        }
        #expect(folder.contents.contains("points.svg"))
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
