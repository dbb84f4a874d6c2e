/// A table with a heading for each column, a label for each row, and notes below.
package struct Table: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        package var label: String
        /// As people read them.
        package var cells: [String]
        /// The fields of each cell in CSV.
        let fields: [[String]]
        /// What tells this row from others in CSV: the label, or several fields.
        let keys: [String]
        /// Whether it is the sum of others.
        let isTotal: Bool

        package init(_ label: String, _ cells: [Cell], keys: [String]? = nil, isTotal: Bool = false) {
            self.label = label
            self.cells = cells.map(\.text)
            fields = cells.map(\.fields)
            self.keys = keys ?? [label]
            self.isTotal = isTotal
        }
    }

    package var caption: String
    /// Short, to tell it from others in CSV.
    let name: String
    /// The heading of the labels, then of each column.
    package let header: [String]
    /// The names of the fields of each column in CSV.
    let names: [[String]]
    /// The names of the keys of rows, where they are not their labels.
    let keyNames: [String]?
    package var rows: [Row]
    package var notes: [String]
    /// Whether cells are numbers, set to the right.
    package var alignsRight: Bool
    /// The headings of columns that a narrow terminal can do without, the first to go first.
    package var dispensable: [String]

    package init(
        caption: String, name: String = "", header: [Heading], keys: [String]? = nil, rows: [Row],
        notes: [String] = [], alignsRight: Bool = true, dispensable: [String] = []
    ) {
        precondition(
            Set(dispensable).isSubset(of: header.dropFirst().map(\.text)), "no such column: \(dispensable)")
        self.caption = caption
        self.name = name
        self.header = header.map(\.text)
        names = header.map(\.names)
        keyNames = keys
        self.rows = rows
        self.notes = notes
        self.alignsRight = alignsRight
        self.dispensable = dispensable
    }
}
