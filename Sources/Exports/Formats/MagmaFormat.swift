extension IdealFormat {
    /// A Magma file that defines the ring `R`, its variables and the ideal.
    public static let magma = IdealFormat("magma", .indexed, takenNames: definedNames) { file in
        let opening =
            "// \(file.title)\n// \(file.maker)\n"
            + "// for load in Magma; defines R, its variables, and \(file.idealName)\n"
            + "R<\(file.nameList)> := PolynomialRing(\(file.field(rationals: "RationalField()")), "
            + "\(file.names.count), \"\(file.ring.order.rawValue)\");\n\(file.idealName) := ideal<R |\n"
        return IdealFileFrame(
            opening: opening, separator: ",\n", closing: "\n>;\n", zeroIdeal: .file(opening + "0\n>;\n"))
    }
}
