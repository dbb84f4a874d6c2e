import ExactAlgebra

extension IdealFormat {
    /// Input of msolve: the variables, the characteristic 0, and the generators. It has no comments, and no zero ideal.
    public static let msolve = IdealFormat("msolve", .msolve) { file in
        let names = (0...file.lastIndex).map(PolynomialSyntax.msolve.name(ofVariable:))
        return IdealFileFrame(
            opening: names.joined(separator: ",") + "\n0\n", separator: ",\n", closing: "\n",
            zeroIdeal: .impossible)
    }
}
