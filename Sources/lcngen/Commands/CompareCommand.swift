import CrossValidation
import Macaulay2
import Reports

enum CompareCommand: Command {
    static let name = "compare"
    static let summary = "hold the native results for an architecture against Macaulay2"
    static let discussion = """
        Runs Macaulay2 on generated scripts and compares, check by check: the minors
        themselves, read back and compared one by one; J ⊆ I; I ⊆ √J generator by generator;
        codimensions; whether J is radical; lean J = J; 𝔓 = I; the minimal generators; normal
        forms, leading monomials and Hilbert series; and, where it is small, the number of
        critical points of a random training problem over ZZ/32003. Ends with status 0 if all agree, 1 if one disagrees, 2 if a limit left one undecided.
        """
    static let examples = ["compare --k 5,2 --s 3", "compare --k 3,2,2 --s 2,2 --format json"]
    static let options =
        Option.architecture + [
            Option(
                "strategy", "NAME", choices: MinorsStrategy.allCases.map(\.rawValue),
                default: "Macaulay2's own", help: "how Macaulay2 computes minors"),
            Option("radical", help: "also call Macaulay2's radical (slow, and it has known bugs)"),
            .format(ReportFormat.allCases.map(\.rawValue), default: "text"),
            .out,
        ] + Option.macaulay2

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let architecture = try arguments.architecture()
        let options = ArchitectureComparison.Options(
            strategy: arguments.string("strategy").flatMap { MinorsStrategy(rawValue: $0) },
            checksRadical: arguments.has("radical"))
        let session = try arguments.macaulay2()
        let sink = try OutputSink(path: arguments.outputPath)
        let progress = Progress()
        let comparison = try ArchitectureComparison.run(architecture, session: session, options: options) {
            progress.begin($0)
        }
        progress.clear()
        try sink.write(ComparisonReport(comparison).rendered(arguments.choice("format", default: .text)))
        try sink.finish()
        return ExitStatus(comparison.overall)
    }
}

extension ExitStatus {
    init(_ verdict: Verdict) {
        switch verdict {
        case .agrees: self = .agreed
        case .disagrees: self = .disagreed
        case .undecided: self = .undecided
        }
    }
}
