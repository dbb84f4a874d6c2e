import ExactAlgebra
import Macaulay2
import Neurovariety

/// A JSON value: all JSON that this program prints at once is made of these.
///
/// Members stand in the order given, short lists on one line, and the same value is the same bytes. What the files mean
/// is in `fixtures/schema`.
package indirect enum JSONValue: Sendable {
    case null
    /// Beyond 2^53 in absolute value a string, see `Integer.isJSONNumber`.
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
    package static func integer(_ value: some BinaryInteger) -> JSONValue { .integer(Integer(value)) }

    /// An object without the members that have no value.
    package static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
        .object(members.compactMap { name, value in value.map { (name, $0) } })
    }

    /// An object that says first which architecture it is about.
    package static func about(
        _ architecture: Architecture, _ members: [(String, JSONValue?)]
    ) -> JSONValue {
        .about(filterSizes: architecture.filterSizes, strides: architecture.strides, members)
    }

    /// The same; strides are null where they may be any above 1.
    package static func about(
        filterSizes: [Int], strides: [Int]?, _ members: [(String, JSONValue?)]
    ) -> JSONValue {
        .members(
            [("filterSizes", .integers(filterSizes)), ("strides", strides.map { .integers($0) } ?? .null)]
                + members)
    }

    /// A document: what made it, then the members of an object.
    ///
    /// - Precondition: the value is an object.
    package func document(by provenance: Provenance) -> JSONValue {
        guard case .object(let members) = self else { preconditionFailure("a document is an object") }
        return .object(provenance.jsonMembers + members)
    }

    /// With a line break at the end.
    package var text: String { text(indentation: "") + "\n" }

    /// Lists are written on one line up to this length.
    private static let longestLine = 100

    private var isScalar: Bool {
        switch self {
        case .array, .object: return false
        default: return true
        }
    }

    /// On one line; nil for what has objects in it, other than those of one scalar.
    private var line: String? {
        switch self {
        case .null: return "null"
        case .integer(let value): return value.isJSONNumber ? value.description : "\"\(value)\""
        case .number(let value): return value.isFinite ? "\(value)" : "null"
        case .string(let value): return JSONText.quoted(value)
        case .boolean(let value): return value ? "true" : "false"
        case .array(let values):
            var lines: [String] = []
            for value in values {
                guard let line = value.line else { return nil }
                lines.append(line)
            }
            return "[" + lines.joined(separator: ", ") + "]"
        case .object(let members):
            guard let (name, value) = members.first else { return "{}" }
            guard members.count == 1, value.isScalar else { return nil }
            return "{\(JSONText.quoted(name)): \(value.line ?? "")}"
        }
    }

    private func text(indentation: String) -> String {
        let deeper = indentation + "  "
        let line = line
        if let line, isScalar || line.utf8.count <= Self.longestLine { return line }
        switch self {
        case .array(let values):
            if let line, values.allSatisfy(\.isScalar) { return line }
            return "[\n" + values.map { deeper + $0.text(indentation: deeper) }.joined(separator: ",\n")
                + "\n\(indentation)]"
        case .object(let members):
            return "{\n"
                + members.map { deeper + JSONText.quoted($0) + ": " + $1.text(indentation: deeper) }
                .joined(separator: ",\n") + "\n\(indentation)}"
        default: preconditionFailure("a scalar stands on one line")
        }
    }
}

extension Provenance {
    /// What each document begins with: the program with its version, and the command line.
    package var jsonMembers: [(String, JSONValue)] {
        let words = toolVersion.split(separator: " ", maxSplits: 1).map(String.init)
        return [
            (words.first ?? "", .string(words.count > 1 ? words[1] : "")), ("command", .string(command)),
        ]
    }
}
