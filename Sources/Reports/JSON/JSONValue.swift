import ExactAlgebra
import Exports
import Neurovariety

/// A JSON value, with integers of any size, which `JSONEncoder` cannot write.
///
/// All JSON that this program prints is made of these: members in the order given, one line for a list of numbers or
/// strings, the same bytes for the same value.
package indirect enum JSONValue: Sendable {
    case integer(Integer)
    /// In the shortest form that reads back the same; null if it is not finite.
    case number(Double)
    case string(String)
    case boolean(Bool)
    case array([JSONValue])
    /// In the order given.
    case object([(String, JSONValue)])

    package static func numbers(_ values: [Double]) -> JSONValue { .array(values.map { .number($0) }) }
    package static func integers(_ values: [Int]) -> JSONValue {
        .array(values.map { .integer(Integer($0)) })
    }
    package static func integers(_ values: [Integer]) -> JSONValue { .array(values.map { .integer($0) }) }

    package static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
    package static func integer(_ value: Int) -> JSONValue { .integer(Integer(value)) }

    /// An object without the members that have no value.
    package static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
        .object(members.compactMap { name, value in value.map { (name, $0) } })
    }

    /// An object that says first which architecture it is about.
    package static func about(
        _ architecture: Architecture, _ members: [(String, JSONValue?)]
    ) -> JSONValue {
        .members(
            [
                ("filterSizes", .integers(architecture.filterSizes)),
                ("strides", .integers(architecture.strides)),
            ] + members)
    }

    package var text: String { text(indentation: "") + "\n" }

    private var isScalar: Bool {
        switch self {
        case .array, .object: return false
        default: return true
        }
    }

    private func text(indentation: String) -> String {
        let deeper = indentation + "  "
        switch self {
        case .integer(let value): return value.description
        case .number(let value): return value.isFinite ? "\(value)" : "null"
        case .string(let value): return JSONText.quoted(value)
        case .boolean(let value): return value ? "true" : "false"
        case .array(let values):
            if values.allSatisfy(\.isScalar) {
                return "[" + values.map { $0.text(indentation: "") }.joined(separator: ", ") + "]"
            }
            return "[\n" + values.map { deeper + $0.text(indentation: deeper) }.joined(separator: ",\n")
                + "\n\(indentation)]"
        case .object(let members):
            if members.isEmpty { return "{}" }
            return "{\n"
                + members.map { deeper + JSONText.quoted($0) + ": " + $1.text(indentation: deeper) }
                .joined(separator: ",\n") + "\n\(indentation)}"
        }
    }
}
