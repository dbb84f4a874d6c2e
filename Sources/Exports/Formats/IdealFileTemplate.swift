import Foundation
import Macaulay2

/// The Macaulay2 file that defines a ring and an ideal by its generators.
enum IdealFileTemplate {
    /// The text before and after the generators; for the zero ideal the whole text stands before.
    static func render(
        isZero: Bool, title: String, provenance: Provenance, lastIndex: Int, ideal: String
    ) throws(TemplateError) -> (opening: String, closing: String) {
        // A mark that cannot occur in the values, which have no control characters.
        let mark = "\u{1}"
        var values = [
            "title": Template.comment(title), "tool": Template.comment(provenance.toolVersion),
            "command": Template.comment(provenance.command), "lastIndex": "\(lastIndex)", "ideal": ideal,
        ]
        let template: Template
        if isZero {
            template = Template(name: "zero-ideal-file", bytes: PackageResources.zero_ideal_file_m2)
        } else {
            template = Template(name: "ideal-file", bytes: PackageResources.ideal_file_m2)
            values["generators"] = mark
        }
        let halves = try template.rendered(values).components(separatedBy: mark)
        return (halves[0], halves.count > 1 ? halves[1] : "")
    }
}
