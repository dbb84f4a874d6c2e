extension IdealFormat {
    /// A Singular file that defines the ring `R` and the ideal.
    public static let singular = IdealFormat("singular", .singular) { file in
        IdealFileFrame(
            opening: "// \(file.title)\n// \(file.maker)\n"
                + "ring R = 0,(w(0..\(file.lastIndex))),dp;\nideal \(file.idealName) = \(file.isZero ? "0" : "")\n",
            separator: ",\n", closing: ";\n")
    }
}
