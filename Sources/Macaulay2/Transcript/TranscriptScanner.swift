import ExactAlgebra

/// A strict scanner over the bytes of one payload. It never guesses: what is not expected is an error with
/// line and column.
struct TranscriptScanner {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private let line: Int
    /// The column, from 1, of the first byte of the payload.
    private let firstColumn: Int
    private var depth = 0

    /// Lists nested deeper than this are refused: the scanner is recursive.
    static let largestDepth = 64

    init(_ bytes: ArraySlice<UInt8>, line: Int, firstColumn: Int) {
        self.bytes = bytes
        self.position = bytes.startIndex
        self.line = line
        self.firstColumn = firstColumn
    }

    // MARK: the primitives that every reader uses

    var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    mutating func skipSpaces() {
        while peek == UInt8(ascii: " ") { position += 1 }
    }

    /// Consumes the character if it is next.
    mutating func match(_ character: Unicode.Scalar) -> Bool {
        skipSpaces()
        guard peek == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ character: Unicode.Scalar) throws(TranscriptError) {
        guard match(character) else { throw error("'\(character)'") }
    }

    mutating func expectEnd() throws(TranscriptError) {
        skipSpaces()
        guard peek == nil else { throw error("the end of the line") }
    }

    func error(_ expected: String) -> TranscriptError {
        let found = bytes[position...].prefix(12)
        return TranscriptError(
            line: line, column: firstColumn + position - bytes.startIndex, expected: expected,
            found: found.isEmpty ? "the end of the line" : "'\(String(decoding: found, as: UTF8.self))'")
    }

    // MARK: values

    mutating func value() throws(TranscriptError) -> Value {
        skipSpaces()
        guard let first = peek else { throw error("a value") }
        switch first {
        case UInt8(ascii: "{"): return .list(try values(closing: "}"))
        case UInt8(ascii: "("): return .sequence(try values(closing: ")"))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return try word()
        default: return try number()
        }
    }

    private mutating func values(closing: Unicode.Scalar) throws(TranscriptError) -> [Value] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.largestDepth else { throw error("at most \(Self.largestDepth) nested lists") }
        position += 1
        var result: [Value] = []
        if match(closing) { return result }
        repeat { result.append(try value()) } while match(",")
        try expect(closing)
        return result
    }

    private mutating func string() throws(TranscriptError) -> String {
        position += 1
        var content: [UInt8] = []
        while let byte = peek, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") {
                position += 1
                guard let escaped = peek, escaped == UInt8(ascii: "\\") || escaped == UInt8(ascii: "\"")
                else {
                    throw error("'\\' or '\"' after '\\'")
                }
                content.append(escaped)
            } else {
                content.append(byte)
            }
            position += 1
        }
        try expect("\"")
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func word() throws(TranscriptError) -> Value {
        for (word, value) in [("true", Value.boolean(true)), ("false", .boolean(false)), ("null", .null)]
        where bytes[position...].starts(with: word.utf8) {
            position += word.utf8.count
            return value
        }
        throw error("true, false or null")
    }

    private mutating func number() throws(TranscriptError) -> Value {
        let start = position
        if peek == UInt8(ascii: "-") { position += 1 }
        let digits = digits()
        if peek == UInt8(ascii: ".") || peek == UInt8(ascii: "e") {
            // A decimal: Macaulay2 writes .0022 and 12. too.
            var decimals = 0
            if peek == UInt8(ascii: ".") {
                position += 1
                decimals = self.digits()
            }
            guard digits + decimals > 0 else { throw error("a digit") }
            if peek == UInt8(ascii: "e") {
                position += 1
                if peek == UInt8(ascii: "-") || peek == UInt8(ascii: "+") { position += 1 }
                guard self.digits() > 0 else { throw error("an exponent") }
            }
            var text = String(decoding: bytes[start..<position], as: UTF8.self)
            if text.hasSuffix(".") { text += "0" }
            guard let real = Double(text) else { throw error("a number") }
            return .real(real)
        }
        guard digits > 0, let numerator = integer(from: start) else { throw error("a value") }
        guard peek == UInt8(ascii: "/") else { return .integer(numerator) }
        position += 1
        let denominatorStart = position
        guard self.digits() > 0, let denominator = integer(from: denominatorStart), denominator != .zero
        else {
            throw error("a denominator")
        }
        return .rational(numerator, denominator)
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
        return position - start
    }

    private func integer(from start: Int) -> Integer? {
        Integer(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    // MARK: polynomials

    /// A polynomial in `variableCount` variables, printed by `toString listForm`:
    /// `{({1,0,2},3), ({0,1,0},-1/2)}`. Denominators are cleared by a common multiple.
    ///
    /// Read without building values: a transcript can hold a hundred megabytes of these.
    mutating func polynomial(variableCount: Int) throws(TranscriptError) -> Polynomial {
        var monomials: [Monomial] = []
        var coefficients: [(numerator: Integer, denominator: Integer)] = []
        try expect("{")
        if !match("}") {
            repeat {
                try expect("(")
                monomials.append(try monomial(variableCount: variableCount))
                try expect(",")
                skipSpaces()
                switch try number() {
                case .integer(let value): coefficients.append((value, .one))
                case .rational(let numerator, let denominator):
                    coefficients.append((numerator, denominator))
                default: throw error("an exact coefficient")
                }
                try expect(")")
            } while match(",")
            try expect("}")
        }
        // Nearly all are integers.
        let common = coefficients.lazy.map(\.denominator).filter { $0 != .one }
            .reduce(Integer.one, Integer.leastCommonMultiple)
        var terms: [(monomial: Monomial, coefficient: Int)] = []
        terms.reserveCapacity(monomials.count)
        for (monomial, coefficient) in zip(monomials, coefficients) {
            guard let value = Int(exactly: coefficient.numerator * common / coefficient.denominator) else {
                throw error("coefficients of at most 64 bits")
            }
            terms.append((monomial, value))
        }
        do {
            return try Polynomial(terms: terms)
        } catch {
            throw self.error("a homogeneous polynomial (\(error))")
        }
    }

    /// The monomial with a list of exponents.
    private mutating func monomial(variableCount: Int) throws(TranscriptError) -> Monomial {
        try expect("{")
        var exponents: [Int] = []
        exponents.reserveCapacity(variableCount)
        if !match("}") {
            repeat {
                skipSpaces()
                let start = position
                guard digits() > 0, position - start < 5 else { throw error("an exponent") }
                exponents.append(bytes[start..<position].reduce(0) { $0 * 10 + Int($1 - 0x30) })
            } while match(",")
            try expect("}")
        }
        guard exponents.count == variableCount else {
            throw error("\(variableCount) exponents, not \(exponents.count),")
        }
        return Monomial(
            exponents.enumerated().flatMap { repeatElement($0.offset, count: $0.element) })
    }
}

/// What was expected, and what was found, at a place in a transcript.
public struct TranscriptError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    public let line: Int
    /// From 1, in bytes.
    public let column: Int
    /// In words.
    public let expected: String
    /// The beginning of what stands there.
    public let found: String

    /// One line.
    public var description: String {
        "line \(line), column \(column): expected \(expected), found \(found)"
    }
}
