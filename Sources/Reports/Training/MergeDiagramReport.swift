import ExactAlgebra
import Training

/// Figure 1 of the paper: what becomes of the number of critical points when layers are merged.
package struct MergeDiagramReport: Report {
    package static let formats: [ReportFormat] = [.text, .json, .svg]

    private let diagram: MergeDiagram

    package init(_ diagram: MergeDiagram) {
        self.diagram = diagram
    }

    private static func name(_ node: MergeDiagram.Node) -> String {
        node.filterSizes.map(String.init).joined(separator: ",")
    }

    /// Row by row; after each node the nodes it merges into.
    package func text(width: Int?) -> String {
        var text = ""
        for (index, row) in diagram.rows.enumerated() {
            text += "\(row[0].filterSizes.count) layer\(row[0].filterSizes.count == 1 ? "" : "s")\n"
            for (place, node) in row.enumerated() {
                text += "  C(\(Self.name(node))) = \(node.degree)"
                if index < diagram.edges.count {
                    let children = diagram.edges[index].filter { $0.parent == place }
                        .map { Self.name(diagram.rows[index + 1][$0.child]) }
                    text += "  →  " + children.joined(separator: " | ")
                }
                text += "\n"
            }
        }
        return text
    }

    package var json: JSONValue {
        .object([
            (
                "rows",
                .array(
                    diagram.rows.map { row in
                        .array(
                            row.map { node in
                                .object([
                                    ("filterSizes", .integers(node.filterSizes)),
                                    ("degree", .integer(node.degree)),
                                ])
                            })
                    })
            ),
            (
                "edges",
                .array(diagram.edges.map { row in .array(row.map { .integers([$0.parent, $0.child]) }) })
            ),
        ])
    }

    /// Of the drawing: a page or a window.
    package static let mostWidth = Int(MergePicture.mostWidth)

    /// Rows of boxes.
    package var svg: String { MergePicture(diagram).svg }
}
