import CrossValidation
import Foundation
import Macaulay2
import Neurovariety
import Reports
import Studies

enum Table2Command: Command {
    static let name = "table2"
    static let summary = "the paper's Table 2 regenerated: kernel, ideal J, prime ideal"
    static let discussion = """
        Times to find an ideal of the neurovariety of (k,k;s): the paper's figures, this
        program, and Macaulay2 where there is one. A cell over its limit says so. Without
        Macaulay2 the native rows and the paper's still appear.
        """
    static let examples = [
        "table2", "table2 --columns 5,6 --timeout 20", "table2 --columns 5 --format latex",
    ]
    static let options =
        [
            Option("columns", "N,N,…", default: "5,6,7,8", help: "k of the columns (k,k;s)"),
            Option("s", "N", default: "3", help: "the stride"),
            .format(ReportFormat.allCases.map(\.rawValue), default: "text"),
            .out,
        ] + Option.macaulay2

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let stride = try arguments.int("s", in: 1...Int.max) ?? 3
        let architectures = try (arguments.ints("columns") ?? [5, 6, 7, 8]).map {
            try Architecture(filterSizes: [$0, $0], strides: [stride])
        }
        for architecture in architectures { try IdealGenerators.checkFilterSize(architecture) }
        let (session, description) = try arguments.optionalMacaulay2()
        let limits = try arguments.runLimits()
        let sink = try OutputSink(path: arguments.outputPath)
        let progress = Progress()
        let measurement = try Table2Measurement.run(
            architectures, session: session, progress: { progress.begin($0) })
        progress.clear()
        let report = Table2Report(measurement, macaulay2: description, limits: limits)
        try sink.write(report.rendered(arguments.choice("format", default: .text)))
        try sink.finish()
        return measurement.errors.isEmpty ? .agreed : .undecided
    }
}
