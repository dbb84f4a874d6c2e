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
    static let filterSizes = Option(
        "k", "N,N,…", .ints, default: [2, 3, 4, 5],
        help: "filter sizes, at most \(MergeDiagram.mostLayers) layers")
    static let format = Shared.format(MergeDiagramReport.formats)
    static let options: [any Parameter] = [filterSizes, format, Shared.out]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let sizes = arguments[filterSizes]
        guard sizes.count <= MergeDiagram.mostLayers else {
            throw CommandFailure(
                .badInput, "figure1 draws at most \(MergeDiagram.mostLayers) layers, not \(sizes.count)")
        }
        let diagram = try MergeDiagram(filterSizes: sizes)
        try frame.write(MergeDiagramReport(diagram), as: arguments[format])
        return .agreed
    }
}
