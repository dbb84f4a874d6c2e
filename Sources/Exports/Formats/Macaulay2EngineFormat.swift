extension IdealFormat {
    /// A list of polynomials as msolve prints it, its output and not its input, which Macaulay2's engine reads since
    /// 1.23. An empty list is the zero ideal there; a zero would be kept as a term,
    /// and names of several letters are taken for others (seen in 1.26.06).
    public static let m2Engine = IdealFormat("m2-engine", .msolve, takesGreekLetters: false, saysOrder: false)
    { file in
        IdealFileFrame(
            opening: "#\(file.title)\n#\(file.maker)\n#field characteristic: \(file.ring.characteristic)\n"
                + "#variable order: \(file.nameList)\n#---\n[",
            separator: ",\n", closing: "]:\n")
    }
}
