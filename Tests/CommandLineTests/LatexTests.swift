import TestSupport
import Testing

/// What commands write for LaTeX, in a document with the packages that it names, under all engines that are there.
@Suite(.enabled(if: LatexDocument.isPossible, "no LaTeX found"), .serialized) struct LatexTests {
    @Test(arguments: [
        "ideal --k 5,5 --s 3", "ideal --k 4", "ideal --k 5,2 --s 3 --max-minors 1", "vanishing --k 6,4 --s 3",
        "vanishing --k 5,2 --s 3 --method linear-algebra --max-degree 2", "table3", "table3 --size 24",
        "examples", "bench factor --native --sizes 8,20", "table2 --columns 5 --timeout 1",
    ])
    func output(command: String) throws {
        let outcome = try run(command.split(separator: " ").map(String.init) + ["--format", "latex"])
        #expect([0, 2].contains(outcome.status), "\(outcome.errors)")
        #expect(try LatexDocument(outcome.output).problems.isEmpty)
    }

    @Test(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found"))
    func comparisons() throws {
        let scratch = try ScratchFolder()
        for words in [
            ["compare", "--k", "3,2,2", "--s", "2,2"],
            ["validate", "--filters", "2..2", "--results", scratch.path + "/results"],
        ] {
            let outcome = try run(words + ["--m2", LiveMacaulay2.programs[0].path, "--format", "latex"])
            #expect([0, 2].contains(outcome.status), "\(outcome.errors)")
            #expect(try LatexDocument(outcome.output).problems.isEmpty)
        }
    }
}
