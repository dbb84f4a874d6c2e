extension Table {
    /// `longtable` environments, which go on over pages, with rules of the package `booktabs`; made for an ordinary page.
    /// Tables of numbers that would be wider are split, columns of text broken into lines.
    package var latex: String {
        let layouts = LatexLayout.all(self)
        return "% for \\input in a document; needs \\usepackage{array,booktabs,longtable,amssymb}\n"
            + layouts.enumerated().map { index, layout in
                latex(layout, caption: caption + (index == 0 ? "" : " (continued)"))
            }.joined()
            + latexNotes
    }

    private var latexNotes: String {
        guard !notes.isEmpty else { return "" }
        return "{\\footnotesize\\raggedright\\parindent=0pt\n"
            + notes.map { LatexText.escaped($0) + "\\par\n" }.joined() + "}\n"
    }

    private func latex(_ layout: LatexLayout, caption: String) -> String {
        func line(_ cells: [String]) -> String {
            layout.columns.map { $0 < cells.count ? LatexText.escaped(cells[$0]) : "" }
                .joined(separator: " & ") + " \\\\\n"
        }
        return
            "{\(layout.isSmall ? "\\footnotesize\\tabcolsep=4pt" : "")\n\\begin{longtable}{\(layout.preamble)}\n"
            + "\\caption{\(LatexText.escaped(caption))}\\\\\n"
            + "\\toprule\n" + line(header) + "\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n"
            + rows.map { line([$0.label] + $0.cells) }.joined()
            + "\\end{longtable}}\n"
    }
}
