/// Lines of fields separated by commas, semicolons, tabs or spaces.
enum TextTable {
    /// Visits the fields of each line, with the number of the line from 1. Empty lines and what follows `#` are left
    /// out; a first line without any number is a heading.
    static func visit(
        _ text: String, isNumber: (Substring) -> Bool,
        _ body: (_ line: Int, _ fields: [Substring]) throws(DataError) -> Void
    ) throws(DataError) {
        var isFirst = true
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            let content = line.prefix { $0 != "#" }
            guard content.contains(where: { !$0.isWhitespace }) else { continue }
            let fields = fields(content)
            let isHeading = isFirst && !fields.contains(where: isNumber)
            isFirst = false
            if !isHeading { try body(index + 1, fields) }
        }
    }

    private static func fields(_ line: Substring) -> [Substring] {
        let separator: Character? = [",", ";", "\t"].first { line.contains($0) }
        guard let separator else { return line.split(whereSeparator: \.isWhitespace) }
        return line.split(separator: separator, omittingEmptySubsequences: false).map { field in
            var rest = field.drop(while: \.isWhitespace)
            while rest.last?.isWhitespace == true { rest.removeLast() }
            return rest
        }
    }
}
