extension Table {
    /// For a terminal: columns aligned, rules of dashes.
    ///
    /// - Parameter width: the letters in a line; nil for a table as wide as it is. Where a table of text is wider, its cells
    ///   are broken into lines; where they would be too narrow for that, and in a table of numbers, it does without its
    ///   ``dispensable`` columns, one after the other, and says so below. Numbers that are still wider go on in further
    ///   parts.
    package func text(width: Int?) -> String {
        let layout = TextLayout(self, width: width)
        var blocks = layout.parts.map { part in
            let rule = part.map { String(repeating: "─", count: $0.width) }.joined(separator: "──") + "\n"
            return lines(header, part) + rule
                + rows.map { lines([$0.label] + $0.cells, part) }.joined()
        }
        var below = notes
        if !layout.leftOut.isEmpty {
            below.append(
                "Left out for want of width: \(layout.leftOut.joined(separator: ", ")); --wide prints everything."
            )
        }
        if !below.isEmpty { blocks.append(below.map { Self.broken($0, width) }.joined()) }
        return Self.broken(caption, width) + "\n" + blocks.joined(separator: "\n")
    }

    /// A row, of several lines where its cells do not fit.
    private func lines(_ cells: [String], _ part: [TextLayout.Column]) -> String {
        let pieces = part.map { column in
            TextLines.of(column.place < cells.count ? cells[column.place] : "", width: column.width)
        }
        return (0..<(pieces.map(\.count).max() ?? 0)).map { line in
            var text = ""
            for (column, piece) in zip(part, pieces) {
                let cell = line < piece.count ? piece[line] : ""
                let space = String(repeating: " ", count: max(0, column.width - cell.count))
                let isRight = column.place > 0 && alignsRight
                text +=
                    (text.isEmpty && column.place == 0 ? "" : "  ") + (isRight ? space + cell : cell + space)
            }
            while text.hasSuffix(" ") { text.removeLast() }
            return text + "\n"
        }.joined()
    }

    /// A paragraph.
    private static func broken(_ text: String, _ width: Int?) -> String {
        guard let width else { return text + "\n" }
        return TextLines.of(text, width: width).map { $0 + "\n" }.joined()
    }
}
