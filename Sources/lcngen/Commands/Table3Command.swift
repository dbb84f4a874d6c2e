import Reports
import Studies

enum Table3Command: Command {
    static let name = "table3"
    static let summary = "the paper's Table 3 regenerated: numbers of critical points"
    static let discussion = """
        Euclidean distance degrees of two layers beside the printed numbers, cell by cell. A
        cell that differs shows both, and the status is 1. The svg format plots the growth on
        a logarithmic scale (Corollary 4.2).
        """
    static let examples = [
        "table3", "table3 --size 16 --format markdown", "table3 --format svg --out growth.svg",
    ]
    static let size = Option("size", "N", .int(2...60), default: 9, help: "filter sizes from 2 to N")
    static let format = Shared.format(Table3Report.formats)
    static let rules = [Shared.wide.given.goes(with: format.is(.text))]
    static let options: [any Parameter] = [size, format, Shared.out, Shared.wide]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let table3 = try Table3(largest: arguments[size])
        try frame.write(Table3Report(table3), as: arguments[format])
        let (printed, equal) = table3.agreement
        return printed == equal && table3.isSymmetric ? .agreed : .disagreed
    }
}
