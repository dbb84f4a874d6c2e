import PlatformBasics
import Macaulay2

extension IdealFormat {
    /// A Macaulay2 file that defines the ring `R` and the ideal.
    ///
    /// Long generators are text there, which the file hands to the engine's reader, or reads itself: the parser needs minutes
    /// for what the engine reads in a second.
    ///
    /// Measured at (8,8;3), all 5,754 generators, 12 MB, in seconds of processor time: polynomials 51 in 1.21 and 45 in
    /// 1.26.06; text 17 in 1.21, of which some 4 make 150,000 different terms and 4 add 450,000, and 1.5 in 1.26.06. In
    /// 1.21 terms from exponents (`rawTerm`) and monomials shared by their beginnings were hardly faster than products, and
    /// adding one term after another took twenty times as long as in pairs.
    public static let m2 = macaulay2(longestPolynomials: 1 << 16)

    /// - Parameter longestPolynomials: so many bytes of generators stand in the file as polynomials at most.
    static func macaulay2(longestPolynomials: Int) -> IdealFormat {
        IdealFormat("m2", .indexed, takenNames: definedNames) {
            file throws(TemplateError) in try macaulay2Frame(file, longestPolynomials)
        }
    }

    private static func macaulay2Frame(
        _ file: IdealFile, _ longestPolynomials: Int
    ) throws(TemplateError) -> IdealFileFrame {
        let variables: String
        switch file.ring.variables {
        case .indexed: variables = "\(file.names.first ?? "")..\(file.names.last ?? "")"
        case .listed: variables = file.names.joined(separator: ",")
        }
        let order: String
        switch file.ring.order {
        case .grevlex: order = ""
        case .lex: order = ", MonomialOrder => Lex"
        case .glex: order = ", MonomialOrder => GLex"
        }
        // A mark that cannot occur in the values, which have no control characters.
        let mark = "\u{1}"
        var values = [
            "title": Template.comment(file.title), "tool": Template.comment(file.provenance.toolVersion),
            "command": Template.comment(file.provenance.command),
            "ring": "\(file.ring.field)[\(variables)\(order)]", "ideal": file.idealName,
        ]
        // An empty list would generate an ideal of the integers.
        let zero = try Template(name: "zero-ideal-file", bytes: PackageResources.zero_ideal_file_m2)
            .rendered(values)
        values["generators"] = mark
        let halves = try Template(name: "ideal-file", bytes: PackageResources.ideal_file_m2)
            .rendered(values).components(separatedBy: mark)
        let longHalves = try Template(name: "long-ideal-file", bytes: PackageResources.long_ideal_file_m2)
            .rendered(values).components(separatedBy: mark)
        return IdealFileFrame(
            opening: halves[0], separator: ",\n", closing: halves[1],
            long: .init(opening: longHalves[0], closing: longHalves[1], limit: longestPolynomials),
            zeroIdeal: .file(zero))
    }
}
