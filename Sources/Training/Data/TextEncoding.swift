/// How the characters of a text file are stored.
public enum TextEncoding: String, Sendable {
    /// UTF-8, ASCII included, and whatever else has ASCII for its numbers.
    case utf8 = "UTF-8"
    /// UTF-16 with its mark, the low byte first, as Windows writes it.
    case utf16LittleEndian = "UTF-16LE"
    /// UTF-16 with its mark, the high byte first.
    case utf16BigEndian = "UTF-16BE"
}

extension TextEncoding {
    /// The text as UTF-8, without the mark that spreadsheets put before it, with plain blanks and newlines for all
    /// others of Unicode.
    static func decode(_ bytes: [UInt8], name: String) throws(DataError) -> (text: [UInt8], encoding: Self) {
        func found(_ mark: UInt8...) -> Bool { bytes.starts(with: mark) }
        if found(0xFF, 0xFE, 0, 0) || found(0, 0, 0xFE, 0xFF) {
            throw .notText(file: name, reason: "it is UTF-32; save it as UTF-8")
        }
        if found(0xFF, 0xFE) || found(0xFE, 0xFF) {
            let isBig = bytes[0] == 0xFE
            return (
                plain(try utf8(bytes[2...], isBigEndian: isBig, name: name)),
                isBig ? .utf16BigEndian : .utf16LittleEndian
            )
        }
        // Of each character of a number one byte is 0, and the other is ASCII.
        let pairs = stride(from: 0, to: min(bytes.count - 1, 8), by: 2).map { (bytes[$0], bytes[$0 + 1]) }
        if !pairs.isEmpty, pairs.allSatisfy({ min($0, $1) == 0 && (9..<0x7F).contains(max($0, $1)) }) {
            throw .notText(file: name, reason: "it looks like UTF-16 without its mark; save it as UTF-8")
        }
        return (plain(found(0xEF, 0xBB, 0xBF) ? Array(bytes[3...]) : bytes), .utf8)
    }

    private static func utf8(
        _ bytes: ArraySlice<UInt8>, isBigEndian: Bool, name: String
    ) throws(DataError) -> [UInt8] {
        guard bytes.count.isMultiple(of: 2) else {
            throw .notText(file: name, reason: "its UTF-16 is cut off, with an odd number of bytes")
        }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for at in stride(from: bytes.startIndex, to: bytes.endIndex, by: 2) {
            let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw .notText(file: name, reason: "its UTF-16 has halves of characters; save it as UTF-8")
        }
        return Array(text.utf8)
    }

    /// Blanks and newlines beyond ASCII, in UTF-8: those that come with text copied from pages and documents.
    private static let blanks: [[UInt8]] =
        [[0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x81, 0x9F], [0xE3, 0x80, 0x80], [0xEF, 0xBB, 0xBF]]
        + (0x80...0x8A).map { [0xE2, 0x80, $0] }
    private static let newlines: [[UInt8]] = [[0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]]

    private static func plain(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        var result = bytes
        var at = 0
        while at < result.count {
            defer { at += 1 }
            guard result[at] >= 0xC2 else { continue }
            for (characters, plain) in [(blanks, UInt8(ascii: " ")), (newlines, UInt8(ascii: "\n"))] {
                guard let character = characters.first(where: { result[at...].starts(with: $0) }) else {
                    continue
                }
                // As many bytes as before: the others are blanks.
                for place in character.indices { result[at + place] = UInt8(ascii: " ") }
                result[at] = plain
            }
        }
        return result
    }
}
