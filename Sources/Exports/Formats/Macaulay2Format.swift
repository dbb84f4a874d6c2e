import Foundation
import Macaulay2

extension IdealFormat {
    /// A Macaulay2 file that defines the ring `R` and the ideal.
    public static let m2 = IdealFormat("m2", .indexed) { file throws(TemplateError) in
        // A mark that cannot occur in the values, which have no control characters.
        let mark = "\u{1}"
        var values = [
            "title": Template.comment(file.title), "tool": Template.comment(file.provenance.toolVersion),
            "command": Template.comment(file.provenance.command), "lastIndex": "\(file.lastIndex)",
            "ideal": file.idealName,
        ]
        // An empty list would generate an ideal of the integers.
        let zero = try Template(name: "zero-ideal-file", bytes: PackageResources.zero_ideal_file_m2)
            .rendered(values)
        values["generators"] = mark
        let template = Template(name: "ideal-file", bytes: PackageResources.ideal_file_m2)
        let halves = try template.rendered(values).components(separatedBy: mark)
        return IdealFileFrame(
            opening: halves[0], separator: ",\n", closing: halves[1], zeroIdeal: .file(zero))
    }
}
