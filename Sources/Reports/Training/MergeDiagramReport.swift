import ExactAlgebra
import Exports
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

    /// Row by row; each with the places in this list, from 0, of those it merges into.
    package var json: JSONValue {
        var nodes: [JSONValue] = []
        for (index, row) in diagram.rows.enumerated() {
            let next = nodes.count + row.count
            let edges = index < diagram.edges.count ? diagram.edges[index] : []
            nodes += row.enumerated().map { place, node in
                .about(
                    filterSizes: node.filterSizes, strides: nil,
                    [
                        ("degree", .integer(node.degree)),
                        (
                            "mergesInto",
                            .integers(edges.filter { $0.parent == place }.map { next + $0.child })
                        ),
                    ])
            }
        }
        return .object([("architectures", .array(nodes))])
    }

    /// Of the drawing: a page or a window.
    package static let mostWidth = Int(BoxDiagram.mostWidth)

    /// Rows of boxes.
    package var svg: String { MergePicture(diagram).svg }
}
