/// Text broken for a terminal.
package enum TextLines {
    /// A text in lines of a width, broken at blanks where there are some. What a line begins with, the next ones too.
    package static func of(_ text: String, width: Int) -> [String] {
        guard text.count > width else { return [text] }
        let indentation = String(text.prefix { $0 == " " }.prefix(max(0, width - 1)))
        var lines: [String] = []
        var line = indentation
        var isEmpty = true
        for word in text.split(separator: " ") {
            var rest = word[...]
            if !isEmpty, line.count + 1 + rest.count > width {
                lines.append(line)
                (line, isEmpty) = (indentation, true)
            }
            // A word that is longer than a line.
            while line.count + (isEmpty ? 0 : 1) + rest.count > width {
                let piece = rest.prefix(width - line.count)
                lines.append(line + piece)
                rest = rest.dropFirst(piece.count)
                line = indentation
            }
            line += (isEmpty ? "" : " ") + rest
            isEmpty = false
        }
        if !isEmpty { lines.append(line) }
        return lines
    }
}
