/// A table with a heading for each column, a label for each row, and notes below.
package struct Table: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        package var label: String
        package var cells: [String]

        package init(_ label: String, _ cells: [String]) {
            self.label = label
            self.cells = cells
        }
    }

    package var caption: String
    /// The heading of the labels, then of each column.
    package var header: [String]
    package var rows: [Row]
    package var notes: [String]
    /// Whether cells are numbers, set to the right.
    package var alignsRight: Bool
    /// The headings of columns that a narrow terminal can do without, the first to go first.
    package var dispensable: [String]

    package init(
        caption: String, header: [String], rows: [Row], notes: [String] = [], alignsRight: Bool = true,
        dispensable: [String] = []
    ) {
        precondition(Set(dispensable).isSubset(of: header.dropFirst()), "no such column: \(dispensable)")
        self.caption = caption
        self.header = header
        self.rows = rows
        self.notes = notes
        self.alignsRight = alignsRight
        self.dispensable = dispensable
    }
}
