extension IdealFormat {
    /// An `align*` environment.
    public static let latex = IdealFormat("latex", .latex) { file in
        IdealFileFrame(
            opening: "% \(file.title)\n% \(file.maker)\n\\begin{align*}\n& \(file.isZero ? "0" : "")",
            separator: " \\\\\n& ", closing: "\n\\end{align*}\n")
    }
}
