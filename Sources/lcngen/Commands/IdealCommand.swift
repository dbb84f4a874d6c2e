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
                   modulo \(EliminationField.name)
        Minors come in lexicographic order of rows, then colexicographic order of columns;
        zero minors are left out. --rows and --columns (from 0) take the minors on these rows
        and columns of the matrix of one part, --max-minors the first nonzero ones. --count expands everything and prints numbers only.

        \(formats)
        """
    /// What is to be known of the file formats, here and of `vanishing`.
    static let formats = """
        m2 and singular define a ring R with variables w_0, … or w(0), … and the ideal: J, or I
        where the generators are those of the prime ideal; JSelection, ISelection or
        IUpToDegreeD where some may be left out; then "complete" is false in JSON.
        m2-engine is a list of polynomials that Macaulay2's engine reads far faster (from 1.23;
        it is how the package LinearConvolutionalNetworks takes them over).
        msolve is for the program of that name, which takes no comments, and no zero ideal (65).
        latex is for \\input in a document and needs no packages.
        """
    static let examples = [
        "ideal --k 5,2 --s 3", "ideal --k 7,7 --s 3 --count",
        "ideal --k 8,8 --s 3 --generators minimal --format m2 --out I.m2",
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
    static let format = Shared.format(IdealFormat.allCases, default: .text)

    /// What is written of the generators.
    enum Task {
        case numbers(ReportFormat)
        case file(IdealFormat)
    }

    static let task = Combination("task") { arguments -> Task in
        guard arguments[counts] else { return .file(arguments[format]) }
        guard let format = ReportFormat(arguments[format]) else {
            throw CommandFailure(.usage, "no numbers in this format")
        }
        return .numbers(format)
    }
    static let rules = [
        counts.given.goes(with: format.is(.text, .json)), mostMinors.given.doesNotGo(with: counts.given),
        Shared.wide.given.goes(with: counts.given), Shared.wide.given.goes(with: format.is(.text)),
    ]
    static let options: [any Parameter] = [
        Shared.architecture, set, part, rows, columns, mostMinors, counts, format, task, Shared.out,
        Shared.wide,
    ]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        switch arguments[task] {
        case .numbers(let format):
            frame.progress.begin("finding generators")
            let counts = try IdealCounts {
                try generators(arguments)
            } willCount: {
                frame.progress.begin("expanding \($0.name)")
            }
            try frame.write(IdealCountsReport(counts), as: format)
        case .file(let format):
            try frame.write(
                IdealFile(try generators(arguments), format: format, provenance: frame.provenance))
        }
        return .agreed
    }

    /// Those that were asked for; refused before they are expanded if they are too many.
    private static func generators(_ arguments: Arguments) throws -> IdealGenerators {
        let all = try IdealGenerators(arguments[Shared.architecture], arguments[set])
        let generators = try all.selecting(
            MinorSelection(
                rows: arguments[rows], columns: arguments[columns], limit: arguments[mostMinors],
                part: arguments[part].map { try all.partName($0) }))
        try generators.checkFeasible()
        return generators
    }
}

extension ReportFormat {
    /// The format of the same name among those of numbers; nil for files of polynomials only.
    init?(_ format: IdealFormat) {
        switch format {
        case .text: self = .text
        case .json: self = .json
        default: return nil
        }
    }
}
