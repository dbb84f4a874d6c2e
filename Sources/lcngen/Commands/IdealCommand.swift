import ExactAlgebra
import Exports
import Neurovariety
import Reports
import Studies

enum IdealCommand: Command {
    static let name = "ideal"
    static let summary = "generators of the ideal J, or of the prime ideal, computed natively"
    static let discussion = """
        The generator sets:
          paper    J = J0 + J1 + J2 exactly as in Corollary 3.7; more layers by Algorithm 1
                   without radicals (Remark 3.10)
          lean     the same ideal with fewer generators: J2 from the forms of top degree only
          levels   the minors of all levels: the prime ideal
          lean-levels  the same ideal, its top level from the forms of top degree only
          minimal  one minor for each minimal nonface of the initial complex: the prime
                   ideal by a Gröbner basis (graded reverse lexicographic, w_0 > w_1 > …)
          reduced  the reduced Gröbner basis of that ideal
          trimmed  a minimal generating set of J, chosen among the minors of paper by ranks
                   modulo 2^28 - 57
        Minors come in lexicographic order of rows, then colexicographic order of columns;
        zero minors are left out. --rows and --columns (from 0) take the minors on these rows
        and columns of the matrix of one part, --max-minors the first nonzero ones. --count expands everything and prints numbers only.
        The m2 format defines R = QQ[w_0..w_(K-1)] and the ideal J, to be loaded.
        The msolve format is a list of polynomials that Macaulay2's engine reads far faster
        (from 1.23; it is how the package LinearConvolutionalNetworks takes them over).
        """
    static let examples = [
        "ideal --k 5,2 --s 3", "ideal --k 7,7 --s 3 --count",
        "ideal --k 8,8 --s 3 --generators minimal --format m2 --out P.m2",
    ]
    static let options =
        Option.architecture + [
            Option(
                "generators", "SET", choices: GeneratorSet.allCases.map(\.rawValue), default: "paper",
                help: "which generators"),
            Option("part", "NAME", help: "one part only: J0, J1, J2, lean, level9, degree4, …"),
            Option("rows", "N,N,…", help: "minors on these rows only"),
            Option("columns", "N,N,…", help: "minors on these columns only"),
            Option("max-minors", "N", help: "the first N nonzero minors only"),
            Option("count", help: "numbers of minors, nonzero ones and terms only (formats text, json)"),
            .format(IdealFormat.allCases.map(\.rawValue), default: "text"),
            .out,
        ]

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let set: GeneratorSet = arguments.choice("generators", default: .paper)
        let format: IdealFormat = arguments.choice("format", default: .text)
        if arguments.has("count"), ![.text, .json].contains(format) {
            throw CommandFailure(.usage, "--count goes with --format text or json")
        }
        let rows = try arguments.ints("rows")
        let columns = try arguments.ints("columns")
        let limit = try arguments.int("max-minors", in: 1...Int.max)
        if limit != nil, arguments.has("count") {
            throw CommandFailure(.usage, "--max-minors does not go with --count")
        }
        let all = try IdealGenerators(arguments.architecture(), set)
        let generators = try all.selecting(
            MinorSelection(
                rows: rows, columns: columns, limit: limit,
                part: arguments.string("part").map { try all.partName($0) }))
        try generators.checkFeasible()
        let sink = try OutputSink(path: arguments.outputPath)
        let progress = Progress()
        if arguments.has("count") {
            let counts = try IdealCounts(generators) { progress.begin("expanding \($0.name)") }
            progress.clear()
            let report = IdealCountsReport(counts)
            try sink.write(format == .json ? report.json.text : report.text)
        } else {
            let file = IdealFile(
                generators, format: format, idealName: "J", provenance: arguments.provenance)
            try file.write(to: sink) { part, share in progress.show("writing \(part.name)", share: share) }
            progress.clear()
        }
        try sink.finish()
        return .agreed
    }
}
