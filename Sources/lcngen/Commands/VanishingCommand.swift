import ExactAlgebra
import Neurovariety
import Reports

enum VanishingCommand: Command {
    static let name = "vanishing"
    static let summary = "the vanishing ideal I of the neurovariety: the prime ideal itself"
    static let discussion = """
        One minor of a resultant matrix for each minimal nonface of the initial complex. They
        are a Gröbner basis (graded reverse lexicographic, w_0 > w_1 > …), so they generate I;
        that they do so minimally is observed, not proved. --reduced writes the reduced basis.
        --count gives the numbers by degree from the combinatorics alone, at any size;
        --as minors names each minor by level, rows and columns instead of expanding it.
        The m2 format defines R = QQ[w_0..w_(K-1)] and the ideal I, to be loaded.
        """
    static let examples = [
        "vanishing --k 5,2 --s 3", "vanishing --k 8,8 --s 3 --format m2 --out I.m2",
        "vanishing --k 40,40 --s 3 --count --format json", "vanishing --k 5,2 --s 3 --as minors",
    ]
    static let options =
        Option.architecture + [
            Option("count", help: "numbers of generators by degree only (formats text, json)"),
            Option("reduced", help: "the reduced Gröbner basis"),
            Option(
                "as", "FORM", choices: ["polynomials", "minors"], default: "polynomials",
                help: "polynomials, or the names of the minors (formats text, json)"),
            .format(IdealFormat.allCases.map(\.rawValue), default: "text"),
            .out,
        ]

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let architecture = try arguments.architecture()
        let format: IdealFormat = arguments.choice("format", default: .text)
        let namesMinors = arguments.string("as") == "minors"
        let isShort = arguments.has("count") || namesMinors
        if isShort, ![.text, .json].contains(format) {
            throw CommandFailure(.usage, "--count and --as minors go with --format text or json")
        }
        let flags = [arguments.has("count"), arguments.has("reduced"), namesMinors]
        guard flags.count(where: { $0 }) <= 1 else {
            throw CommandFailure(.usage, "--count, --reduced and --as minors exclude each other")
        }
        if arguments.has("count") {
            guard let counts = NonfaceCounts(architecture) else {
                throw CommandFailure(.badInput, "\(architecture) has too many layers to count generators")
            }
            let report = GeneratorDegrees(architecture, byDegree: counts.bySize)
            try OutputSink.write(format == .json ? report.json.text : report.text, to: arguments.outputPath)
            return .agreed
        }
        try checkSize(architecture)
        if namesMinors {
            let named = NamedMinors(architecture)
            try OutputSink.write(format == .json ? named.json.text : named.text, to: arguments.outputPath)
            return .agreed
        }
        let sink = try OutputSink(path: arguments.outputPath)
        let progress = Progress()
        if arguments.has("reduced") { progress.begin("reducing") }
        let generators = try IdealGenerators(architecture, arguments.has("reduced") ? .reduced : .minimal)
        try generators.checkFeasible()
        let file = IdealFile(generators, format: format, idealName: "I", provenance: arguments.provenance)
        try file.write(to: sink) { part, share in progress.show("writing \(part.name)", share: share) }
        progress.clear()
        try sink.finish()
        return .agreed
    }

    /// Refuses from the count what would not fit in memory.
    static func checkSize(_ architecture: Architecture) throws {
        let limit = 5_000_000
        guard let counts = NonfaceCounts(architecture) else { return }
        let total = counts.bySize.values.reduce(.zero, +)
        guard total <= Integer(limit) else {
            throw CommandFailure(
                .badInput,
                "\(architecture) has \(total) generators; at most \(limit) are written down (--count counts them)"
            )
        }
    }
}
