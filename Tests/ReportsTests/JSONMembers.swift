import Exports

@testable import Reports

extension JSONValue {
    /// A member as text: of a string its content, of anything else what stands in the file.
    subscript(name: String) -> String? {
        switch member(name) {
        case .string(let text): return text
        case let value?: return String(value.text.dropLast())
        case nil: return nil
        }
    }

    func member(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.0 == name }?.1
    }

    /// The elements of the list of this name.
    func elements(_ name: String) -> [JSONValue] {
        guard case .array(let values) = member(name) else { return [] }
        return values
    }

    /// How many elements it has.
    func count(_ name: String) -> Int { elements(name).count }
}
