extension IdealFormat {
    /// A Singular file that defines the ring `R` and the ideal.
    public static let singular = IdealFormat("singular", .singular) { file in
        let opening =
            "// \(file.title)\n// \(file.maker)\n"
            + "ring R = 0,(w(0..\(file.lastIndex))),dp;\nideal \(file.idealName) = \n"
        return IdealFileFrame(
            opening: opening, separator: ",\n", closing: ";\n", zeroIdeal: .file(opening + "0;\n"))
    }
}
