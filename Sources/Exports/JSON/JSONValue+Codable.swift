import ExactAlgebra
import PlatformBasics

extension JSONValue {
    /// What a value is in files of results, where other programs get it too: one form for both.
    package init(encoding value: some Encodable) {
        do {
            self = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value))
        } catch {
            preconditionFailure("a value has no form in JSON: \(error)")
        }
    }
}

/// Members are sorted by their names.
extension JSONValue: Decodable {
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { Int(stringValue) }

        init(stringValue: String) { self.stringValue = stringValue }
        init(intValue: Int) { stringValue = "\(intValue)" }
    }

    package init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: Name.self) {
            let names = container.allKeys.sorted {
                ($0.intValue ?? .max, $0.stringValue) < ($1.intValue ?? .max, $1.stringValue)
            }
            self = .object(
                try names.map { ($0.stringValue, try container.decode(JSONValue.self, forKey: $0)) })
            return
        }
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let truth = try? value.decode(Bool.self) {
            self = .boolean(truth)
        } else if let number = try? value.decode(Int.self) {
            self = .integer(number)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else {
            self = .array(try value.decode([JSONValue].self))
        }
    }
}
