extension Table {
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
