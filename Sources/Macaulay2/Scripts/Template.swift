import PlatformBasics

/// A text with named places, `@@name@@`, to be filled in.
///
/// Every place must be given a value and every value must have a place: a misspelt name is an error, not an
/// empty line in a script.
package struct Template: Sendable {
    package let name: String
    package let text: String

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    /// The text with the places filled in. Values are inserted as they are; they must come from numbers and
    /// enumerations, or through ``comment(_:)``.
    package func rendered(_ values: [String: String]) throws(TemplateError) -> String {
        var result = ""
        var unused = Set(values.keys)
        // Odd pieces between the marks are names.
        let pieces = text.components(separatedBy: "@@")
        guard pieces.count % 2 == 1 else { throw .unbalanced(template: name) }
        for (index, piece) in pieces.enumerated() {
            guard index % 2 == 1 else {
                result += piece
                continue
            }
            guard let value = values[piece] else { throw .unfilled(template: name, placeholder: piece) }
            unused.remove(piece)
            result += value
        }
        if let extra = unused.min() { throw .unknown(template: name, placeholder: extra) }
        return result
    }

    /// A text fit for the rest of a comment line.
    package static func comment(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }
}

/// What is wrong between a template and its values: a defect of the program.
public enum TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
    case unbalanced(template: String)
    case unfilled(template: String, placeholder: String)
    case unknown(template: String, placeholder: String)

    /// One line.
    public var description: String {
        switch self {
        case .unbalanced(let template): return "template \(template): an odd number of @@ marks"
        case .unfilled(let template, let placeholder):
            return "template \(template): no value for @@\(placeholder)@@"
        case .unknown(let template, let placeholder):
            return "template \(template): no place for the value \(placeholder)"
        }
    }
}
