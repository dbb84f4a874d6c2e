extension IdealFormat {
    /// Formulas to be read into a document, without any package: one generator a paragraph, broken into lines after a
    /// sign where it is long, and into pages anywhere.
    public static let latex = IdealFormat("latex", .latex) { file in
        let opening =
            "% \(file.title)\n% \(file.maker)\n"
            + "% for \\input in a document; needs no packages\n"
            + "{\\raggedright\\parindent=0pt\n\\everypar{\\hangindent=2em \\hangafter=1 }%\n$"
        let closing = "$\\par}\n"
        return IdealFileFrame(
            opening: opening, separator: "$\n\n$", closing: closing, zeroIdeal: .file(opening + "0" + closing)
        )
    }
}
