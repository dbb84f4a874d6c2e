import Exports
import Training

extension DataSource {
    /// The file, how its numbers are stored, and what of it was left out.
    var json: JSONValue {
        .members([
            ("file", .string(VisibleText.of(name))), ("format", .string(format.description)),
            ("headingLine", heading.map { .integer($0.line) }),
            ("heading", heading.map { .string(VisibleText.of($0.text)) }),
            ("hasIndexColumn", .boolean(hasIndex)),
        ])
    }
}
