import ExactAlgebra
import ChildProcesses
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
                   modulo \(EliminationField.name)
        Minors come in lexicographic order of rows, then colexicographic order of columns;
        zero minors are left out. --rows and --columns (from 0) take the minors on these rows
        and columns of the matrix of one part, --max-minors the first nonzero ones. --count expands everything and prints numbers only.
        What would not fit the memory is refused before it is expanded (65), and what takes
        longer than 3 s is announced, both by an estimate from some minors taken at random. At
        --time-limit and at Ctrl-C --count prints the parts that are counted.

        \(formats)
        """
    /// What is to be known of the file formats, here and of `vanishing`.
    static let formats = """
        m2, singular, sage, oscar and magma define a ring R with variables w_0, … (in Singular
        w(0), …) and the ideal: J, or I where the generators are those of the prime ideal;
        JSelection, ISelection or IUpToDegreeD where some may be left out; then "complete" is
        false in JSON.
        m2-engine is a list of polynomials that Macaulay2's engine reads far faster (from 1.23;
        it is how the package LinearConvolutionalNetworks takes them over).
        msolve is for the program of that name, which takes no comments, and no zero ideal (65).
        latex is for \\input in a document and needs no packages.
        csv is for numbers and names, not for polynomials.
        --field ZZ/p takes the same generators modulo p, without what becomes zero; J and I are
        what they generate there. minimal and reduced are Gröbner bases there too: leading
        coefficients are 1 or -1. That lean generates what paper does is proved.
        trimmed and linear-algebra are for QQ only. --order changes the ring and the order of
        terms, and never the generators: minimal is a Gröbner basis in grevlex only, and reduced
        is refused in other orders; msolve and m2-engine have grevlex only. --variables x stands
        for x_0, …; a list has a name for each: a letter, or a Greek one (theta), with digits
        behind or without. R, I and J are taken where a file defines them, lambda is in Sage,
        and the reader of m2-engine mistakes Greek ones.
        """
    static let examples = [
        "ideal --k 5,2 --s 3", "ideal --k 7,7 --s 3 --count",
        "ideal --k 8,8 --s 3 --generators minimal --format m2 --out I.m2",
        "ideal --k 5,2 --s 3 --format sage --field ZZ/32003 --order lex --variables x",
    ]
    static let set = Option(
        "generators", "SET", .choice, default: GeneratorSet.paper, help: "which generators")
    static let part = Option(
        "part", "NAME", .text, help: "one part only: J0, J1, J2, lean, level9, degree4, …")
    static let rows = Option("rows", "N,N,…", .ints, help: "minors on these rows only")
    static let columns = Option("columns", "N,N,…", .ints, help: "minors on these columns only")
    static let mostMinors = Option(
        "max-minors", "N", .int(1...Int.max), help: "the first N nonzero minors only")
    static let counts = Option(
        "count", help: "numbers of minors, nonzero ones and terms only")
    static let format = Shared.format(GeneratorFormat.all, default: .text)

    /// What is written of the generators.
    enum Task {
        case numbers(ReportFormat)
        case file(IdealFormat, RingDescription)
    }

    static let task = Combination("task") { arguments -> Task in
        guard arguments[counts] else {
            return .file(try arguments[format].ofPolynomials(), arguments[RingOptions.ring])
        }
        guard let format = arguments[format].ofNumbers else {
            throw CommandFailure(.usage, "no numbers in this format")
        }
        return .numbers(format)
    }
    static let rules = [
        counts.given.goes(with: format.is(.text, .json, .csv)), format.is(.csv).goes(with: counts.given),
        mostMinors.given.doesNotGo(with: counts.given),
        Shared.wide.given.goes(with: counts.given), Shared.wide.given.goes(with: format.is(.text)),
        RingOptions.field.given.doesNotGo(with: counts.given),
        RingOptions.order.given.doesNotGo(with: counts.given),
        RingOptions.variables.given.doesNotGo(with: counts.given),
    ]
    static let options: [any Parameter] = [
        Shared.architecture, set, part, rows, columns, mostMinors, counts, Shared.timeLimit, format,
        RingOptions.ring, task,
        Shared.out, Shared.wide,
    ]

    /// Generators that are found by expanding them are counted as soon as they are found.
    static func whenStopped(_ arguments: Arguments) -> String? {
        guard arguments[counts], arguments[set] != .reduced else { return nil }
        return "what was counted is printed"
    }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        switch arguments[task] {
        case .numbers(let format) where arguments[set] == .trimmed:
            return try countTrimmed(arguments, format, frame)
        case .numbers(let format):
            frame.progress.begin("finding generators")
            let counts = try IdealCounts {
                try generators(arguments, frame)
            } willCount: {
                try frame.announce(arguments[Shared.architecture], expansionOf: $0)
            } shouldStop: {
                Interruption.isRequested
            } progress: { [progress = frame.progress] part, share in
                progress.show("expanding \(part.name)", share: share)
            }
            try frame.write(IdealCountsReport(counts), as: format)
            return counts.total == nil ? .stopped : .agreed
        case .file(let format, let ring):
            try IdealFile.check(arguments[set], arguments[Shared.architecture], format: format, ring: ring)
            let generators = try generators(arguments, frame)
            try frame.announce(arguments[Shared.architecture], expansionOf: generators)
            try frame.write(
                IdealFile(generators, format: format, ring: ring, provenance: frame.provenance))
            return .agreed
        }
    }

    /// Degree by degree.
    private static func countTrimmed(
        _ arguments: Arguments, _ format: ReportFormat, _ frame: Frame
    ) throws -> ExitStatus {
        let architecture = arguments[Shared.architecture]
        try frame.announce(architecture, expansionOf: IdealGenerators(architecture, .paper))
        let start = ContinuousClock.now
        let (found, isDone) = try frame.untilStopped { (work: LeavableWork<IdealCounts.Found>) in
            _ = try IdealGenerators(trimming: architecture) { stage in
                work.say { $0.tell(stage) }
                if case .chosen(let generators, let openDegrees) = stage {
                    work.tell(.init(generators: generators, openDegrees: openDegrees))
                }
            }
        }
        guard var found else { throw CommandFailure(.stopped, "stopped before a degree was done") }
        found.generators = try selected(found.generators, arguments)
        let counts = try IdealCounts(found, seconds: (ContinuousClock.now - start).inSeconds)
        try frame.write(IdealCountsReport(counts), as: format)
        return isDone ? .agreed : .stopped
    }

    /// Those that were asked for; refused before they are expanded if they are too many.
    private static func generators(_ arguments: Arguments, _ frame: Frame) throws -> IdealGenerators {
        let architecture = arguments[Shared.architecture]
        let all: IdealGenerators
        // Some are expanded to be found.
        switch arguments[set] {
        case .reduced:
            let ideal = try PrimeIdeal(architecture)
            try frame.announce(architecture, expansionOf: IdealGenerators(ideal))
            all = try IdealGenerators(reducing: ideal) { [notes = frame.notes] in notes.show($0, share: $1) }
        case .trimmed:
            try frame.announce(architecture, expansionOf: IdealGenerators(architecture, .paper))
            all = try IdealGenerators(trimming: architecture) { [notes = frame.notes] in notes.tell($0) }
        case .paper, .lean, .levels, .leanLevels, .minimal:
            all = try IdealGenerators(architecture, arguments[set])
        }
        let generators = try selected(all, arguments)
        try generators.checkFeasible()
        return generators
    }

    private static func selected(
        _ all: IdealGenerators, _ arguments: Arguments
    ) throws -> IdealGenerators {
        try all.selecting(
            MinorSelection(
                rows: arguments[rows], columns: arguments[columns], limit: arguments[mostMinors],
                part: arguments[part].map { try all.partName($0) }))
    }
}
