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

    /// A `table` environment with rules of the package `booktabs`.
    package var latex: String {
        func line(_ cells: [String]) -> String { cells.joined(separator: " & ") + " \\\\\n" }
        let columns = "l" + String(repeating: alignsRight ? "r" : "l", count: header.count - 1)
        return
            "% needs \\usepackage{booktabs,amsmath,amssymb}\n\\begin{table}\n\\centering\n\\begin{tabular}{\(columns)}\n\\toprule\n"
            + line(header.map(Self.escaped)) + "\\midrule\n"
            + rows.map { line([$0.latexLabel ?? Self.escaped($0.label)] + $0.cells.map(Self.escaped)) }
            .joined()
            + "\\bottomrule\n\\end{tabular}\n\\caption{\(Self.escaped(([caption] + notes).joined(separator: " ")))}\n"
            + "\\end{table}\n"
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&", "%", "$", "#", "_", "{", "}": result += "\\\(character)"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "\\": result += "\\textbackslash{}"
            case "<", ">": result += "$\(character)$"
            case "–": result += "--"
            case "≥": result += "$\\ge$"
            case "⊆": result += "$\\subseteq$"
            case "√": result += "$\\sqrt{\\ }$"
            case "×": result += "$\\times$"
            case "𝔓": result += "$\\mathfrak{P}$"
            case "₀": result += "$_0$"
            case "₁": result += "$_1$"
            case "₂": result += "$_2$"
            default: result.append(character)
            }
        }
        return result
    }
}
