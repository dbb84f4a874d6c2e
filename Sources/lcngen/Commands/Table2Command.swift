import CrossValidation
import PlatformBasics
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
        Macaulay2 the native rows and the paper's still appear. At --time-limit and at Ctrl-C what
        was measured is printed.
        """
    static let examples = [
        "table2", "table2 --columns 5 --timeout 20 --format latex",
    ]
    static let columns = Option(
        "columns", "N,N,…", .ints, default: [5, 6, 7, 8], help: "k of the columns (k,k;s)")
    static let stride = Option("s", "N", .int(1...Int.max), default: 3, help: "the stride")
    static let format = Shared.format(Table2Report.formats)
    static let architectures = Combination("architectures", of: [columns, stride]) { arguments in
        try arguments[columns].map { try Architecture(filterSizes: [$0, $0], strides: [arguments[stride]]) }
    }
    static let rules = [Shared.wide.given.goes(with: format.is(.text))]
    static let options: [any Parameter] = [
        architectures, Shared.timeLimit, format, Shared.out, Shared.wide, Shared.macaulay2,
    ]

    static func whenStopped(_ arguments: Arguments) -> String? { "what was measured is printed" }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let architectures = arguments[architectures]
        for architecture in architectures { try IdealGenerators.checkFilterSize(architecture) }
        let macaulay2 = arguments[Shared.macaulay2]
        let (session, description) = try macaulay2.sessionIfAny(frame.provenance)
        frame.announce(
            runsOfOthers: session == nil ? 0 : architectures.count * Table2Column.macaulay2Runs,
            within: macaulay2.limits)
        let (found, isDone) = try frame.untilStopped(runsPrograms: session != nil) {
            (work: LeavableWork<Table2Measurement>) in
            work.tell(
                try Table2Measurement.run(
                    architectures, session: session, told: { work.tell($0) }, progress: { work.begin($0) }))
        }
        guard let measurement = found else {
            throw CommandFailure(.stopped, "stopped before anything was measured")
        }
        try frame.write(
            Table2Report(measurement, macaulay2: description, limits: macaulay2.limits),
            as: arguments[format])
        guard isDone else { return .stopped }
        return measurement.errors.isEmpty ? .agreed : .undecided
    }
}
