import Foundation
import TestSupport
import Testing

@testable import lcngen

/// Tables as CSV, read by Python.
@Suite struct CSVTests {
    private static let replay = "--m2 \(Fixtures.path("fake-m2/replays"))"
    private static let architecture = "filter_sizes strides"

    /// A command line, and the fields that have words or lists; all others are numbers.
    private static let cases: [(line: String, words: String)] = [
        ("ideal --k 3,2,2 --s 2,2 --count", "part piece_filter_sizes"),
        ("vanishing --k 40,40 --s 3 --count", ""),
        ("vanishing --k 5,5 --s 3 --representation", "table top low highest_weights multiplicities"),
        (
            "vanishing --k 9,2 --s 3 --representation --by ribbon",
            "columns outer inner top low weight multiplicity"
        ),
        (
            "vanishing --k 5,5 --s 3 --representation --by multidegree",
            "multidegree highest_weights multiplicities"
        ),
        ("vanishing --k 5,2 --s 3 --as minors", "leading_monomial row_forms row_shifts columns"),
        ("vanishing --k 5,2 --s 3 --method linear-algebra --max-degree 3 --count", ""),
        ("vanishing --k 3,2,2 --s 2,2 --method linear-algebra --max-degree 3 --count", ""),
        (
            "singular-locus --k 5,4,3 --s 2,3",
            "\(architecture) reduced_filter_sizes reduced_strides"
        ),
        (
            "singular-locus --k 5,4,3 --s 2,3 --strata",
            "\(architecture) reduced_filter_sizes reduced_strides singular_locus contains"
        ),
        (
            "atlas --max-K 6",
            "\(architecture) generators minimality h_numerator J_radical basis depth cohen_macaulay regularity extremal_betti "
                + "arithmetic_genus geometric_genus dual_dimension dual_degree"
        ),
        ("compare --k 2,2 --s 2 \(replay)", "table name check verdict reason native macaulay2 basis work"),
        ("examples \(replay)", "table \(architecture) name check verdict reason the_paper native macaulay2"),
        ("table2 --columns 2,5 \(replay)", "\(architecture) row missing"), ("table3 --size 4", ""),
        ("validate --list list --results results \(replay)", architecture),
        // The file that the line before has left.
        ("merge results", architecture),
        (
            "factor --k 2,2 --s 1 --filter-file filters", "verdict in_neurovariety in_neuromanifold precision"
        ),
        ("bench kernel --native --squares 3", "\(architecture) ideal way missing"),
        ("bench linear-algebra --native --squares 3", "\(architecture) ideal way missing"),
        ("bench reading --squares 3 \(replay)", "\(architecture) ideal way missing times_native"),
        ("bench factor --native --sizes 8", "\(architecture) shared_roots program missing"),
        ("bench critical --native --squares 2", "\(architecture) program missing"),
        (
            "critical-points --k 2,2,2 --s 1,2 --random",
            "number roots status real attained kind filters network_layers layers layer_radii end_to_end_filter filter_radii"
        ),
        (
            "critical-points --k 2,2,2 --s 1,2 --random --seeds 1..3",
            "real_by_morse_index minimum_proved minimum_on_boundary complete missing"
        ),
    ]

    @Test func everyCommand() {
        let names = Main.commands.filter { command in
            command.options.flatMap { $0.options }.contains {
                $0.name == "format" && $0.choices.contains("csv")
            }
        }.map { $0.name }
        #expect(
            Set(names) == Set(Self.cases.compactMap { $0.line.split(separator: " ").first.map(String.init) }))
    }

    /// What prints a table has it as CSV.
    @Test(arguments: JSONCase.all) func everyTable(document: JSONCase) throws {
        let none = ["LCNGEN_M2": "/nonexistent/M2"]
        guard try run(document.words, environment: none).output.contains("───") else { return }
        let outcome = try run(document.words + ["--format", "csv"], environment: none)
        #expect([0, 2].contains(outcome.status) && outcome.output.contains("\n"), "\(outcome)")
    }

    private static let reader = """
        import csv, re, sys
        number = re.compile(r"-?[0-9]+(\\.[0-9]+)?(e[-+]?[0-9]+)?")
        words = set(sys.argv[1].split())
        rows = list(csv.reader(sys.stdin, strict=True))
        names, lines = rows[0], rows[1:]
        assert lines and len(set(names)) == len(names) and all(names), names
        assert words <= set(names), words - set(names)
        for line in lines:
            assert len(line) == len(names), line
            for name, field in zip(names, line):
                assert name in words or not field or number.fullmatch(field), (name, field)
        for name, column in zip(names, zip(*lines)):
            assert name in words or name == "beyond_seconds" or any(column), name
        print(len(lines))

        """

    /// The same number of fields in each line, and numbers that Python reads as such.
    @Test(
        .enabled(if: LivePython.jsonSchema.isPresent, "no Python with jsonschema found"),
        arguments: LivePython.jsonSchema.programs)
    func readByPython(python: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write("2,2;2\n3,2;2\n", to: "list")
        try scratch.write("1,3,2\n0.1,0.2,0.1\n1,0,1\n0,0,0\n", to: "filters")
        try scratch.write(Self.reader, to: "reader.py")
        for (line, words) in Self.cases {
            let command = line.split(separator: " ").map(String.init)
            let outcome = try run(
                command + ["--format", "csv", "--out", scratch.path + "/file.csv"], folder: scratch.path)
            #expect([0, 2].contains(outcome.status), "\(outcome)")
            let answer = try LiveProgram.run(
                "sh", ["-c", "\"$0\" reader.py \"$1\" < file.csv", python, words], in: scratch)
            #expect(answer.status == 0, "\(line): \(answer.output)")
        }
    }
}
