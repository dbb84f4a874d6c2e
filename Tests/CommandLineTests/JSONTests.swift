import CrossValidation
import ExactAlgebra
import Exports
import Foundation
import Macaulay2
import Neurovariety
import Reports
import Studies
import TestSupport
import Testing

@testable import lcngen

/// A run that writes a document.
struct JSONCase: Sendable, CustomTestStringConvertible {
    /// Of its schema, in `fixtures/schema`.
    let name: String
    let words: [String]
    /// A question for jq, whose answer must not be false or null.
    let query: String

    init(_ name: String, _ line: String, _ query: String) {
        (self.name, self.query) = (name, query)
        words = line.replacing("FIXTURES", with: Fixtures.folder.path).split(separator: " ").map(String.init)
    }

    var testDescription: String { "\(name): \(words.joined(separator: " "))" }

    private static let replay = "--m2 FIXTURES/fake-m2/replays"

    static let all = [
        JSONCase(
            "info", "info --k 3,1,2 --s 2,2", ".endToEndFilterSize == 7 and .reduced.filterSizes == [3, 2]"),
        JSONCase("info", "info --k 40,40 --s 3", ".degree | type == \"string\""),
        JSONCase("ideal", "ideal --k 5,2 --s 3", "[.parts[].polynomials[]] | length > 4"),
        JSONCase("ideal", "ideal --k 4", ".parts == [] and .complete"),
        JSONCase("ideal", "ideal --k 5,2 --s 3 --max-minors 1", ".complete | not"),
        JSONCase("idealCounts", "ideal --k 3,2,2 --s 2,2 --count", ".total.minors > .parts.J1.terms / 100"),
        JSONCase("ideal", "vanishing --k 5,2 --s 3 --reduced", ".generators == \"reduced\""),
        JSONCase(
            "ideal", "vanishing --k 3,2,2 --s 2,2 --method linear-algebra --max-degree 3",
            "[.parts[].polynomials[][][0] | numbers] | length > 0"),
        JSONCase(
            "generatorDegrees", "vanishing --k 40,40 --s 3 --count", ".degrees[\"21\"] | type == \"string\""),
        JSONCase(
            "representation", "vanishing --k 5,5 --s 3 --representation",
            "[.representation[] | .generators == ([.summands[].generators] | add)] == [true, true]"),
        JSONCase(
            "ribbons", "vanishing --k 9,2 --s 3 --representation --by ribbon", ".ribbons[2].columns == [3, 2]"
        ),
        JSONCase(
            "modules", "vanishing --k 5,5 --s 3 --representation --by multidegree", ".modules[0].degree == 3"),
        JSONCase("minors", "vanishing --k 5,2 --s 3 --as minors", "[.minors[].level] | min > 0"),
        JSONCase(
            "linearAlgebraCounts", "vanishing --k 5,2 --s 3 --method linear-algebra --max-degree 3 --count",
            ".degrees[\"3\"] == 4"),
        JSONCase(
            "linearAlgebraCounts",
            "vanishing --k 3,2,2 --s 2,2 --method linear-algebra --max-degree 3 --count",
            ".reducedBasis[\"3\"] > 0"),
        JSONCase("hilbert", "hilbert --k 5,5 --s 3", ".degree == 70 and .hNumerator == [1, 8, 36, 40, -15]"),
        JSONCase(
            "hilbert", "hilbert --k 5,2 --s 3 --betti",
            "([.bettiTable[].value] == [1, 4, 1, 3, 2, 1]) and .depth == 5 and .extremalBettiNumbers[0].degree == 6"
        ),
        JSONCase(
            "hilbert", "hilbert --k 1900,1900 --s 3 --time-limit 0.01",
            ".dimension == 3799 and .hNumerator == null and .hilbertPolynomial == null"),
        JSONCase("eddegree", "eddegree --k 3,2 --s 2", ".dual == {dimension: 2, degree: 3, defect: 1}"),
        JSONCase(
            "hilbert", "hilbert --k 2,2 --s 9007199254740995",
            ".projectiveDimension == \"9007199254740994\" and .depth == 3"),
        JSONCase("certify", "certify --k 5,2 --s 3", ".verdict == \"proved\""),
        JSONCase(
            "singularLocus", "singular-locus --k 5,4,3 --s 2,3",
            "[.components[].reduced.filterSizes] == [[3, 5, 3], [5, 4]] and .components[1].generators[\"1\"] == 3"
        ),
        JSONCase("singularLocus", "singular-locus --k 3,2 --s 1", ".isSmoothAtZero and .codimension == null"),
        JSONCase(
            "singularLocus", "singular-locus --k 7,3,2 --s 2,2 --strata",
            ".strata as $all | ([$all[0].singularLocus[] | $all[.].filterSizes] | sort) == ([.components[].filterSizes] | sort)"
        ),
        JSONCase(
            "ideal", "singular-locus --k 5,2 --s 3 --component 1", ".filterSizes == [2, 3] and .complete"),
        JSONCase(
            "certify", "certify --k 3,2,2 --s 2,2 --minimal",
            ".minimality.verdict == \"proved\" and .minimality.degrees[1].minors == 10"),
        JSONCase("atlas", "atlas --max-K 6", "[.architectures[] | select(.isRadical)] | length > 2"),
        JSONCase("compare", "compare --k 2,2 --s 2 \(replay)", "all(.checks[]; .verdict.kind == \"agree\")"),
        JSONCase("examples", "examples \(replay)", "[.examples[].generators | length] == [1, 1, 5, 13]"),
        JSONCase(
            "table2", "table2 --columns 2,5 \(replay)", ".architectures[1].times.kernelPaper.seconds == 0.315"
        ),
        JSONCase("table3", "table3 --size 4", "[.architectures[] | select(.degree != .printed)] == []"),
        JSONCase(
            "figure1", "figure1 --k 2,3,4",
            ". as $all | .architectures[.architectures[0].mergesInto[0]].filterSizes | length == 2"),
        JSONCase(
            "eddegree", "eddegree --k 3,3 --compare-dense 3,3,1", ".strides == null and .dense.degree == 3"),
        JSONCase(
            "eddegree", "eddegree --k 3,2 --s 9007199254740993", ".strides == [\"9007199254740993\"]"),
        JSONCase("eddegree", "eddegree --k 3,1,2 --s 2,1", ".reduced.filterSizes == [3, 2]"),
        JSONCase(
            "criticalPoints", "critical-points --k 2,2 --s 2 --random", ".data.samples > 0 and .isComplete"),
        JSONCase(
            "criticalPoints", "critical-points --k 2,2,2 --s 1,2 --random",
            ".networkMinimum.point as $best | [.real[], .boundary[].real[]] | any(.label == $best)"),
        JSONCase(
            "criticalPoints",
            "critical-points --k 3,3 --s 2 --x FIXTURES/training/X.csv --y FIXTURES/training/Y.csv",
            ".data.x.file | endswith(\"X.csv\")"),
        JSONCase(
            "criticalPointsSweep", "critical-points --k 3,2 --s 2 --random --seeds 1..3",
            ".summary.real.problems == 3 and ([.problems[].seed] == [1, 2, 3]) and .isComplete"),
        JSONCase(
            "criticalPointsSweep", "critical-points --k 2,2,2 --s 1,2 --random --seeds 1..2",
            ".summary.networkMinima.problems == 2 and all(.problems[]; .network.boundary >= 0)"),
        JSONCase(
            "factor", "factor --k 2,2 --s 2 --filter 1,2,3,6",
            ".filters[0].networks[0].layers == [[\"1\", \"2\"], [\"1\", \"3\"]]"),
        JSONCase("factor", "factor --k 2,2 --s 2 --filter 1,2,3,7", ".filters[0].nearest | length == 2"),
        JSONCase(
            "factor", "factor --k 4,2,2 --s 2,2 --filter 4,-3,0,0,16,-12,0,0,0,0",
            ".filters[0].counts.complex == 3"),
        JSONCase(
            "factor", "factor --k 3 --filter-file FIXTURES/data/pandas.csv",
            ".data.filters == 2 and (.data.file.hasIndexColumn | type) == \"boolean\""),
        JSONCase(
            "benchIdeals", "bench kernel --native --squares 2,4",
            "[.works[].ways[0].generators] == [2, 36]"),
        JSONCase(
            "benchIdeals", "bench linear-algebra --native --squares 3",
            ".works[0].ways | map(.isAlike) == [true, true, false]"),
        JSONCase(
            "benchIdeals", "bench reading --squares 3 \(replay)", "[.works[].ideal] == [\"I\", \"lean J\"]"),
        JSONCase("benchFactor", "bench factor --native --sizes 8,20", ".works[0].sharedRoots | not"),
        JSONCase(
            "benchCritical", "bench critical --native --squares 2",
            ".works[0].certified == .works[0].expected"),
        JSONCase(
            "benchCritical", "bench critical --squares 2 \(replay)", "[.works[0].peers[].time] | length > 0"),
    ]

    func run(to file: String) throws -> Outcome {
        try CommandLineTests.run(
            words + ["--format", "json", "--out", file], environment: ["LCNGEN_M2": "/nonexistent/M2"])
    }
}

/// Documents are read by jq and by Python, and are what their schema says.
@Suite struct JSONTests {
    /// Each command that writes JSON is run.
    @Test func everyCommand() {
        let names = Main.commands.filter { command in
            command.options.flatMap { $0.options }.contains {
                $0.name == "format" && $0.choices.contains("json")
            }
        }.map { $0.name }
        // These are run below, with a results file.
        #expect(Set(names) == Set(JSONCase.all.map { $0.words[0] } + ["validate", "merge"]))
    }

    @Test(.enabled(if: LiveProgram.jq.isPresent, "no jq found"), arguments: JSONCase.all)
    func jq(document: JSONCase) throws {
        let scratch = try ScratchFolder()
        let outcome = try document.run(to: scratch.path + "/file")
        #expect([0, 2].contains(outcome.status), "\(outcome)")
        let answer = try ask(document.query, "file", in: scratch)
        #expect(answer.status == 0, "\(document.query): \(answer.output)")
        let command = try ask("-r", ".command", "file", in: scratch).output
        #expect(
            command.hasPrefix("lcngen \(document.words[0]) ")
                && command.hasSuffix(" --out \(scratch.path)/file\n"))
        #expect(try ask("-r", ".lcngen", "file", in: scratch).output == Main.version + "\n")
    }

    /// jq computes with doubles: what is beyond 2^53 survives as a string.
    @Test(.enabled(if: LiveProgram.jq.isPresent, "no jq found")) func largeNumbersSurvive() throws {
        let scratch = try ScratchFolder()
        let words = ["hilbert", "--k", "40,40", "--s", "3"]
        let text = try run(words).output
        let degree = try #require(text.firstMatch(of: /degree +(\d+)\n/)).1
        #expect(degree.count > 16)
        #expect(try run(words + ["--format", "json", "--out", scratch.path + "/file"]).status == 0)
        #expect(try ask("-r", ".degree", "file", in: scratch).output == degree + "\n")
        // As a number it would not be the same.
        let rounded = try ask("-r", ".degree | tonumber | . + 0", "file", in: scratch).output
        #expect(rounded != degree + "\n")
    }

    private func ask(_ words: String..., in folder: ScratchFolder) throws -> (status: Int32, output: String) {
        try LiveProgram.run(LiveProgram.jq.path ?? "jq", ["-e"] + words, in: folder)
    }

    /// All documents, and the results file of `validate`, against the schema; and what is damaged is refused by it.
    @Test(
        .enabled(if: LivePython.jsonSchema.isPresent, "no Python with jsonschema found"),
        arguments: LivePython.jsonSchema.programs)
    func schema(python: String) throws {
        let scratch = try ScratchFolder()
        var names: [String] = []
        for document in JSONCase.all {
            let outcome = try document.run(to: scratch.path + "/\(names.count)")
            #expect([0, 2].contains(outcome.status), "\(document): \(outcome)")
            names.append(document.name)
        }
        for (name, text) in try validations(in: scratch) + specialData(in: scratch) + sweeps(in: scratch)
            + benchmarks()
        {
            try scratch.write(text, to: "\(names.count)")
            names.append(name)
        }
        let outcome = try LiveProgram.run(python, [Fixtures.path("schema/check.py")] + names, in: scratch)
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.hasSuffix("\(names.count) documents, 3 lines\n"), "\(outcome.output)")
    }

    /// Leaves the results file.
    private func validations(in scratch: ScratchFolder) throws -> [(name: String, text: String)] {
        try scratch.write("2,2;2\n", to: "list")
        // The fake answers a part of the scripts only: Table 2 has times and failures.
        let words = [
            "validate", "--list", "list", "--m2", Fixtures.path("fake-m2/replays"), "--results", "results",
        ]
        let paper = try run(words + ["--paper", "--columns", "2"], folder: scratch.path)
        #expect(paper.status == 2, "\(paper)")
        let again = try run(words + ["--format", "json"], folder: scratch.path)
        #expect(again.status == 0, "\(again)")
        // Merged, it is the same document by another command; and a file of a shard.
        let merged = try run(["merge", "results", "--format", "json"], folder: scratch.path)
        #expect(merged.status == 0, "\(merged)")
        var parts = words
        parts[parts.count - 1] = "shard"
        #expect(try run(parts + ["--shard", "1/2"], folder: scratch.path).status == 0)
        return [
            ("validate", again.output), ("validate", merged.output),
            ("validate", try everyAnswerAndVerdict()),
        ]
    }

    private func everyAnswerAndVerdict() throws -> String {
        let witness = try Polynomial(terms: [([0, 3], 1), ([1, 2], -1)])
        let large = try #require(Integer("123456789012345678901234567890"))
        let answers: [Answer] = [
            .truth(false), .count(large), .polynomials(80), .monomials(0), .degrees([3: 80, 4: large]),
            .numbers([1, -2, large]), .lacksPolynomial(.native),
        ]
        var checks = answers.map { answer in
            Check(
                name: .jInI, statement: "one", native: Finding(answer: answer, basis: "so"),
                macaulay2: .of(true, basis: "seen", witness: witness))
        }
        checks += [
            Check(
                name: .jInI, statement: "two", native: .of(true, basis: "so"), macaulay2: .undecided("60 s")),
            Check(name: .jInI, statement: "three", native: .of(true, basis: "so"), macaulay2: nil),
            Check(
                name: .jInI, statement: "four", required: .truth(true),
                native: .of(false, basis: "so", witness: witness), macaulay2: nil),
        ]
        #expect(Set(checks.map(\.verdict.kind)) == Set(Verdict.Kind.allCases))
        let record = ValidationRecord(
            try Architecture(filterSizes: [2, 2], strides: [2]), checks: checks,
            times: Work.allCases.map { .init(work: $0, native: 0.5, macaulay2: nil) }, seconds: 1)
        let conditions = ValidationConditions(
            program: "lcngen", build: "b", macaulay2: "1.21", timeout: 0.5, memoryLimit: 100,
            strategy: MinorsStrategy.dynamic.rawValue)
        return written(
            ValidationReport(Validation(records: [record], conditions: conditions)), by: "validate")
    }

    /// Degenerate critical points.
    private func specialData(in scratch: ScratchFolder) throws -> [(name: String, text: String)] {
        let identity = (0..<5).map { row in (0..<5).map { $0 == row ? "1" : "0" }.joined(separator: ",") }
        try scratch.write(identity.joined(separator: "\n"), to: "x.csv")
        try scratch.write("1\n0\n0\n0\n1\n", to: "y.csv")
        let words = ["critical-points", "--k", "3,2", "--s", "2", "--x", "x.csv", "--y", "y.csv"]
        let outcome = try run(words + ["--format", "json"], folder: scratch.path)
        #expect(outcome.status == 2 && outcome.output.contains("\"dimension\": 0"), "\(outcome)")
        return [("criticalPoints", outcome.output)]
    }

    /// Data sets, one of which makes no problem; leaves the journal of a part.
    private func sweeps(in scratch: ScratchFolder) throws -> [(name: String, text: String)] {
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/data", withIntermediateDirectories: false)
        try scratch.write("1.5,0,1,0\n0,1,0,2\n0,1,1,1\n1,1,0,1\n", to: "data/a.csv")
        try scratch.write("1.5,0,0,0\n1,0,0,2\n", to: "data/b.csv")
        let words = ["critical-points", "--k", "2,2", "--s", "1", "--data-folder", "data"]
        let outcome = try run(words + ["--format", "json"], folder: scratch.path)
        #expect(outcome.status == 2 && outcome.output.contains("\"missing\": "), "\(outcome)")
        let part = try run(words + ["--shard", "1/1", "--journal", "sweep"], folder: scratch.path)
        #expect(part.status == 2, "\(part)")
        let merged = try run(["merge", "sweep", "--format", "json"], folder: scratch.path)
        #expect(merged.status == 2, "\(merged)")
        return [("criticalPointsSweep", outcome.output), ("criticalPointsSweep", merged.output)]
    }

    /// With a Singular that disagrees; minors, of which the command takes minutes, a small run; and the reference runs.
    private func benchmarks() throws -> [(name: String, text: String)] {
        let programs = try ScratchFolder()
        let fake = try String(contentsOfFile: Fixtures.path("fake-singular/divides"), encoding: .utf8)
        _ = try programs.program(named: "Singular", fake)
        let factor = try run(
            ["bench", "factor", "--sizes", "8", "--format", "json"],
            environment: ["PATH": programs.path + ":/usr/bin:/bin"])
        #expect(factor.status == 1, "\(factor)")
        let options = MinorsBenchmark.Options(
            macaulay2: nil, singular: nil, limits: RunLimits(seconds: 60), includesLargest: false,
            provenance: .test, sizes: 2...4, probeMegabytes: 2)
        var begun: MinorsBenchmark?
        let minors = MinorsBenchmarkReport(
            try MinorsBenchmark.run(options, told: { begun = begun ?? $0 }))
        let stopped = StoppedReport(MinorsBenchmarkReport(try #require(begun)))
        return [
            ("benchFactor", factor.output), ("benchMinors", written(minors, by: "bench minors")),
            ("benchMinors", written(stopped, by: "bench minors")),
        ] + (try ReferenceRun.all().map { ($0.definition, $0.text) })
    }

    private func written(_ report: some Report, by command: String) -> String {
        report.rendered(
            .json, by: Provenance(toolVersion: "lcngen \(Main.version)", command: "lcngen \(command)"))
    }

    /// The words that the schema allows are those that there are.
    @Test func wordsOfTheSchema() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: Fixtures.path("schema/lcngen.schema.json")))
        let schema = try JSONDecoder().decode(JSONValue.self, from: data)
        func words(_ path: String...) -> Set<String> {
            var value: JSONValue? = schema
            for name in ["$defs"] + path {
                guard case .object(let members)? = value else { return [] }
                value = members.first { $0.0 == name }?.1
            }
            switch value {
            case .array(let names)?:
                return Set(names.compactMap { if case .string(let name) = $0 { name } else { nil } })
            case .object(let members)?: return Set(members.map(\.0))
            default: return []
            }
        }
        #expect(words("checkName", "enum") == Set(CheckName.allCases.map(\.rawValue)))
        #expect(words("timePair", "properties", "work", "enum") == Set(Work.allCases.map(\.rawValue)))
        #expect(
            words("conditions", "properties", "strategy", "enum")
                == Set(MinorsStrategy.allCases.map(\.rawValue)))
        #expect(
            words("ideal", "properties", "generators", "enum") == Set(GeneratorSet.allCases.map(\.rawValue)))
        #expect(
            words("table2", "properties", "architectures", "items", "properties", "times", "properties")
                == Set(Table2Column.Row.allCases.map(\.rawValue) + ["kernelPaper", "idealPaper"]))
    }
}
