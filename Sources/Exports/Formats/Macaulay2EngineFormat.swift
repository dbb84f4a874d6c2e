import ExactAlgebra

extension IdealFormat {
    /// A list of polynomials as msolve prints it, its output and not its input, which Macaulay2's engine reads since
    /// 1.23. An empty list is the zero ideal there; a zero would be kept as a term (seen in 1.26.06).
    public static let m2Engine = IdealFormat("m2-engine", .msolve) { file in
        let names = (0...file.lastIndex).map(PolynomialSyntax.msolve.name(ofVariable:))
        return IdealFileFrame(
            opening: "#\(file.title)\n#\(file.maker)\n#field characteristic: 0\n"
                + "#variable order: \(names.joined(separator: ", "))\n#---\n[",
            separator: ",\n", closing: "]:\n")
    }
}
