import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

private let packageFolder = Fixtures.folder.deletingLastPathComponent().appendingPathComponent("m2")

/// Runs a text in each Macaulay2, with the package on its path and lcngen where it looks for it.
private func inMacaulay2(_ text: String) throws -> [Outcome] {
    let scratch = try ScratchFolder()
    let file = scratch.url.appendingPathComponent("test.m2")
    let heading = """
        path = prepend("\(packageFolder.path)/", path);
        programPaths#"lcngen" = "\(program().deletingLastPathComponent().path)/";
        needsPackage "LinearConvolutionalNetworks";

        """
    try Data((heading + text).utf8).write(to: file)
    return try LiveMacaulay2.programs.map {
        try run(
            [], environment: ["M2": $0.path, "FILE": file.path],
            shell: "exec \"$M2\" --script \"$FILE\" < /dev/null")
    }
}

@Suite(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
struct PackageTests {
    /// What stands behind `-->` in the guide is what Macaulay2 gives.
    @Test func guide() throws {
        let guide = try String(
            contentsOf: packageFolder.appendingPathComponent("README.md"), encoding: .utf8)
        var (text, results, isCode) = ("", 0, false)
        for line in guide.components(separatedBy: "\n") {
            if line.hasPrefix("```") {
                isCode = line == "```m2"
                continue
            }
            guard isCode, !line.isEmpty else { continue }
            let parts = line.components(separatedBy: "-->").map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2 else {
                text += "\(line);\n"
                continue
            }
            results += 1
            text += "found = toString(\(parts[0]));\n"
            text += "if found =!= ///\(parts[1])/// then << ///\(line) gives /// << found << endl;\n"
        }
        #expect(results > 15)
        for outcome in try inMacaulay2(text) {
            #expect(outcome.status == 0 && outcome.output == "" && outcome.errors == "", "\(outcome)")
        }
    }

    /// Scripts embed files of the package, and load where it is loaded.
    @Test func scriptsGiveTheSameIdeals() throws {
        let scratch = try ScratchFolder()
        var text = """
            there = I -> (map(ring N, ring I, gens ring N)) I;
            generatorsOf = I -> set select(I_*, f -> f != 0);
            """
        let comparisons: [(Approach, String)] = [
            (.ideal, "generatorsOf there lcngenResults#\"J\" === generatorsOf resultantIdeal N"),
            (
                .lean,
                "generatorsOf there lcngenResults#\"leanJ\" === generatorsOf resultantIdeal(N, Lean => true)"
            ),
            (.levels, "generatorsOf there lcngenResults#\"P\" === generatorsOf allLevelsIdeal N"),
            (.minimal, "there lcngenResults#\"minimal\" == neurovarietyIdeal N"),
            (.kernel, "there lcngenResults#\"kernel\" == neurovarietyKernel(N, Graded => false)"),
            (.gradedKernel, "there lcngenResults#\"gradedKernel\" == neurovarietyKernel N"),
            (.critical, "lcngenResults#\"criticalPoints\" == countCriticalPoints N"),
        ]
        for (sizes, strides) in [
            ([5, 2], [3]), ([8, 2], [3]), ([3, 2, 2], [2, 2]), ([2, 2], [3]), ([4, 3], [1]), ([4], []),
            ([3, 1, 2], [2, 2]),
        ] {
            let architecture = try Architecture(filterSizes: sizes, strides: strides)
            text += "N = convolutionalNetwork(\(macaulay2(sizes)), \(macaulay2(strides)));\n"
            for (approach, equality) in comparisons where approach != .critical || sizes.reduce(0, +) < 8 {
                let file = scratch.path + "/\(UUID().uuidString).m2"
                let script = try Script(
                    architecture,
                    options: ScriptOptions(approach: approach),
                    provenance: .test)
                try Data(script.text.utf8).write(to: URL(fileURLWithPath: file))
                text += "load \"\(file)\";\n"
                text += "if not (\(equality)) then << \"different: \(architecture) \(approach)\" << endl;\n"
            }
        }
        for outcome in try inMacaulay2(text) {
            #expect(outcome.status == 0, "\(outcome)")
            #expect(!outcome.output.contains("different"), "\(outcome.output)")
        }
    }

    /// `lcngen m2 --test` passes `check`, and fails it where the script is wrong.
    @Test func scriptAsTest() throws {
        let scratch = try ScratchFolder()
        let made = try run(["m2", "--k", "3,2,2", "--s", "2,2", "--approach", "certify", "--test"])
        #expect(made.status == 0 && made.output.hasPrefix("-- certify: the linear convolutional network"))
        for (name, test) in [
            ("RightScript", made.output),
            (
                "WrongScript",
                made.output.replacing(
                    "dim ConvolutionalNetwork := N -> sum", with: "dim ConvolutionalNetwork := N -> 1 + sum")
            ),
        ] {
            #expect((test == made.output) == (name == "RightScript"))
            try Data(
                """
                newPackage("\(name)", Headline => "a test")
                beginDocumentation()
                \(test)
                """.utf8
            ).write(to: scratch.url.appendingPathComponent("\(name).m2"))
        }
        for name in ["RightScript", "WrongScript"] {
            let text = """
                path = prepend("\(scratch.path)/", path);
                needsPackage "\(name)";
                check "\(name)";
                << "checked" << endl;
                """
            for outcome in try inMacaulay2(text) {
                #expect((outcome.status == 0) == (name == "RightScript"), "\(name): \(outcome)")
                #expect(outcome.output.contains("checked") == (name == "RightScript"), "\(name): \(outcome)")
            }
        }
    }

    private func macaulay2(_ numbers: [Int]) -> String {
        "{" + numbers.map(String.init).joined(separator: ",") + "}"
    }
}
