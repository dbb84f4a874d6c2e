extension WrittenFilter {
    /// Reads integers, fractions and decimals separated by commas, semicolons, blanks or newlines, with or without the
    /// brackets and names that NumPy, PyTorch or JSON print around them.
    ///
    /// - Throws: ``FilterTextError``, also where there are several filters.
    public init(_ text: String) throws(FilterTextError) {
        let filters = try Self.filters(text)
        guard filters.count == 1 else { throw .severalFilters(filters.count) }
        self = filters[0]
    }

    /// Reads the filters of several layers: `1,2;1,3`, or `|`, `:` or a newline for the semicolon, or a bracket for each,
    /// as in `[1,2],[1,3]`, with or without brackets around.
    ///
    /// - Throws: ``FilterTextError``.
    public static func layers(_ text: String) throws(FilterTextError) -> [WrittenFilter] {
        if BracketReader.hasBrackets(text) {
            let items = try BracketReader.items(text, separators: [",", ";", "|", ":"])
            // Else the brackets are those of single numbers, and separate nothing.
            if items.contains(where: { if case .list = $0 { true } else { false } }) {
                return try NestedNumbers.list(items).innermostLists().map { WrittenFilter($0) }
            }
        }
        var layers: [WrittenFilter] = []
        for piece in text.split(omittingEmptySubsequences: false, whereSeparator: { ";|:".contains($0) }) {
            let lines = piece.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
            guard !lines.isEmpty else { throw .emptyLayer(layers.count + 1) }
            for line in lines {
                let items = try BracketReader.items(String(line), separators: [","])
                layers += try NestedNumbers.list(items).innermostLists().map { WrittenFilter($0) }
            }
        }
        return layers
    }

    /// One filter or several, by their brackets.
    static func filters(_ text: String) throws(FilterTextError) -> [WrittenFilter] {
        try BracketReader.list(text, separators: [",", ";"]).filters()
    }
}
