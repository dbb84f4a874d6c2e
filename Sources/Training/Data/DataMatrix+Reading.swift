extension DataMatrix {
    /// Reads a file: a NumPy array if it ends in `.npy`, else text, one sample a line.
    ///
    /// - Throws: ``DataError``.
    public init(path: String) throws(DataError) {
        let bytes = try DataFile.bytes(path: path)
        if path.hasSuffix(".npy") {
            try self.init(numPy: bytes, name: path)
        } else {
            try self.init(text: DataFile.text(bytes), name: path)
        }
    }

    /// Reads lines of numbers separated by commas, semicolons, tabs or spaces. Empty lines and what follows `#` are
    /// left out; a first line without any number is a heading.
    public init(text: String, name: String) throws(DataError) {
        var values: [Double] = []
        var width: Int?
        var rows = 0
        try TextTable.visit(text, isNumber: { Double($0) != nil }) { line, fields throws(DataError) in
            if let width, fields.count != width {
                throw .ragged(file: name, line: line, expected: width, found: fields.count)
            }
            width = fields.count
            for (column, field) in fields.enumerated() {
                guard let value = Double(field) else {
                    throw .notANumber(
                        file: name, line: line, column: column + 1, text: String(field.prefix(40)))
                }
                guard value.isFinite else { throw .notFinite(file: name, line: line, column: column + 1) }
                values.append(value)
            }
            rows += 1
        }
        guard let width, rows > 0 else { throw .empty(file: name) }
        self.init(rowCount: rows, columnCount: width, values: values)
    }
}
