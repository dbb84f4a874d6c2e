import Reports
import Training

enum Figure1Command: Command {
    static let name = "figure1"
    static let summary = "the paper's Figure 1 regenerated: what merging layers does to C_k"
    static let discussion = """
        From the given filter sizes down to one layer; each row merges two layers, k_i and k_j
        into k_i + k_j - 1, which keeps the dimension. Equal multisets of sizes stand once.
        """
    static let examples = ["figure1", "figure1 --k 2,2,3,3,4 --format svg --out figure1.svg"]
    static let options = [
        Option(
            "k", "N,N,…", default: "2,3,4,5", help: "filter sizes, at most \(MergeDiagram.mostLayers) layers"),
        .format(["text", "json", "svg"], default: "text"), .out,
    ]

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let sizes = try arguments.ints("k") ?? [2, 3, 4, 5]
        guard sizes.count <= MergeDiagram.mostLayers else {
            throw CommandFailure(
                .badInput, "figure1 draws at most \(MergeDiagram.mostLayers) layers, not \(sizes.count)")
        }
        let report = MergeDiagramReport(try MergeDiagram(filterSizes: sizes))
        let text: String
        switch arguments.string("format") ?? "text" {
        case "json": text = report.json.text
        case "svg": text = report.svg
        default: text = report.text
        }
        try OutputSink.write(text, to: arguments.outputPath)
        return .agreed
    }
}
