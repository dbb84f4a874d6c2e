extension IdealFormat {
    /// One generator a line, with headings that start with `#`.
    public static let text = IdealFormat("text", .indexed) { file in
        IdealFileFrame(
            opening: "# \(file.title)\n# \(file.maker)\n",
            openingOfPart: { part, _ in "# \(part.heading)\n" },
            terminator: "\n", separatesPartsOtherwise: true)
    }
}
