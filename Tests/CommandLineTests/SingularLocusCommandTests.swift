import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import lcngen

@Suite struct SingularLocusCommandTests {
    private func output(_ words: String) throws -> String {
        let outcome = try run(("singular-locus " + words).split(separator: " ").map(String.init))
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
        return outcome.output
    }

    @Test func whatIsSaid() throws {
        #expect(
            try output("--k 2,2 --s 2")
                == "The neurovariety of (2,2;2) is smooth away from 0, and singular in 0: proved.\n")
        #expect(
            try output("--k 3,2 --s 1")
                == "The neurovariety of (3,2;1) [reduced: (4)] is a linear space, without singular points.\n")
        let text = try output("--k 3,3,2 --s 1,2")
        #expect(
            text.hasPrefix(
                "Singular locus of the neurovariety of (3,3,2;1,2) [reduced: (5,2;2)]: 1 component"))
        #expect(text.contains("layer 1, 2 → 3  (3,3;2)"))
        for (words, line) in [
            ("--k 3,3,2 --s 1,2", "singularities             singular in codimension 1\n"),
            ("--k 2,2 --s 2", "singularities             smooth away from 0\n"),
            ("--k 4", "singularities             smooth: a linear space\n"),
            ("--k 1,3 --s 2", "singularities             smooth: a linear space\n"),
            ("--k 1,2,2 --s 2,2", "singularities             smooth away from 0\n"),
        ] {
            let info = try run(["info"] + words.split(separator: " ").map(String.init)).output
            #expect(info.contains(line), "\(info)")
        }
    }

    /// A component that is written is the neurovariety that is named.
    @Test func idealsOfComponents() throws {
        for (architecture, number, component) in [
            ("--k 5,2 --s 3", 1, "--k 2,3 --s 3"), ("--k 5,4,3 --s 2,3", 2, "--k 5,1,4 --s 2,3"),
            ("--k 3,2 --s 2", 1, "--k 1,3 --s 2"),
        ] {
            for format in ["text", "m2", "json"] {
                func lines(_ command: String) throws -> [Substring] {
                    // Without the line of the command.
                    try run("\(command) --format \(format)".split(separator: " ").map(String.init)).output
                        .split(separator: "\n").filter { !$0.contains("lcngen ") }
                }
                let written = try lines("singular-locus \(architecture) --component \(number)")
                #expect(try written == lines("vanishing \(component)") && written.count > 1)
            }
        }
    }

    @Test(arguments: [
        (
            "--k 5,2 --s 3 --component 2", 64,
            "--component is 2; the singular locus of (5,2;3) has components 1 to 1"
        ),
        ("--k 2,2 --s 3 --component 1", 64, "the singular locus of (2,2;3) has no components"),
        ("--k 5,2 --s 3 --format m2", 64, "--format m2 goes with --component"),
        ("--k 5,2 --s 3 --format svg", 64, "--format svg goes with --strata"),
        ("--k 5,2 --s 3 --component 1 --strata", 64, "--strata does not go with --component"),
        ("--k 5,2 --s 3 --strata --field ZZ/7", 64, "--field goes with --component"),
        ("--k 5,2", 64, "--s is missing"),
        (
            "--k 20,20,20,20,20,20 --s 2,2,2,2,2 --strata", 65,
            "the stratification has more than \(SingularStrata.mostStrata) strata"
        ),
        ("--k 90,90 --s 3 --component 1", 65, "generators; at most"),
        ("--k 100000,2 --s 2", 65, "the end-to-end filter has 100002 coefficients"),
        ("--k 100000,2 --s 2 --component 1", 65, "the end-to-end filter has 100002 coefficients"),
    ])
    func refusals(words: String, status: Int32, message: String) throws {
        let outcome = try run(("singular-locus " + words).split(separator: " ").map(String.init))
        #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome)")
        #expect(
            outcome.errors.contains(message) && outcome.errors.split(separator: "\n").count == 1, "\(outcome)"
        )
    }

    /// The picture of the article is what its command draws.
    @Test func picture() throws {
        let name = "Sources/Neurovariety/Neurovariety.docc/Resources/strata.svg"
        let file = Fixtures.folder.deletingLastPathComponent().appendingPathComponent(name)
        let drawn = try output("--k 7,3,2 --s 2,2 --strata --format svg")
        if Fixtures.isRecording { try Data(drawn.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == drawn)
    }

    /// Components are printed at the limit, without numbers of generators that are not counted.
    @Test func limit() throws {
        let words = "singular-locus --k 12000,2 --s 5 --format json --time-limit 0.2"
        let outcome = try run(words.split(separator: " ").map(String.init))
        #expect(outcome.status == 2, "\(outcome)")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let components = try #require(json["components"] as? [[String: Any]])
        #expect(components.count == 1 && components[0]["generators"] is NSNull)
        #expect(components[0]["filterSizes"] as? [Int] == [11_995, 3])
    }
}

/// Singular loci against those of Macaulay2: live for some, and what was recorded for all small architectures.
@Suite struct SingularLocusInMacaulay2Tests {
    private struct Comparison: Decodable {
        let filterSizes: [Int]
        let strides: [Int]
        let field: String
        let components: Int
        let milliseconds: Int?
        let areEqual: Bool?
    }

    private static func read(_ line: some StringProtocol) throws -> Comparison {
        try JSONDecoder().decode(Comparison.self, from: Data(line.utf8))
    }

    /// Every reduced architecture up to an end-to-end filter size of 12; what ended is equal.
    @Test func recordedComparisons() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Fixtures.path("singular-locus"))
            .filter { $0.hasSuffix(".jsonl") }
        #expect(!files.isEmpty)
        for file in files {
            let text = try String(contentsOfFile: Fixtures.path("singular-locus/\(file)"), encoding: .utf8)
            let comparisons = try text.split(separator: "\n").map { try Self.read($0) }
            for comparison in comparisons {
                let architecture = try Architecture(
                    filterSizes: comparison.filterSizes, strides: comparison.strides)
                #expect(comparison.areEqual != false, "\(architecture) over \(comparison.field)")
                #expect(
                    comparison.components == SingularLocus(architecture).components.count, "\(architecture)")
            }
            let modular = comparisons.filter { $0.field == "ZZ/32003" }
            #expect(
                try modular.map { try Architecture(filterSizes: $0.filterSizes, strides: $0.strides) }
                    == ReducedArchitectures.upTo(endToEndFilterSize: 12))
            #expect(modular.count { $0.areEqual == true } > 40)
            #expect(comparisons.count { $0.field == "QQ" && $0.areEqual == true } > 40)
        }
    }

    /// In a few seconds.
    @Test(
        .enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found"),
        arguments: [
            ("2,2", "2"), ("3,2", "2"), ("4,2", "2"), ("4,2", "3"), ("3,3", "2"), ("5,2", "3"), ("5,2", "2"),
            ("4,3", "2"), ("5,3", "2"), ("2,2,2", "2,2"), ("5,2", "4"), ("2,3", "3"),
        ])
    func live(sizes: String, strides: String) throws {
        let words = ["--k", sizes, "--s", strides]
        let scratch = try ScratchFolder()
        func write(_ words: [String], _ name: String) throws -> Int32 {
            try run(words + ["--format", "m2", "--out", scratch.path + "/" + name]).status
        }
        #expect(try write(["vanishing"] + words, "I.m2") == 0)
        let architecture = try Architecture(
            filterSizes: sizes.split(separator: ",").compactMap { Int($0) },
            strides: strides.split(separator: ",").compactMap { Int($0) })
        let components = SingularLocus(architecture).components
        for number in components.indices.map({ $0 + 1 }) {
            #expect(
                try write(["singular-locus"] + words + ["--component", "\(number)"], "P\(number).m2") == 0)
        }
        for macaulay2 in LiveMacaulay2.programs {
            let outcome = try LiveProgram.run(
                "env",
                [
                    "LIMIT=60", "SIZES=[\(sizes)]", "STRIDES=[\(strides)]", macaulay2.path, "--script",
                    Fixtures.path("singular-locus/compare.m2"),
                ], in: scratch)
            let line = try #require(outcome.output.split(separator: "\n").last, "\(outcome)")
            let comparison = try Self.read(line)
            #expect(comparison.areEqual == true && comparison.components == components.count, "\(outcome)")
        }
    }
}
