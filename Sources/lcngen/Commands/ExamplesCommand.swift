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
        the paper are w_0, w_1, ….
        """
    static let examples = ["examples", "examples --format markdown"]
    static let options =
        [.format(ReportFormat.allCases.map(\.rawValue), default: "text"), .out] + Option.macaulay2

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let (session, description) = try arguments.optionalMacaulay2()
        let sink = try OutputSink(path: arguments.outputPath)
        let progress = Progress()
        let comparisons = try PaperData.statements().map { statement in
            progress.begin(statement.name)
            return try ExampleComparison.run(statement, session: session)
        }
        progress.clear()
        let report = ExamplesReport(comparisons)
        try sink.write(report.rendered(arguments.choice("format", default: .text)))
        if session == nil { Main.note("natively only: \(description)") }
        try sink.finish()
        return ExitStatus(report.overall)
    }
}
