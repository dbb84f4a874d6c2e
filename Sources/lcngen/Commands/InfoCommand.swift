import Neurovariety
import Reports

enum InfoCommand: Command {
    static let name = "info"
    static let summary = "sizes and invariants of an architecture"
    static let discussion = """
        The end-to-end filter size K, the reduced architecture, dimension, codimension and
        degree of the neurovariety, and, for each two-layer piece of Algorithm 1, the degrees
        of the forms of the s-decomposition and the minors that make up the ideal J.
        """
    static let examples = ["info --k 7,7 --s 3", "info --k 3,2,2 --s 2,2 --format json"]
    static let format = Shared.format(ArchitectureReport.formats)
    static let options: [any Parameter] = [Shared.architecture, format, Shared.out]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let summary = try ArchitectureSummary(arguments[Shared.architecture])
        try frame.write(ArchitectureReport(summary), as: arguments[format])
        return .agreed
    }
}
