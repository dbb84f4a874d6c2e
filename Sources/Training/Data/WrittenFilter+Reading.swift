import ExactAlgebra

extension WrittenFilter {
    /// Reads one filter or many, of a file, or of standard input where the path is `-`.
    ///
    /// Of a NumPy array, recognized by how it begins, or `X.npz:name` of an archive, one axis is a filter, and so are a row
    /// and a column; two axes are a filter a row; three are the weights of a layer with one channel, `(1, 1, K)`, or of
    /// several with one each, `(C, 1, K)` or `(1, C, K)`. A file that ends in `.json`, and text in brackets, is read by
    /// its brackets in the same way. Other text has a filter a line, as ``DataMatrix`` reads it, but the lines may differ
    /// in length and the numbers be fractions; several lines with one number each are one filter.
    ///
    /// - Throws: ``DataError``.
    public static func read(path: String) throws(DataError) -> [WrittenFilter] {
        try readWithSource(path: path).filters
    }

    /// The same, with what of the file was left out.
    ///
    /// - Throws: ``DataError``.
    public static func readWithSource(
        path: String
    ) throws(DataError) -> (filters: [WrittenFilter], source: DataSource) {
        switch try DataContent(path: path) {
        case .array(let array, let name):
            let source = DataSource(name: name, format: .numPy(type: array.type, shape: array.shape))
            return (try filters(array, name: name), source)
        case .text(let text, _) where path.hasSuffix(".json"):
            return try filters(bracketed: String(decoding: text, as: UTF8.self), name: path)
        case .text(let text, let encoding):
            return try filters(text, encoding, name: DataFile.name(path))
        }
    }

    static func filters(numPy bytes: [UInt8], name: String) throws(DataError) -> [WrittenFilter] {
        try filters(NumPyArray(bytes, name: name), name: name)
    }

    private static func filters(_ array: NumPyArray, name: String) throws(DataError) -> [WrittenFilter] {
        let shape: FilterShape
        do throws(FilterTextError) {
            shape = try FilterShape(array.shape)
        } catch {
            throw .notAFilter(file: name, error)
        }
        var filters: [WrittenFilter] = []
        for row in 0..<shape.filters {
            var values: [Rational] = []
            for column in 0..<shape.size {
                guard let value = array.value(row * shape.size + column) else {
                    throw .notFinite(file: name, line: row + 1, column: column + 1)
                }
                values.append(value)
            }
            filters.append(
                WrittenFilter(values, precision: Precision(of: values, kind: array.kind, width: array.width)))
        }
        return filters
    }

    static func filters(text: String, name: String) throws(DataError) -> [WrittenFilter] {
        let (text, encoding) = try TextEncoding.decode(Array(text.utf8), name: name)
        return try filters(text, encoding, name: name).filters
    }

    private static func filters(
        _ text: [UInt8], _ encoding: TextEncoding, name: String
    ) throws(DataError) -> (filters: [WrittenFilter], source: DataSource) {
        let content = String(decoding: text, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { $0.prefix { $0 != "#" } }.joined(separator: "\n")
        if BracketReader.isBracketed(content) { return try filters(bracketed: content, name: name) }
        let table = try TextTable(text, encoding: encoding, name: name, aloneIsData: true)
        let rows = try table.rows.map { row throws(DataError) in try numbers(of: row, table) }
        let isColumn = rows.allSatisfy { $0.count == 1 }
        let filters = isColumn ? [WrittenFilter(rows.flatMap { $0 })] : rows.map { WrittenFilter($0) }
        return (filters, table.source())
    }

    private static func numbers(
        of row: TextTable.Row, _ table: TextTable
    ) throws(DataError) -> [WrittenNumber] {
        var numbers: [WrittenNumber] = []
        for number in row.fields {
            let field = table.field(number)
            if MissingValue.isMark(field) { throw table.missing(number, in: row) }
            do throws(WrittenNumber.Problem) {
                numbers.append(try WrittenNumber(String(decoding: field, as: UTF8.self)[...]))
            } catch {
                let (file, line, column) = (table.name, row.line, table.column(number, in: row))
                let shown = VisibleText.beginning(field)
                switch error {
                case .notANumber: throw .notANumber(file: file, line: line, column: column, text: shown)
                case .notFinite: throw .notFinite(file: file, line: line, column: column)
                case .outOfRange: throw .outOfRange(file: file, line: line, column: column, text: shown)
                }
            }
        }
        return numbers
    }

    private static func filters(
        bracketed text: String, name: String
    ) throws(DataError) -> (filters: [WrittenFilter], source: DataSource) {
        do throws(FilterTextError) {
            return (try filters(text), DataSource(name: name, format: .brackets))
        } catch {
            throw error == .noNumbers ? .empty(file: name) : .notAFilter(file: name, error)
        }
    }
}

extension NumPyArray {
    /// An element, exactly; nil if it is not finite.
    fileprivate func value(_ position: Int) -> Rational? {
        switch kind {
        case .signed: Rational(Integer(signed(position)))
        case .unsigned: Rational(Integer(word(position)))
        case .boolean: Rational(word(position) == 0 ? 0 : 1)
        case .float: Rational(exactly: approximation(position))
        }
    }
}
