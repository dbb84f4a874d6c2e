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

    /// Rows of boxes, joined where two layers merge.
    package var svg: String {
        let widest = diagram.rows.flatMap { $0 }.reduce(60.0) {
            max($0, Double(max(Self.name($1).count + 4, $1.degree.description.count)) * 8.2 + 18)
        }
        let (gap, height, rowGap) = (14.0, 44.0, 56.0)
        let columns = diagram.rows.map(\.count).max() ?? 1
        let width = Double(columns) * (widest + gap) + gap
        let total = Double(diagram.rows.count) * (height + rowGap) - rowGap + 2 * gap + 34
        func center(_ row: Int, _ place: Int) -> Double {
            let count = Double(diagram.rows[row].count)
            return width / 2 + (Double(place) - (count - 1) / 2) * (width - gap)
                / max(count, Double(columns) * 0.7)
        }
        func top(_ row: Int) -> Double { gap + 34 + Double(row) * (height + rowGap) }
        let number = SVGStyle.number
        let title = "C(\(Self.name(diagram.rows[0][0]))) and what merging layers leaves of it"
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(width)) \(number(total))" role="img" aria-label="\(title)">
            \(SVGStyle.styles(".box{fill:#eef4fa;stroke:#0072b2}.edge{stroke:#999;fill:none}@media (prefers-color-scheme:dark){.box{fill:#1d2b38;stroke:#56a8dd}.edge{stroke:#777}}@media print{.box{fill:#fff}}"))<rect class="paper" width="100%" height="100%"/>
            <text class="ink" x="\(number(gap))" y="24" font-size="15" font-weight="600">\(title)</text>

            """
        for (row, edges) in diagram.edges.enumerated() {
            for edge in edges {
                let (x, y) = (center(row, edge.parent), top(row) + height)
                let (toX, toY) = (center(row + 1, edge.child), top(row + 1))
                let middle = number((y + toY) / 2)
                text +=
                    "<path class=\"edge\" d=\"M\(number(x)) \(number(y))C\(number(x)) \(middle) \(number(toX)) \(middle) \(number(toX)) \(number(toY))\"/>\n"
            }
        }
        for (row, nodes) in diagram.rows.enumerated() {
            for (place, node) in nodes.enumerated() {
                let (x, y) = (center(row, place), top(row))
                text +=
                    "<rect class=\"box\" x=\"\(number(x - widest / 2))\" y=\"\(number(y))\" width=\"\(number(widest))\" height=\"\(number(height))\" rx=\"6\"/>"
                text +=
                    "<text class=\"ink\" x=\"\(number(x))\" y=\"\(number(y + 19))\" font-size=\"14\" font-weight=\"600\" text-anchor=\"middle\">\(node.degree)</text>"
                text +=
                    "<text class=\"quiet\" x=\"\(number(x))\" y=\"\(number(y + 36))\" font-size=\"12\" text-anchor=\"middle\">k = \(Self.name(node))</text>\n"
            }
        }
        return text + "</svg>\n"
    }
}
