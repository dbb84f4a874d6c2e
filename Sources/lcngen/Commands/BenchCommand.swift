import Exports
import Macaulay2
import Reports
import Studies

enum BenchCommand: Command {
    static let name = "bench"
    static let summary = "times of the native engines, with Macaulay2 and Singular in the same run"
    static let subjects = ["minors"]
    static let discussion = """
        minors  the ideals J of (7,7;3), (8,8;3), (9,9;3): counted, written; Macaulay2 by every
                strategy of its minors, and Singular where it is installed; and how the time
                grows with the number of terms. Takes a few minutes, most of them not ours.
        """
    static let examples = ["bench minors --timeout 20", "bench minors --format json --out bench.json"]
    static let options =
        [
            Option("large", help: "count (10,10;3) too: two thousand million terms"),
            Option("native", help: "no other programs"),
            .format(ReportFormat.allCases.map(\.rawValue), default: "text"),
            .out,
        ] + Option.macaulay2.filter { $0.name != "keep" }

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let limits = try arguments.runLimits()
        let isAlone = arguments.has("native")
        let sink = try OutputSink(path: arguments.outputPath)
        let progress = Progress()
        let options = MinorsBenchmark.Options(
            macaulay2: isAlone ? nil : try arguments.optionalMacaulay2().session,
            singular: isAlone ? nil : SingularProgram(), limits: limits,
            includesLargest: arguments.has("large"), provenance: arguments.provenance)
        let benchmark = try MinorsBenchmark.run(options) { progress.begin($0) }
        progress.clear()
        let report = MinorsBenchmarkReport(benchmark, limitSeconds: limits.seconds)
        try sink.write(report.rendered(arguments.choice("format", default: .text)))
        try sink.finish()
        return .agreed
    }
}
