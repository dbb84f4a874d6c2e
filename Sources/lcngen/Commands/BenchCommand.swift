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
    static let large = Option("large", help: "count (10,10;3) too: two thousand million terms")
    static let native = Option("native", help: "no other programs")
    static let format = Shared.format(MinorsBenchmarkReport.formats)
    static let options: [any Parameter] = [large, native, format, Shared.out, Shared.m2, Shared.limits]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let limits = arguments[Shared.limits]
        let isAlone = arguments[native]
        let macaulay2 = Macaulay2Choice(name: arguments[Shared.m2], limits: limits)
        let options = MinorsBenchmark.Options(
            macaulay2: isAlone ? nil : try macaulay2.sessionIfAny(frame.provenance).session,
            singular: isAlone ? nil : SingularProgram(), limits: limits,
            includesLargest: arguments[large], provenance: frame.provenance)
        let benchmark = try MinorsBenchmark.run(options) { frame.progress.begin($0) }
        try frame.write(MinorsBenchmarkReport(benchmark), as: arguments[format])
        return .agreed
    }
}
