/// Text of a file or a file's name as messages show it: it cannot steer a terminal.
///
/// Control characters, marks without a shape (as those that turn the direction of writing), line separators and what
/// is no character are escaped as in Swift, `\u{1B}`; bytes that are no UTF-8 as `\xE9`.
package enum VisibleText {
    package static func of(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if isVisible(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            }
        }
        return result
    }

    /// The beginning of a field, for a message. The result still has control characters, for ``of(_:)``.
    static func beginning(_ bytes: ArraySlice<UInt8>) -> String {
        // A character has at most four bytes, or few more with its accents.
        let start = bytes.prefix(400)
        if let text = String(validating: start, as: UTF8.self) { return String(text.prefix(40)) }
        return start.prefix(40).map {
            $0 < 0x80 ? String(UnicodeScalar($0)) : "\\x" + hexadecimal($0)
        }.joined()
    }

    /// Two digits.
    static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    private static func isVisible(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            false
        default: true
        }
    }
}
