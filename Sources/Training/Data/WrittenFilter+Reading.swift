import ExactAlgebra

extension WrittenFilter {
    /// Reads one filter or many.
    ///
    /// A file that ends in `.npy` is a NumPy array. One axis is a filter, and so are a row and a column; two axes are a
    /// filter a row; three are the weights of a layer with one channel, `(1, 1, K)`, or of several with one each,
    /// `(C, 1, K)` or `(1, C, K)`. A file that ends in `.json`, and text in brackets, is read by its brackets in the
    /// same way. Other text has a filter a line, as ``DataMatrix`` reads it, but the lines may differ in length and
    /// the numbers be fractions; several lines with one number each are one filter.
    ///
    /// - Throws: ``DataError``.
    public static func read(path: String) throws(DataError) -> [WrittenFilter] {
        let bytes = try DataFile.bytes(path: path)
        if path.hasSuffix(".npy") { return try filters(numPy: bytes, name: path) }
        let text = DataFile.text(bytes)
        return path.hasSuffix(".json")
            ? try filters(bracketed: text, name: path) : try filters(text: text, name: path)
    }

    static func filters(numPy bytes: [UInt8], name: String) throws(DataError) -> [WrittenFilter] {
        let array = try NumPyArray(bytes, name: name)
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
        let content = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { $0.prefix { $0 != "#" } }.joined(separator: "\n")
        if BracketReader.isBracketed(content) { return try filters(bracketed: content, name: name) }
        var rows: [[WrittenNumber]] = []
        try TextTable.visit(content, isNumber: WrittenNumber.isNumber) { line, fields throws(DataError) in
            var row: [WrittenNumber] = []
            for (index, field) in fields.enumerated() {
                do throws(WrittenNumber.Problem) {
                    row.append(try WrittenNumber(field))
                } catch {
                    let (column, shown) = (index + 1, String(field.prefix(40)))
                    switch error {
                    case .notANumber:
                        throw .notANumber(file: name, line: line, column: column, text: shown)
                    case .notFinite: throw .notFinite(file: name, line: line, column: column)
                    case .outOfRange:
                        throw .outOfRange(file: name, line: line, column: column, text: shown)
                    }
                }
            }
            rows.append(row)
        }
        guard !rows.isEmpty else { throw .empty(file: name) }
        let isColumn = rows.allSatisfy { $0.count == 1 }
        return isColumn ? [WrittenFilter(rows.flatMap { $0 })] : rows.map { WrittenFilter($0) }
    }

    private static func filters(bracketed text: String, name: String) throws(DataError) -> [WrittenFilter] {
        do throws(FilterTextError) {
            return try filters(text)
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
        case .float: Rational(exactly: approximation(position))
        }
    }
}
