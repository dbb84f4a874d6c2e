import ExactAlgebra

extension IdealFormat {
    /// A list of polynomials as msolve prints it, which Macaulay2's engine reads since 1.23.
    public static let msolve = IdealFormat("msolve", .msolve) { file in
        let names = (0...file.lastIndex).map(PolynomialSyntax.msolve.name(ofVariable:))
        return IdealFileFrame(
            opening: "#\(file.title)\n#\(file.maker)\n#field characteristic: 0\n"
                + "#variable order: \(names.joined(separator: ", "))\n#---\n[\(file.isZero ? "0" : "")",
            separator: ",\n", closing: "]:\n")
    }
}
