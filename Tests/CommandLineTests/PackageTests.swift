import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

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

    /// Macaulay2's own runProgram fails there.
    @Test func temporaryFolderWithASpace() throws {
        let scratch = try ScratchFolder()
        let folder = scratch.url.appendingPathComponent("it's a folder")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let text = """
            N = convolutionalNetwork({2,2}, 2);
            << #(neurovarietyIdeal(N, Strategy => Native))_* << endl;
            << factorFilter(N, {1,2,3,6}, Strategy => Native) << endl;
            << #criticalPoints(N, matrix {{3,1,0,0},{1,3,1,0},{0,1,3,1},{0,0,1,3}}, matrix {{1},{2},{3},{-1}}) << endl;
            """
        for outcome in try inMacaulay2(text, temporaryFolder: folder.path + "/") {
            #expect(outcome.status == 0 && outcome.errors == "", "\(outcome)")
            #expect(outcome.output == "1\n{{1, 2}, {1, 3}}\n6\n")
        }
    }

    /// Over a field that Macaulay2 has not been told to be one, the engine's reader of files would end the session.
    @Test func extensionFields() throws {
        let text = """
            scan({QQ[i]/(i^2+1), toField(QQ[t]/(t^2-2)), QQ[t]/(t^2-2)}, K -> (
                network := () -> convolutionalNetwork({5,2}, 3, CoefficientRing => K);
                I := neurovarietyIdeal(network(), Strategy => Native);
                I' := neurovarietyIdeal network();
                f := map(ring I', ring I, gens ring I');
                same := set apply(I_*, g -> f g) === set I'_*;
                << (same, isHomogeneous I == isHomogeneous I', #I_*) << endl));
            """
        for outcome in try inMacaulay2(text) {
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.output == String(repeating: "(true, true, 5)\n", count: 3))
        }
    }

    /// A program that is too old is called too old, with its version.
    @Test func programThatIsTooOld() throws {
        let scratch = try ScratchFolder()
        let old = scratch.url.appendingPathComponent("lcngen")
        try Data("#!/bin/sh\necho lcngen 0.1.0\n".utf8).write(to: old)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: old.path)
        let text = "neurovarietyIdeal(convolutionalNetwork({2,2}, 2), Strategy => Native)\n"
        for outcome in try inMacaulay2(text, lcngen: old, isTyped: true) {
            #expect(
                outcome.errors.contains("has the version 0.1.0, which is too old: 0.2.0 or later is needed"),
                "\(outcome)")
        }
        // The program of this project is not.
        for outcome in try inMacaulay2("<< (nativeProgram())#\"version\" << endl;") {
            #expect(outcome.status == 0 && outcome.output.hasPrefix("0.2."), "\(outcome)")
        }
    }

    private func macaulay2(_ numbers: [Int]) -> String {
        "{" + numbers.map(String.init).joined(separator: ",") + "}"
    }
}
