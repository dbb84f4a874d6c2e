/// A table with a heading for each column, a label for each row, and notes below.
public struct Table: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        /// Plain text; the LaTeX form where it differs.
        public var label: String
        public var latexLabel: String?
        public var cells: [String]

        public init(_ label: String, latex: String? = nil, _ cells: [String]) {
            self.label = label
            self.latexLabel = latex
            self.cells = cells
        }
    }

    public var caption: String
    /// The heading of the labels, then of each column.
    public var header: [String]
    public var rows: [Row]
    public var notes: [String]
    /// Whether cells are numbers, set to the right.
    public var alignsRight: Bool

    public init(
        caption: String, header: [String], rows: [Row], notes: [String] = [], alignsRight: Bool = true
    ) {
        self.caption = caption
        self.header = header
        self.rows = rows
        self.notes = notes
        self.alignsRight = alignsRight
    }
}

/// The forms in which tables and reports are printed.
public enum ReportFormat: String, CaseIterable, Sendable {
    case text, markdown, latex, json
}
