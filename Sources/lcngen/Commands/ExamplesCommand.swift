import CrossValidation
import Macaulay2
import Reports
import Studies

enum ExamplesCommand: Command {
    static let name = "examples"
    static let summary = "the paper's worked examples recomputed and checked"
    static let discussion = """
        Examples 2.1, 3.4, 3.8 and 3.11: the generators that the paper prints against the
        prime ideal, natively and in Macaulay2 where there is one. The letters A, B, … of
        the paper are w_0, w_1, …. CSV has one table below the other; the first field names
        the example. At --time-limit and at Ctrl-C what is known is printed.
        """
    static let examples = ["examples", "examples --format markdown"]
    static let format = Shared.format(ExamplesReport.formats)
    static let rules = [Shared.wide.given.goes(with: format.is(.text))]
    static let options: [any Parameter] = [
        Shared.timeLimit, format, Shared.out, Shared.wide, Shared.macaulay2,
    ]

    static func whenStopped(_ arguments: Arguments) -> String? { "what is known is printed" }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let (session, description) = try arguments[Shared.macaulay2].sessionIfAny(frame.provenance)
        let statements = try PaperData.statements()
        let (found, isDone) = try frame.untilStopped(runsPrograms: session != nil) {
            (work: LeavableWork<[ExampleComparison]>) in
            var comparisons: [ExampleComparison] = []
            work.tell(comparisons)
            for statement in statements {
                work.begin(statement.name + (session?.limits.remark ?? ""))
                comparisons.append(try ExampleComparison.run(statement, session: session))
                work.tell(comparisons)
            }
        }
        guard let comparisons = found else {
            throw CommandFailure(.stopped, "stopped before an example was compared")
        }
        let report = ExamplesReport(comparisons)
        try frame.write(report, as: arguments[format])
        if session == nil { frame.note("natively only: \(description)") }
        return isDone ? ExitStatus(report.overall) : .stopped
    }
}
