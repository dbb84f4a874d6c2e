extension IdealFormat {
    /// A file for Oscar, in Julia: the ring `R`, its variables and the ideal.
    public static let oscar = IdealFormat("oscar", .indexed, takenNames: definedNames) { file in
        let order: String
        switch file.ring.order {
        case .grevlex: order = ":degrevlex"
        case .lex: order = ":lex"
        case .glex: order = ":deglex"
        }
        let opening =
            "# \(file.title)\n# \(file.maker)\n"
            + "# for include() in Julia; defines R, its variables, and \(file.idealName)\nusing Oscar\n"
            // The comma makes one variable a tuple too.
            + "R, (\(file.nameList),) = polynomial_ring(\(file.field(rationals: "QQ")), [\(file.quotedNames)]; "
            + "internal_ordering = \(order));\n\(file.idealName) = ideal(R, ["
        // A comma behind the last one too: without any, brackets over several lines make a matrix.
        return IdealFileFrame(
            opening: opening + "\n", separator: ",\n", closing: ",\n]);\n",
            zeroIdeal: .file(opening + "zero(R)]);\n"))
    }
}
