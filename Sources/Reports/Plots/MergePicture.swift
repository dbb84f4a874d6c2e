import ExactAlgebra
import PlatformBasics
import Training

/// A merge diagram drawn as SVG: a box for each node, in rows by the number of layers.
///
/// Where every row fits the width, curves join what is merged. Otherwise rows are wrapped, each below its heading, and
/// there are no curves, which would run over boxes; what a box merges into shows where the pointer rests.
struct MergePicture {
    static let mostWidth = 1_200.0

    private static let margin = 14.0
    private static let gap = 8.0
    private static let boxHeight = 40.0
    /// Room for curves.
    private static let rowGap = 56.0
    private static let (degreeSize, nameSize) = (13.0, 11.0)
    /// Longer numbers are shortened in the box.
    private static let mostDigits = 30

    private let diagram: MergeDiagram

    init(_ diagram: MergeDiagram) {
        self.diagram = diagram
    }

    /// `2,3,4`, and where it is long with repeated sizes, `16 of 2, 3 of 5`.
    private static func name(_ node: MergeDiagram.Node) -> String {
        let sizes = node.filterSizes
        let whole = sizes.map(String.init).joined(separator: ",")
        guard whole.count > 24, Set(sizes).count < sizes.count else { return whole }
        return Set(sizes).sorted().map { size in "\(sizes.count { $0 == size }) of \(size)" }.joined(
            separator: ", ")
    }

    private static func number(_ node: MergeDiagram.Node) -> String {
        let digits = node.degree.description
        return digits.count <= mostDigits ? digits : node.degree.shortDescription
    }

    /// So wide that neither line leaves its box.
    private static func boxWidth(_ nodes: [MergeDiagram.Node]) -> Double {
        nodes.reduce(48.0) {
            max(
                $0, SVGStyle.width(of: number($1), size: degreeSize, isBold: true),
                SVGStyle.width(of: name($1), size: nameSize))
        } + 8
    }

    /// What a row needs on one line.
    private static func lineWidth(_ count: Int, _ box: Double) -> Double {
        Double(count) * (box + gap) - gap + 2 * margin
    }

    private var widestRow: Int { diagram.rows.map(\.count).max() ?? 1 }

    /// Whether every row fits on one line.
    var isJoined: Bool {
        Self.lineWidth(widestRow, Self.boxWidth(diagram.rows.flatMap(\.self))) <= Self.mostWidth
    }

    private var title: String { "C(\(Self.name(diagram.rows[0][0]))) and what merging layers leaves of it" }

    private var explanation: String {
        let what = "Number of critical points, above the filter sizes"
        guard !isJoined else { return what }
        let count = diagram.edges.reduce(0) { $0 + $1.count }
        return what + "; the \(Quantity.count(count)) merges are listed by the formats text and json"
    }

    /// Where a node stands: the middle of its upper edge.
    private typealias Place = (x: Double, y: Double, width: Double)

    var svg: String { isJoined ? joined : wrapped }

    private var joined: String {
        let box = Self.boxWidth(diagram.rows.flatMap(\.self))
        let width = max(headWidth, Self.lineWidth(widestRow, box))
        func place(_ row: Int, _ index: Int) -> Place {
            let count = Double(diagram.rows[row].count)
            // Short rows are spread, but not over the whole width.
            let step = (width - 2 * Self.margin + Self.gap) / max(count, Double(widestRow) * 0.7)
            return (
                width / 2 + (Double(index) - (count - 1) / 2) * max(step, box + Self.gap),
                Self.headHeight + Double(row) * (Self.boxHeight + Self.rowGap), box
            )
        }
        let number = SVGStyle.number
        var text = ""
        for (row, edges) in diagram.edges.enumerated() {
            for edge in edges {
                let (from, to) = (place(row, edge.parent), place(row + 1, edge.child))
                let y = from.y + Self.boxHeight
                let middle = number((y + to.y) / 2)
                text +=
                    "<path class=\"edge\" d=\"M\(number(from.x)) \(number(y))C\(number(from.x)) \(middle) \(number(to.x)) \(middle) \(number(to.x)) \(number(to.y))\"/>\n"
            }
        }
        for (row, nodes) in diagram.rows.enumerated() {
            for index in nodes.indices { text += drawn(row, index, at: place(row, index)) }
        }
        let rows = Double(diagram.rows.count)
        return document(
            text, width: width,
            height: Self.headHeight + rows * (Self.boxHeight + Self.rowGap) - Self.rowGap + Self.margin)
    }

    private var wrapped: String {
        let rows = diagram.rows.map { nodes in
            let box = Self.boxWidth(nodes)
            let fit = Int((Self.mostWidth - 2 * Self.margin + Self.gap) / (box + Self.gap))
            return (nodes: nodes, box: box, perLine: max(1, min(fit, nodes.count)))
        }
        let width = rows.reduce(headWidth) { max($0, Self.lineWidth($1.perLine, $1.box)) }
        var y = Self.headHeight
        var text = ""
        for (row, (nodes, box, perLine)) in rows.enumerated() {
            let layers = nodes[0].filterSizes.count
            let heading =
                "\(layers) \(layers == 1 ? "layer" : "layers")" + (nodes.count > 1 ? ": \(nodes.count)" : "")
            text +=
                "<text class=\"ink\" x=\"\(SVGStyle.number(Self.margin))\" y=\"\(SVGStyle.number(y + 12))\" font-size=\"13\">\(heading)</text>\n"
            y += 20
            for index in nodes.indices {
                let (line, column) = index.quotientAndRemainder(dividingBy: perLine)
                text += drawn(
                    row, index,
                    at: (
                        Self.margin + Double(column) * (box + Self.gap) + box / 2,
                        y + Double(line) * (Self.boxHeight + Self.gap), box
                    ))
            }
            y += Double((nodes.count + perLine - 1) / perLine) * (Self.boxHeight + Self.gap) + 12
        }
        return document(text, width: width, height: y)
    }

    private static let headHeight = 56.0

    private var headWidth: Double {
        2 * Self.margin
            + max(
                SVGStyle.width(of: title, size: 15, isBold: true),
                SVGStyle.width(of: explanation, size: 12))
    }

    private func document(_ body: String, width: Double, height: Double) -> String {
        let number = SVGStyle.number
        // With its own size: a long drawing is scrolled, and not made small.
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="\(number(height))" viewBox="0 0 \(number(width)) \(number(height))" role="img" aria-label="\(title)">
            \(SVGStyle.styles(".box{fill:#eef4fa;stroke:#0072b2}.edge{stroke:#999;fill:none}@media (prefers-color-scheme:dark){.box{fill:#1d2b38;stroke:#56a8dd}.edge{stroke:#777}}@media print{.box{fill:#fff}}"))<rect class="paper" width="100%" height="100%"/>
            <text class="ink" x="\(number(Self.margin))" y="24" font-size="15" font-weight="600">\(title)</text>
            <text class="quiet" x="\(number(Self.margin))" y="43" font-size="12">\(explanation)</text>
            \(body)</svg>

            """
    }

    private func drawn(_ row: Int, _ index: Int, at place: Place) -> String {
        let node = diagram.rows[row][index]
        let number = SVGStyle.number
        let x = number(place.x)
        var text =
            "<g><rect class=\"box\" x=\"\(number(place.x - place.width / 2))\" y=\"\(number(place.y))\" width=\"\(number(place.width))\" height=\"\(number(Self.boxHeight))\" rx=\"5\"/>"
        text +=
            "<text class=\"ink\" x=\"\(x)\" y=\"\(number(place.y + 17))\" font-size=\"\(number(Self.degreeSize))\" font-weight=\"600\" text-anchor=\"middle\">\(Self.number(node))</text>"
        text +=
            "<text class=\"quiet\" x=\"\(x)\" y=\"\(number(place.y + 33))\" font-size=\"\(number(Self.nameSize))\" text-anchor=\"middle\">\(Self.name(node))</text>"
        return text + "<title>\(note(row, index))</title></g>\n"
    }

    /// Shown where the pointer rests.
    private func note(_ row: Int, _ index: Int) -> String {
        let node = diagram.rows[row][index]
        let text = "C(\(Self.name(node))) = \(node.degree)"
        guard row < diagram.edges.count else { return text }
        let children = diagram.edges[row].filter { $0.parent == index }
            .map { Self.name(diagram.rows[row + 1][$0.child]) }
        return text + "; merges into " + children.joined(separator: " | ")
    }
}
