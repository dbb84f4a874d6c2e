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
    static let options = [
        Option("size", "N", default: "9", help: "filter sizes from 2 to N"),
        .format(["text", "markdown", "latex", "json", "svg"], default: "text"), .out,
    ]

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let table3 = try Table3(largest: arguments.int("size", in: 2...60) ?? 9)
        let report = Table3Report(table3)
        let text: String
        switch arguments.string("format") ?? "text" {
        case "markdown": text = report.table.markdown
        case "latex": text = report.table.latex
        case "json": text = report.json.text
        case "svg": text = report.plot.svg
        default: text = report.table.text
        }
        try OutputSink.write(text, to: arguments.outputPath)
        let (printed, equal) = table3.agreement
        return printed == equal && table3.isSymmetric ? .agreed : .disagreed
    }
}
