extension Table {
    /// For a terminal: columns aligned, rules of dashes.
    package var text: String {
        let lines = [header] + rows.map { [$0.label] + $0.cells }
        let widths = header.indices.map { column in
            lines.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            var text = ""
            for (column, width) in widths.enumerated() {
                let cell = column < cells.count ? cells[column] : ""
                let space = String(repeating: " ", count: width - cell.count)
                let isRight = column > 0 && alignsRight
                text += (column == 0 ? "" : "  ") + (isRight ? space + cell : cell + space)
            }
            while text.hasSuffix(" ") { text.removeLast() }
            return text + "\n"
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "──") + "\n"
        let body = rows.map { line([$0.label] + $0.cells) }.joined()
        return caption + "\n\n" + line(header) + rule + body + noteLines.map { $0 + "\n" }.joined()
    }

    private var noteLines: [String] { notes.isEmpty ? [] : [""] + notes }

    package var markdown: String {
        func line(_ cells: [String]) -> String {
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
        }
        let alignment = header.indices.map { $0 > 0 && alignsRight ? "---:" : "---" }
        return "**\(caption)**\n\n" + line(header) + line(alignment)
            + rows.map { line([$0.label] + $0.cells) }.joined()
            + (notes.isEmpty ? "" : "\n" + notes.map { "- \($0)\n" }.joined())
    }
}
