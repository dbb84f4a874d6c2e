import ExactAlgebra

/// What a script reported: its tagged lines, `@lcngen <key> <value>`.
///
/// Lines without the tag are noise. A last line without its end, as a kill in the middle of writing leaves,
/// is ignored. Values are read when they are asked for.
public struct Transcript: Sendable {
    /// A tagged line.
    public struct Record: Sendable {
        /// What stands after the tag.
        public let key: String
        /// From 1.
        public let line: Int
        let payload: ArraySlice<UInt8>
        let payloadColumn: Int

        /// Reads the payload as one value.
        ///
        /// - Throws: ``TranscriptError`` for anything else.
        public func value() throws(TranscriptError) -> Value {
            var scanner = TranscriptScanner(payload, line: line, firstColumn: payloadColumn)
            let value = try scanner.value()
            try scanner.expectEnd()
            return value
        }

        /// Reads the payload as a polynomial that `toString listForm` printed, in so many variables.
        ///
        /// - Throws: ``TranscriptError`` for anything else.
        public func polynomial(variableCount: Int) throws(TranscriptError) -> Polynomial {
            var scanner = TranscriptScanner(payload, line: line, firstColumn: payloadColumn)
            let polynomial = try scanner.polynomial(variableCount: variableCount)
            try scanner.expectEnd()
            return polynomial
        }
    }

    /// In order.
    public private(set) var records: [Record] = []
    /// Whether the script ran to its end.
    public private(set) var isComplete = false
    /// Where reading stopped, if a tagged line was malformed: the records before it are valid.
    public private(set) var error: TranscriptError?

    /// Of the lines; other versions are refused.
    public static let protocolVersion = 1
    private static let tag = Array("@lcngen".utf8)

    /// The empty transcript.
    public init() {}

    /// Reads the output of a script, up to the first line that is malformed.
    public init(_ bytes: [UInt8]) {
        do throws(TranscriptError) {
            try read(bytes)
        } catch {
            self.error = error
        }
    }

    private mutating func read(_ bytes: [UInt8]) throws(TranscriptError) {
        var start = 0
        var line = 0
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            line += 1
            let text = bytes[start..<end]
            start = end + 1
            guard text.starts(with: Self.tag) else { continue }
            let afterTag = text.startIndex + Self.tag.count
            func failure(_ expected: String, at place: Int) -> TranscriptError {
                TranscriptError(
                    line: line, column: place - text.startIndex + 1, expected: expected,
                    found: "'\(String(decoding: text[place...].prefix(12), as: UTF8.self))'")
            }
            guard afterTag < text.endIndex, text[afterTag] == UInt8(ascii: " ") else {
                throw failure("a space after @lcngen", at: afterTag)
            }
            let key = text[(afterTag + 1)...].prefix { Self.isKeyCharacter($0) }
            guard !key.isEmpty, key.endIndex == text.endIndex || text[key.endIndex] == UInt8(ascii: " ")
            else {
                throw failure("a key", at: key.endIndex)
            }
            guard !isComplete else { throw failure("nothing after done", at: afterTag + 1) }
            let payload = text[min(key.endIndex + 1, text.endIndex)...]
            let record = Record(
                key: String(decoding: key, as: UTF8.self), line: line, payload: payload,
                payloadColumn: payload.startIndex - text.startIndex + 1)
            try check(record, failure("protocol \(Self.protocolVersion) first", at: key.startIndex))
            records.append(record)
            isComplete = record.key == "done"
        }
    }

    /// The protocol number comes first, and only once.
    private func check(_ record: Record, _ failure: TranscriptError) throws(TranscriptError) {
        let isFirst = records.isEmpty
        guard (record.key == "protocol") == isFirst else { throw failure }
        if isFirst, try record.value().integer != Self.protocolVersion { throw failure }
    }

    private static func isKeyCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
            return true
        default: return false
        }
    }

    /// The value of the first record with this key; nil if there is none.
    public func value(_ key: String) throws(TranscriptError) -> Value? {
        guard let record = records.first(where: { $0.key == key }) else { return nil }
        return try record.value()
    }

    /// The polynomials of all records with this key, in order.
    ///
    /// - Throws: ``TranscriptError`` for one that cannot be read.
    public func polynomials(_ key: String, variableCount: Int) throws(TranscriptError) -> [Polynomial] {
        var result: [Polynomial] = []
        for record in records where record.key == key {
            result.append(try record.polynomial(variableCount: variableCount))
        }
        return result
    }

    /// Seconds that the script measured for a task; nil also for a number that is no time.
    public func seconds(_ task: String) -> Double? {
        guard let number = (try? value("time.\(task)"))?.number, (0..<1e9).contains(number) else {
            return nil
        }
        return number
    }

    /// The last task that began.
    public var currentTask: String? {
        guard let record = records.last(where: { $0.key == "begin" }), let value = try? record.value() else {
            return nil
        }
        return value.string
    }
}
