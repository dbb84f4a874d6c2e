extension IdealFormat {
    /// Sage, or Python with Sage's names: the ring `R` and the ideal. Generators are text, which the ring reads: no names
    /// of variables are set, and nothing long is compiled.
    public static let sage = IdealFormat("sage", .indexed, takenNames: definedNames.union(["lambda"])) {
        file in
        let order: String
        switch file.ring.order {
        case .grevlex: order = "degrevlex"
        case .lex: order = "lex"
        case .glex: order = "deglex"
        }
        let opening =
            "# \(file.title)\n# \(file.maker)\n# for load() in Sage; defines R and \(file.idealName)\n"
            + "R = PolynomialRing(\(file.field(rationals: "QQ")), \(file.names.count), [\(file.quotedNames)], "
            + "order=\"\(order)\")\n\(file.idealName) = R.ideal("
        return IdealFileFrame(
            opening: opening + "[R(f) for f in \"\"\"\n", separator: "\n",
            closing: "\n\"\"\".strip().split(\"\\n\")])\n", zeroIdeal: .file(opening + "[])\n"))
    }
}
