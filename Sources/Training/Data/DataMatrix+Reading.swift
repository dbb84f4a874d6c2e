extension DataMatrix {
    /// Reads a file: an array in the NumPy format, whatever its name, or lines of text, one sample each. `-` is standard
    /// input.
    ///
    /// `X.npz:name` is an array of an archive, also of a compressed one. Text is UTF-8, or UTF-16 with its mark; numbers
    /// may be quoted, and have decimal commas where semicolons or tabs separate them. What was left out is in
    /// ``source``.
    ///
    /// - Throws: ``DataError``.
    public init(path: String) throws(DataError) {
        try self.init(DataContent(path: path), name: DataFile.name(path))
    }

    init(_ content: DataContent, name: String) throws(DataError) {
        switch content {
        case .array(let array, let name): try self.init(array, name: name)
        case .text(let text, let encoding): try self.init(text, encoding, name: name)
        }
    }

    /// Reads lines of numbers separated by commas, semicolons, tabs or blanks. Empty lines and what follows `#` are
    /// left out; a first line of names is a heading.
    ///
    /// A first line 0, 1, …, d−1 or 1, …, d, as pandas writes it, is a heading where all other numbers have a point or
    /// an exponent, and is refused elsewhere. A column that numbers the lines is left out if the heading has no name for
    /// it.
    ///
    /// - Throws: ``DataError``.
    public init(text: String, name: String) throws(DataError) {
        let (text, encoding) = try TextEncoding.decode(Array(text.utf8), name: name)
        try self.init(text, encoding, name: name)
    }

    /// Reads text as UTF-8.
    init(_ text: [UInt8], _ encoding: TextEncoding, name: String) throws(DataError) {
        let table = try TextTable(text, encoding: encoding, name: name, aloneIsData: false)
        let width = table.rows[0].fields.count
        var values: [Double] = []
        values.reserveCapacity(table.rows.count * width)
        var (hasPoints, hasCommas) = (false, false)
        for row in table.rows {
            guard row.fields.count == width else {
                throw .ragged(file: name, line: row.line, expected: width, found: row.fields.count)
            }
            for number in row.fields {
                let field = table.field(number)
                guard let (value, form) = DecimalNumber.read(field) else {
                    throw Self.noNumber(number, row, table)
                }
                guard value.isFinite else {
                    throw .notFinite(file: name, line: row.line, column: table.column(number, in: row))
                }
                (hasPoints, hasCommas) = (hasPoints || form.hasPoint, hasCommas || form.hasComma)
                // 1,234 among commas may be a thousand; and where commas are decimal, they do not separate.
                if form.hasComma && row.separator == .commas {
                    throw Self.noNumber(number, row, table)
                }
                if hasCommas && (hasPoints || row.separator == .commas) {
                    throw .mixedCommas(file: name, line: row.line, column: table.column(number, in: row))
                }
                values.append(value)
            }
        }
        self.init(rowCount: table.rows.count, columnCount: width, values: values)
        source = table.source(hasDecimalCommas: hasCommas)
    }

    private static func noNumber(_ number: Int, _ row: TextTable.Row, _ table: TextTable) -> DataError {
        let field = table.field(number)
        if MissingValue.isMark(field) { return table.missing(number, in: row) }
        let column = table.column(number, in: row)
        let word = String(decoding: field.drop { $0 == 0x2B || $0 == 0x2D }, as: UTF8.self).lowercased()
        if ["inf", "infinity"].contains(word) {
            return .notFinite(file: table.name, line: row.line, column: column)
        }
        return .notANumber(
            file: table.name, line: row.line, column: column, text: VisibleText.beginning(field))
    }
}
