/// Lines of fields separated by commas, semicolons, tabs or blanks: the one reader of tables, for samples and filters.
///
/// Empty lines and what follows `#` are left out, and so are a heading and an index, by the rules in
/// `TextTable+Heading.swift`. Fields are what is between the separators, without blanks and quotation marks around.
struct TextTable {
    /// A line that has fields.
    struct Row {
        /// From 1.
        let line: Int
        /// Which fields of the table are its own.
        var fields: Range<Int>
        let separator: DataSource.Separator
    }

    let name: String
    private let bytes: [UInt8]
    private let encoding: TextEncoding
    /// Where each field begins and ends; files have less than 2³² bytes.
    private var bounds: [(start: UInt32, end: UInt32)] = []
    var rows: [Row] = []
    var heading: DataSource.Heading?
    var hasIndex = false

    /// - Parameter aloneIsData: whether one line that counts 0, 1, 2, … is numbers where no other follows.
    init(_ text: [UInt8], encoding: TextEncoding, name: String, aloneIsData: Bool) throws(DataError) {
        guard text.count < UInt32.max else { throw .cannotRead(file: name, reason: "4 GiB or more") }
        (self.name, self.encoding, bytes) = (name, encoding, text)
        try scan()
        guard !rows.isEmpty else { throw .empty(file: name) }
        try leaveOutHeading(aloneIsData: aloneIsData)
        guard !rows.isEmpty else { throw .empty(file: name) }
    }

    /// A field, by its number in the table.
    func field(_ number: Int) -> ArraySlice<UInt8> {
        bytes[Int(bounds[number].start)..<Int(bounds[number].end)]
    }

    /// The column of a field in the file, from 1.
    func column(_ field: Int, in row: Row) -> Int { field - row.fields.lowerBound + (hasIndex ? 2 : 1) }

    func source(hasDecimalCommas: Bool = false) -> DataSource {
        let separator = hasIndex || rows.contains { $0.fields.count > 1 } ? rows[0].separator : .none
        return DataSource(
            name: name, format: .text(separator, encoding, hasDecimalCommas: hasDecimalCommas),
            heading: heading, hasIndex: hasIndex)
    }
}

extension TextTable {
    private enum Kind: UInt8 {
        case plain, blank, tab, newline, comma, semicolon, hash, quote, control
    }

    private static let kinds: [Kind] = (0...255).map { (byte: Int) -> Kind in
        switch byte {
        case 0x0A, 0x0D: .newline
        case 0x09: .tab
        // Vertical tabs and form feeds are as blank as lines around them.
        case 0x20, 0x0B, 0x0C: .blank
        case 0x2C: .comma
        case 0x3B: .semicolon
        case 0x23: .hash
        case 0x22: .quote
        case 0..<0x20, 0x7F: .control
        default: .plain
        }
    }

    /// What is in a line besides its numbers.
    private struct Line {
        var commas = 0
        var semicolons = 0
        /// Tabs with something on both sides.
        var tabs = 0
        var hasTabs = false
        var quotes = 0
        /// Commas that are not between two digits.
        var looseCommas = 0
    }

    private mutating func scan() throws(DataError) {
        // DOS files may end in Control-Z.
        let end = bytes.last == 0x1A ? bytes.count - 1 : bytes.count
        var (start, number) = (0, 1)
        while start < end {
            let (content, line) = try line(from: start, to: end, number)
            if !content.isEmpty { split(content, line, number) }
            start = content.upperBound
            while start < end, Self.kinds[Int(bytes[start])] != .newline { start += 1 }
            if start + 1 < end, bytes[start] == 0x0D, bytes[start + 1] == 0x0A { start += 1 }
            start += 1
            number += 1
        }
    }

    /// What of a line is neither a comment nor blanks around, and what is in it.
    private func line(
        from start: Int, to end: Int, _ number: Int
    ) throws(DataError) -> (content: Range<Int>, line: Line) {
        var line = Line()
        var (at, last, tabs) = (start, start, 0)
        var first: Int?
        scan: while at < end {
            let kind = Self.kinds[Int(bytes[at])]
            switch kind {
            case .newline, .hash: break scan
            case .blank: break
            case .tab:
                line.hasTabs = true
                tabs += 1
            case .control: throw .controlByte(file: name, line: number, byte: bytes[at])
            case .quote where isFieldStart(at, first):
                line.quotes += 1
                guard let close = closingQuote(at, end) else { throw .openQuote(file: name, line: number) }
                if let control = bytes[at..<close].first(where: { Self.kinds[Int($0)] == .control }) {
                    throw .controlByte(file: name, line: number, byte: control)
                }
                if first != nil { line.tabs += tabs }
                first = first ?? at
                (at, last, tabs) = (close, close + 1, 0)
            case .plain, .comma, .semicolon, .quote:
                if kind == .semicolon { line.semicolons += 1 }
                if kind == .comma {
                    line.commas += 1
                    if !isBetweenDigits(at, end) { line.looseCommas += 1 }
                }
                if first != nil { line.tabs += tabs }
                first = first ?? at
                (last, tabs) = (at + 1, 0)
            }
            at += 1
        }
        // A tab at either end separates only if nothing else does.
        let isTabbed = line.commas == 0 && line.semicolons == 0 && line.hasTabs && first != nil
        let tail = bytes[last..<at].lastIndex(of: 0x09).map { $0 + 1 } ?? last
        let head = bytes[start..<(first ?? start)].firstIndex(of: 0x09) ?? first ?? start
        return (isTabbed ? min(head, first ?? head)..<max(tail, last) : (first ?? last)..<last, line)
    }

    private func isFieldStart(_ at: Int, _ first: Int?) -> Bool {
        guard first != nil, at > 0 else { return true }
        switch Self.kinds[Int(bytes[at - 1])] {
        case .comma, .semicolon, .tab, .blank: return true
        default: return false
        }
    }

    /// Where the quotation ends that begins there; a double mark in it is a mark.
    private func closingQuote(_ start: Int, _ end: Int) -> Int? {
        var at = start + 1
        while at < end, Self.kinds[Int(bytes[at])] != .newline {
            if bytes[at] == 0x22 {
                guard at + 1 < end, bytes[at + 1] == 0x22 else { return at }
                at += 1
            }
            at += 1
        }
        return nil
    }

    private func isBetweenDigits(_ at: Int, _ end: Int) -> Bool {
        func isDigit(_ place: Int) -> Bool {
            place >= 0 && place < end && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
        }
        return isDigit(at - 1) && isDigit(at + 1)
    }

    /// Beside semicolons, commas are no separators, nor beside tabs if all stand within numbers.
    private static func separator(of line: Line) -> (DataSource.Separator, Kind) {
        if line.semicolons > 0 { return (.semicolons, .semicolon) }
        if line.commas > 0, line.tabs == 0 || line.looseCommas > 0 { return (.commas, .comma) }
        return line.hasTabs ? (.tabs, .tab) : (.blanks, .blank)
    }

    private mutating func split(_ content: Range<Int>, _ line: Line, _ number: Int) {
        let (separator, kind) = Self.separator(of: line)
        let first = bounds.count
        var (start, at) = (content.lowerBound, content.lowerBound)
        while at < content.upperBound {
            let found = Self.kinds[Int(bytes[at])]
            if found == .quote, line.quotes > 0, isFieldStart(at, at == content.lowerBound ? nil : start) {
                at = closingQuote(at, content.upperBound) ?? at
            } else if found == kind {
                if kind != .blank || at > start { append(start..<at) }
                start = at + 1
            }
            at += 1
        }
        if kind != .blank || at > start { append(start..<at) }
        rows.append(Row(line: number, fields: first..<bounds.count, separator: separator))
    }

    /// A field without blanks and quotation marks around.
    private mutating func append(_ field: Range<Int>) {
        var (start, end) = (field.lowerBound, field.upperBound)
        func trim() {
            while start < end, isBlank(bytes[start]) { start += 1 }
            while start < end, isBlank(bytes[end - 1]) { end -= 1 }
        }
        trim()
        if end - start >= 2, bytes[start] == bytes[end - 1], bytes[start] == 0x22 || bytes[start] == 0x27 {
            start += 1
            end -= 1
            trim()
        }
        bounds.append((UInt32(start), UInt32(end)))
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        let kind = Self.kinds[Int(byte)]
        return kind == .blank || kind == .tab
    }
}
