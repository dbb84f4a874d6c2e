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
        Macaulay2 the native rows and the paper's still appear. At --time-limit and at Ctrl-C the
        columns that are done are printed.
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

    static func whenStopped(_ arguments: Arguments) -> String? { "the columns that are done are printed" }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let architectures = arguments[architectures]
        for architecture in architectures { try IdealGenerators.checkFilterSize(architecture) }
        let macaulay2 = arguments[Shared.macaulay2]
        let (session, description) = try macaulay2.sessionIfAny(frame.provenance)
        if let session, let limit = session.limits.seconds {
            let runs = architectures.count * Table2Column.macaulay2Runs
            frame.announce(
                "Macaulay2", "\(runs) runs\(session.limits.remark) each", seconds: Double(runs) * limit)
        }
        let (found, isDone) = try frame.untilStopped { (work: LeavableWork<Table2Measurement>) in
            var columns: [Architecture: Table2Column] = [:]
            _ = try Table2Measurement.run(architectures, session: session) { column in
                columns[column.architecture] = column
                let done = architectures.filter { columns[$0] != nil }
                work.tell(try Table2Measurement.run(done, session: nil, known: columns))
            } progress: {
                work.begin($0)
            }
        }
        guard let measurement = found else {
            throw CommandFailure(frame.stoppedStatus, "stopped before a column was measured")
        }
        try frame.write(
            Table2Report(measurement, macaulay2: description, limits: macaulay2.limits),
            as: arguments[format])
        guard isDone else { return frame.stoppedStatus }
        return measurement.errors.isEmpty ? .agreed : .undecided
    }
}
