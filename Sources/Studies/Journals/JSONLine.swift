import PlatformBasics

/// A line of a journal that is JSON.
enum JSONLine {
    /// Nil for a text that is no such value.
    static func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value? {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch is DecodingError {
            return nil
        }
    }

    static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
