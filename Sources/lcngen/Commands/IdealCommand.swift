import ExactAlgebra
import Neurovariety
import Reports

enum IdealCommand: Command {
    static let name = "ideal"
    static let summary = "generators of the ideal J, or of the prime ideal, computed natively"
    static let discussion = """
        The generator sets:
          paper    J = J0 + J1 + J2 exactly as in Corollary 3.7; more layers by Algorithm 1
                   without radicals (Remark 3.10)
          lean     the same ideal with fewer generators: J2 from the forms of top degree only
          levels   the minors of all levels: the prime ideal
          minimal  one minor for each minimal nonface of the initial complex: the prime
                   ideal by a Gröbner basis (graded reverse lexicographic, w_0 > w_1 > …)
        Minors come in lexicographic order of rows, then colexicographic order of columns;
        zero minors are left out. --count expands everything and prints numbers only.
        The m2 format defines R = QQ[w_0..w_(K-1)] and the ideal J, to be loaded.
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
        let generators = try IdealGenerators(arguments.architecture(), set)
        try generators.checkFeasible()
        let sink = try OutputSink(path: arguments.outputPath)
        let progress = Progress()
        if arguments.has("count") {
            let counts = try IdealCounts(generators) { progress.begin("expanding \($0.name)") }
            progress.clear()
            try sink.write(format == .json ? try JSON.text(counts) : counts.text)
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
