import PlatformBasics

/// Boxes in rows, joined by curves from rows to rows below, drawn as SVG.
///
/// Where every row fits the width, curves join the boxes. Otherwise rows are wrapped, each below its heading, and
/// there are no curves, which would run over boxes; what a box is joined to shows where the pointer rests.
struct BoxDiagram {
    /// Two lines, and what shows where the pointer rests.
    struct Box {
        let title: String
        let subtitle: String
        let note: String
    }

    /// Boxes joined by a curve.
    struct Edge {
        let from: (row: Int, place: Int)
        let to: (row: Int, place: Int)
        var isDashed = false
    }

    static let mostWidth = 1_200.0

    private static let margin = 14.0
    private static let gap = 8.0
    private static let boxHeight = 40.0
    /// Room for curves.
    private static let rowGap = 56.0
    private static let (titleSize, subtitleSize) = (13.0, 11.0)

    let title: String
    /// Below the title where boxes are joined, and where rows are wrapped.
    let explanation: (joined: String, wrapped: String)
    let rows: [[Box]]
    /// Above each wrapped row.
    let headings: [String]
    let edges: [Edge]

    /// So wide that neither line leaves its box.
    private static func boxWidth(_ boxes: [Box]) -> Double {
        boxes.reduce(48.0) {
            max(
                $0, SVGStyle.width(of: $1.title, size: titleSize, isBold: true),
                SVGStyle.width(of: $1.subtitle, size: subtitleSize))
        } + 8
    }

    /// What a row needs on one line.
    private static func lineWidth(_ count: Int, _ box: Double) -> Double {
        Double(count) * (box + gap) - gap + 2 * margin
    }

    private var widestRow: Int { rows.map(\.count).max() ?? 1 }

    /// Whether every row fits on one line.
    var isJoined: Bool {
        Self.lineWidth(widestRow, Self.boxWidth(rows.flatMap(\.self))) <= Self.mostWidth
    }

    /// Where a box stands: the middle of its upper edge.
    private typealias Place = (x: Double, y: Double, width: Double)

    var svg: String { isJoined ? joined : wrapped }

    private var joined: String {
        let box = Self.boxWidth(rows.flatMap(\.self))
        let width = max(headWidth, Self.lineWidth(widestRow, box))
        func place(_ row: Int, _ index: Int) -> Place {
            let count = Double(rows[row].count)
            // Short rows are spread, but not over the whole width.
            let step = (width - 2 * Self.margin + Self.gap) / max(count, Double(widestRow) * 0.7)
            return (
                width / 2 + (Double(index) - (count - 1) / 2) * max(step, box + Self.gap),
                Self.headHeight + Double(row) * (Self.boxHeight + Self.rowGap), box
            )
        }
        let number = SVGStyle.number
        var text = ""
        for edge in edges {
            let (from, to) = (place(edge.from.row, edge.from.place), place(edge.to.row, edge.to.place))
            let y = from.y + Self.boxHeight
            let middle = number((y + to.y) / 2)
            let dashes = edge.isDashed ? " stroke-dasharray=\"4 3\"" : ""
            text +=
                "<path class=\"edge\" d=\"M\(number(from.x)) \(number(y))C\(number(from.x)) \(middle) \(number(to.x)) \(middle) \(number(to.x)) \(number(to.y))\"\(dashes)/>\n"
        }
        for (row, boxes) in rows.enumerated() {
            for index in boxes.indices { text += drawn(boxes[index], at: place(row, index)) }
        }
        let count = Double(rows.count)
        return document(
            text, width: width,
            height: Self.headHeight + count * (Self.boxHeight + Self.rowGap) - Self.rowGap + Self.margin)
    }

    private var wrapped: String {
        let rows = rows.map { boxes in
            let box = Self.boxWidth(boxes)
            let fit = Int((Self.mostWidth - 2 * Self.margin + Self.gap) / (box + Self.gap))
            return (boxes: boxes, box: box, perLine: max(1, min(fit, boxes.count)))
        }
        let width = rows.reduce(headWidth) { max($0, Self.lineWidth($1.perLine, $1.box)) }
        var y = Self.headHeight
        var text = ""
        for (heading, (boxes, box, perLine)) in zip(headings, rows) {
            text +=
                "<text class=\"ink\" x=\"\(SVGStyle.number(Self.margin))\" y=\"\(SVGStyle.number(y + 12))\" font-size=\"13\">\(heading)</text>\n"
            y += 20
            for index in boxes.indices {
                let (line, column) = index.quotientAndRemainder(dividingBy: perLine)
                text += drawn(
                    boxes[index],
                    at: (
                        Self.margin + Double(column) * (box + Self.gap) + box / 2,
                        y + Double(line) * (Self.boxHeight + Self.gap), box
                    ))
            }
            y += Double((boxes.count + perLine - 1) / perLine) * (Self.boxHeight + Self.gap) + 12
        }
        return document(text, width: width, height: y)
    }

    private static let headHeight = 56.0

    private var shownExplanation: String { isJoined ? explanation.joined : explanation.wrapped }

    private var headWidth: Double {
        2 * Self.margin
            + max(
                SVGStyle.width(of: title, size: 15, isBold: true),
                SVGStyle.width(of: shownExplanation, size: 12))
    }

    private func document(_ body: String, width: Double, height: Double) -> String {
        let number = SVGStyle.number
        // With its own size: a long drawing is scrolled, and not made small.
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="\(number(height))" viewBox="0 0 \(number(width)) \(number(height))" role="img" aria-label="\(title)">
            \(SVGStyle.styles(".box{fill:#eef4fa;stroke:#0072b2}.edge{stroke:#999;fill:none}@media (prefers-color-scheme:dark){.box{fill:#1d2b38;stroke:#56a8dd}.edge{stroke:#777}}@media print{.box{fill:#fff}}"))<rect class="paper" width="100%" height="100%"/>
            <text class="ink" x="\(number(Self.margin))" y="24" font-size="15" font-weight="600">\(title)</text>
            <text class="quiet" x="\(number(Self.margin))" y="43" font-size="12">\(shownExplanation)</text>
            \(body)</svg>

            """
    }

    private func drawn(_ box: Box, at place: Place) -> String {
        let number = SVGStyle.number
        let x = number(place.x)
        var text =
            "<g><rect class=\"box\" x=\"\(number(place.x - place.width / 2))\" y=\"\(number(place.y))\" width=\"\(number(place.width))\" height=\"\(number(Self.boxHeight))\" rx=\"5\"/>"
        text +=
            "<text class=\"ink\" x=\"\(x)\" y=\"\(number(place.y + 17))\" font-size=\"\(number(Self.titleSize))\" font-weight=\"600\" text-anchor=\"middle\">\(box.title)</text>"
        text +=
            "<text class=\"quiet\" x=\"\(x)\" y=\"\(number(place.y + 33))\" font-size=\"\(number(Self.subtitleSize))\" text-anchor=\"middle\">\(box.subtitle)</text>"
        return text + "<title>\(box.note)</title></g>\n"
    }
}
