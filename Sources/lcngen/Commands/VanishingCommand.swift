import ExactAlgebra
import Exports
import Neurovariety
import Reports

enum VanishingCommand: Command {
    static let name = "vanishing"
    static let summary = "the vanishing ideal I of the neurovariety: the prime ideal itself"
    static let discussion = """
        One minor of a resultant matrix for each minimal nonface of the initial complex. They
        are a Gröbner basis (graded reverse lexicographic, w_0 > w_1 > …), so they generate I;
        that they do so minimally is observed, not proved. --reduced writes the reduced basis.
        --count gives the numbers by degree from the combinatorics alone, far beyond what can be written;
        --as minors names each minor by level, rows and columns instead of expanding it.
        --method linear-algebra finds I in degrees up to --max-degree from the parametrization
        alone, independently of the minors: elements of the reduced basis, each proved to vanish
        by substitution; that none is missing rests on ranks modulo a prime. For two layers it
        works with highest-weight vectors of SL_2, and --count gives dimensions of I too.
        The m2 format defines R = QQ[w_0..w_(K-1)] and the ideal I, to be loaded.
        The msolve format is a list of polynomials that Macaulay2's engine reads far faster
        (from 1.23; it is how the package LinearConvolutionalNetworks takes them over).
        """
    static let examples = [
        "vanishing --k 5,2 --s 3", "vanishing --k 8,8 --s 3 --format m2 --out I.m2",
        "vanishing --k 40,40 --s 3 --count --format json", "vanishing --k 5,2 --s 3 --as minors",
    ]
    static let options =
        Option.architecture + [
            Option(
                "method", "METHOD", choices: ["levels", "linear-algebra"], default: "levels",
                help: "minors, or linear algebra on the parametrization"),
            Option("max-degree", "D", help: "for linear-algebra, which needs it: the highest degree"),
            Option("count", help: "numbers of generators by degree only (formats text, json)"),
            Option("representation", help: "two layers: the generators as SL_2-modules (formats text, json)"),
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
        let isModules = arguments.has("representation")
        let isShort = arguments.has("count") || namesMinors || isModules
        if isShort, ![.text, .json].contains(format) {
            throw CommandFailure(
                .usage, "--count, --representation and --as minors go with --format text or json")
        }
        let flags = [arguments.has("count"), arguments.has("reduced"), namesMinors, isModules]
        guard flags.count(where: { $0 }) <= 1 else {
            throw CommandFailure(
                .usage, "--count, --reduced, --representation and --as minors exclude each other")
        }
        if arguments.string("method") == "linear-algebra" {
            guard !arguments.has("reduced"), !namesMinors, !isModules else {
                throw CommandFailure(.usage, "linear-algebra gives reduced elements, and nothing else")
            }
            return try runLinearAlgebra(architecture, format, arguments)
        }
        guard arguments.string("max-degree") == nil else {
            throw CommandFailure(.usage, "--max-degree goes with --method linear-algebra")
        }
        if arguments.has("count") {
            guard let counts = NonfaceCounts(architecture) else {
                throw IdealError.nonfacesNotCounted(architecture)
            }
            let report = GeneratorDegrees(architecture, byDegree: counts.bySize)
            try OutputSink.write(format == .json ? report.json.text : report.text, to: arguments.outputPath)
            return .agreed
        }
        let ideal = try PrimeIdeal(architecture)
        if isModules {
            guard let modules = try GeneratorModules(architecture) else {
                throw CommandFailure(.badInput, "--representation is for architectures of two layers")
            }
            let report = ModulesReport(modules)
            try OutputSink.write(format == .json ? report.json.text : report.text, to: arguments.outputPath)
            return .agreed
        }
        if namesMinors {
            let named = NamedMinors(ideal)
            try OutputSink.write(format == .json ? named.json.text : named.text, to: arguments.outputPath)
            return .agreed
        }
        let sink = try OutputSink(path: arguments.outputPath)
        let progress = Progress()
        if arguments.has("reduced") { progress.begin("reducing") }
        let generators =
            arguments.has("reduced") ? try IdealGenerators(architecture, .reduced) : IdealGenerators(ideal)
        try generators.checkFeasible()
        let file = IdealFile(generators, format: format, idealName: "I", provenance: arguments.provenance)
        try file.write(to: sink) { part, share in progress.show("writing \(part.name)", share: share) }
        progress.clear()
        try sink.finish()
        return .agreed
    }

    private static func runLinearAlgebra(
        _ architecture: Architecture, _ format: IdealFormat, _ arguments: Arguments
    ) throws -> ExitStatus {
        guard let degree = try arguments.int("max-degree", in: 1...LinearAlgebraIdeal.largestDegree) else {
            throw CommandFailure(.usage, "--method linear-algebra needs --max-degree")
        }
        try IdealGenerators.checkFilterSize(architecture)
        let sink = try OutputSink(path: arguments.outputPath)
        let progress = Progress()
        if arguments.has("count"),
            let ideal = HighestWeightIdeal.run(
                architecture, maxDegree: degree, progress: { progress.begin("\(architecture): degree \($0)") }
            )
        {
            progress.clear()
            let report = HighestWeightReport(ideal)
            try sink.write(format == .json ? report.json.text : report.text)
            try sink.finish()
            return .agreed
        }
        let ideal = try LinearAlgebraIdeal.run(
            architecture, maxDegree: degree, liftsElements: !arguments.has("count")
        ) { progress.begin("\(architecture): degree \($0)") }
        progress.clear()
        if arguments.has("count") {
            let report = LinearAlgebraReport(ideal)
            try sink.write(format == .json ? report.json.text : report.text)
        } else {
            let file = IdealFile(
                IdealGenerators(ideal), format: format, idealName: "I", provenance: arguments.provenance)
            try file.write(to: sink)
        }
        try sink.finish()
        return .agreed
    }
}
