import CrossValidation
import Macaulay2
import Reports

enum CompareCommand: Command {
    static let name = "compare"
    static let summary = "hold the native results for an architecture against Macaulay2"
    static let discussion = """
        Runs Macaulay2 on generated scripts and compares, check by check: the minors
        themselves, read back and compared one by one; J ⊆ I; I ⊆ √J;
        codimensions; whether J is radical; lean J = J; whether the minors of all levels generate
        I; the minimal generators; normal forms, leading monomials and Hilbert series; and, where
        it is small, the number of critical points of a random training problem over ZZ/32003.
        CSV has checks and times below each other; the first field names the table.
        Ends with status 0 if all agree, 1 if one disagrees, 2 if a limit left one undecided. At
        --time-limit and at Ctrl-C what is known is printed.
        """
    static let examples = ["compare --k 5,2 --s 3", "compare --k 3,2,2 --s 2,2 --format json"]
    static let format = Shared.format(ComparisonReport.formats)
    static let rules = [Shared.wide.given.goes(with: format.is(.text))]
    static let options: [any Parameter] = [
        Shared.architecture, Shared.strategy, Shared.radical, Shared.timeLimit, format, Shared.out,
        Shared.wide,
        Shared.macaulay2,
    ]

    static func whenStopped(_ arguments: Arguments) -> String? { "what is known is printed" }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let architecture = arguments[Shared.architecture]
        let session = try arguments[Shared.macaulay2].session(frame.provenance)
        let options = ArchitectureComparison.Options(
            strategy: arguments[Shared.strategy], checksRadical: arguments[Shared.radical])
        let (found, isDone) = try frame.untilStopped(runsPrograms: true) {
            (work: LeavableWork<ArchitectureComparison>) in
            work.tell(
                try ArchitectureComparison.run(architecture, session: session, options: options) {
                    work.tell($0)
                } progress: {
                    work.begin($0)
                })
        }
        guard let comparison = found else {
            throw CommandFailure(.stopped, "stopped before the native results were there")
        }
        try frame.write(ComparisonReport(comparison), as: arguments[format])
        return isDone ? ExitStatus(comparison.overall) : .stopped
    }
}
