/// Where numbers were read, and what of it is not among them.
public struct DataSource: Hashable, Sendable {
    /// What stands between the numbers of a line.
    public enum Separator: String, Sendable {
        /// `1,2`
        case commas
        /// `1;2`
        case semicolons
        /// A tab.
        case tabs
        /// Blanks, as many as there are.
        case blanks
        /// Lines have one number each.
        case none = "one number a line"
    }

    /// How the numbers are stored.
    public enum Format: Hashable, Sendable {
        /// Lines of decimals.
        case text(Separator, TextEncoding, hasDecimalCommas: Bool)
        /// Text in brackets, as JSON.
        case brackets
        /// An array in the NumPy format, with its type as the file has it, such as `<f4`, and its shape.
        case numPy(type: String, shape: [Int])
    }

    /// A line that is no sample.
    public struct Heading: Hashable, Sendable {
        /// From 1.
        public let line: Int
        /// Its beginning.
        public let text: String
        /// Whether it is 0, 1, 2, … or 1, 2, …, as pandas names columns.
        public let isCount: Bool
    }

    /// The file as it was named, with the name of an array behind a colon.
    public let name: String
    /// How the numbers are stored.
    public let format: Format
    /// The line that was left out, if there is one.
    public let heading: Heading?
    /// Whether the first column was left out, because it numbers the lines.
    public let hasIndex: Bool

    init(name: String, format: Format, heading: Heading? = nil, hasIndex: Bool = false) {
        (self.name, self.format, self.heading, self.hasIndex) = (name, format, heading, hasIndex)
    }

    /// What was left out, in words; empty where all was read.
    public var leftOut: [String] {
        var words: [String] = []
        if let heading { words.append("line \(heading.line) is a heading (\(VisibleText.of(heading.text)))") }
        if hasIndex { words.append("column 1 is an index, left out") }
        return words
    }
}

extension DataSource.Format: CustomStringConvertible {
    /// A few words.
    public var description: String {
        switch self {
        case .text(let separator, let encoding, let hasDecimalCommas):
            return "text, \(separator.rawValue)" + (hasDecimalCommas ? ", decimal commas" : "")
                + (encoding == .utf8 ? "" : ", \(encoding.rawValue)")
        case .brackets: return "text in brackets"
        case .numPy(let type, let shape):
            return "NumPy \(type) (\(shape.map(String.init).joined(separator: ", ")))"
        }
    }
}

extension DataSource: CustomStringConvertible {
    /// One line: the name, the format, and what was left out.
    public var description: String {
        VisibleText.of(name) + ": " + ([format.description] + leftOut).joined(separator: "; ")
    }
}
