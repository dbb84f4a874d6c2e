extension IdealFormat {
    /// A Singular file that defines the ring `R` and the ideal.
    public static let singular = IdealFormat("singular", .singular, takenNames: definedNames) { file in
        let variables: String
        switch file.ring.variables {
        case .indexed(let name): variables = "\(name)(0..\(file.names.count - 1))"
        case .listed: variables = file.names.joined(separator: ",")
        }
        let order: String
        switch file.ring.order {
        case .grevlex: order = "dp"
        case .lex: order = "lp"
        case .glex: order = "Dp"
        }
        let opening =
            "// \(file.title)\n// \(file.maker)\n"
            + "ring R = \(file.ring.characteristic),(\(variables)),\(order);\nideal \(file.idealName) = \n"
        return IdealFileFrame(
            opening: opening, separator: ",\n", closing: ";\n", zeroIdeal: .file(opening + "0;\n"))
    }
}
