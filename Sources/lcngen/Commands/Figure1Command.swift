import Reports
import Training

enum Figure1Command: Command {
    static let name = "figure1"
    static let summary = "the paper's Figure 1 regenerated: what merging layers does to C_k"
    static let discussion = """
        From the given filter sizes down to one layer; each row merges two layers, k_i and k_j
        into k_i + k_j - 1, which keeps the dimension. Equal multisets of sizes stand once.
        At most \(MergeDiagram.mostNodes) of them: seven layers have up to 877, eight different ones
        too many, sixteen equal ones 231. The svg format is at most \(MergeDiagramReport.mostWidth) wide; where a
        row does not fit, rows are wrapped, and the lines between them left out (text and json
        have them).
        """
    static let examples = ["figure1", "figure1 --k 2,2,3,3,4 --format svg --out figure1.svg"]
    static let filterSizes = Option(
        "k", "N,N,…", .ints, default: [2, 3, 4, 5],
        help: "filter sizes")
    static let format = Shared.format(MergeDiagramReport.formats)
    static let options: [any Parameter] = [filterSizes, format, Shared.out]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let diagram = try MergeDiagram(filterSizes: arguments[filterSizes])
        try frame.write(MergeDiagramReport(diagram), as: arguments[format])
        return .agreed
    }
}
