import ExactAlgebra
import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Macaulay2

private func script(
    _ sizes: [Int], _ strides: [Int], _ options: ScriptOptions, command: String = "lcngen m2 …"
) throws -> String {
    try Script(
        Architecture(filterSizes: sizes, strides: strides), options: options,
        provenance: Provenance(toolVersion: "lcngen", command: command)
    ).text
}

@Suite struct ScriptTests {
    @Test func templatesRefuseWhatDoesNotFit() throws {
        func template(_ text: String) -> Template { Template(name: "t", bytes: Array(text.utf8)) }
        #expect(try template("a @@x@@ b @@y@@@@x@@").rendered(["x": "1", "y": "2"]) == "a 1 b 21")
        #expect(throws: TemplateError.unfilled(template: "t", placeholder: "y")) {
            try template("@@x@@ @@y@@").rendered(["x": "1"])
        }
        #expect(throws: TemplateError.unknown(template: "t", placeholder: "z")) {
            try template("@@x@@").rendered(["x": "", "z": ""])
        }
        #expect(throws: TemplateError.unbalanced(template: "t")) {
            try template("@@x@@ @@").rendered(["x": "1"])
        }
        // Marks in a value are not places.
        #expect(try template("@@x@@").rendered(["x": "@@y@@"]) == "@@y@@")
    }

    @Test(arguments: Approach.allCases) func golden(approach: Approach) throws {
        for (name, options) in [
            (approach.rawValue, ScriptOptions(approach: approach)),
            (
                approach.rawValue + "-options",
                ScriptOptions(
                    approach: approach, strategy: .dynamic, field: .prime(32003), listing: .all,
                    rows: Set(ScriptRow.allCases).subtracting([.kernel]))
            ),
        ] {
            let text = try script([3, 2, 2], [2, 2], options)
            let file = Fixtures.folder.appendingPathComponent("scripts/\(name).m2")
            if Fixtures.isRecording {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            #expect(
                try String(contentsOf: file, encoding: .utf8) == text,
                "\(name): record anew by LCNGEN_RECORD=1 swift test")
            #expect(!text.contains("@@"))
        }
    }

    /// Golden scripts of the peers of the benchmark.
    @Test(arguments: CriticalSolver.allCases) func solvers(solver: CriticalSolver) throws {
        let text = try Script(
            Architecture(filterSizes: [3, 2, 2], strides: [2, 2]), solving: solver, expected: 100,
            seed: 1 << 40 + 7, threads: 2,
            provenance: Provenance(toolVersion: "lcngen", command: "lcngen bench …")
        ).text
        let file = Fixtures.folder.appendingPathComponent("scripts/\(solver.rawValue).m2")
        if Fixtures.isRecording { try Data(text.utf8).write(to: file) }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == text,
            "record anew by LCNGEN_RECORD=1 swift test")
        #expect(!text.contains("@@"))
    }

    /// The same of those that find or read ideals.
    @Test func peersWithIdeals() throws {
        let architecture = try Architecture(filterSizes: [5, 2], strides: [3])
        let provenance = Provenance(toolVersion: "lcngen", command: "lcngen bench …")
        let scripts = [
            ("elimination", try Script(architecture, eliminatingUpTo: 4, provenance: provenance)),
            (
                "reading-m2-engine",
                try Script(
                    architecture, reading: "/tmp/a \"quoted\" \\ name", named: "J", by: .engine,
                    provenance: provenance)
            ),
            (
                "reading-m2",
                try Script(
                    architecture, reading: "/tmp/ideal.m2", named: "J", by: .code, provenance: provenance)
            ),
        ]
        for (name, script) in scripts {
            let file = Fixtures.folder.appendingPathComponent("scripts/\(name).m2")
            if Fixtures.isRecording { try Data(script.text.utf8).write(to: file) }
            #expect(
                try String(contentsOf: file, encoding: .utf8) == script.text,
                "record anew by LCNGEN_RECORD=1 swift test")
            #expect(!script.text.contains("@@"))
        }
        #expect(scripts[1].1.text.contains(#"idealOfFile(N, "/tmp/a \"quoted\" \\ name")"#))
    }

    @Test func aCommandCannotLeaveItsComment() throws {
        let text = try script(
            [2, 2], [2], ScriptOptions(), command: "lcngen m2 --out 'a\nexit 0\r\u{2028}exit 1'")
        for line in text.split(whereSeparator: \.isNewline) where line.contains("exit") {
            #expect(line.hasPrefix("--"))
        }
    }

    @Test func fields() {
        #expect(CoefficientField("QQ") == .rationals)
        #expect(CoefficientField("ZZ/32003") == .prime(32003))
        #expect(CoefficientField("ZZ/2") == .prime(2))
        for text in [
            "ZZ/32004", "ZZ/1", "ZZ/0", "ZZ/-7", "ZZ/07", "ZZ/101; exit 0", "RR", "", "ZZ/40009", "ZZ/9",
            "ZZ/4",
        ] {
            #expect(CoefficientField(text) == nil, "\(text)")
        }
    }

    @Test func versions() {
        for text in ["1.21", "1.26.06", "1.24.11-42-gabc", "1.24.11.1", "1.25~rc1"] {
            #expect(Macaulay2Version(text)?.description == text)
        }
        for text in ["", "1", "1.", "1.a", "1.2.3.4.5", "1.21 x", "v1.21", "1.21x", "GNU bash"] {
            #expect(Macaulay2Version(text) == nil, "\(text)")
        }
        #expect(Macaulay2Version("1.9").map { $0 < .minimum } == true)
        #expect(Macaulay2Version("1.21.0").map { $0 < .minimum } == false)
        #expect(Macaulay2Version("1.26.06") == Macaulay2Version("1.26.6"))
    }
}
