/// Which line is a heading, and which column numbers the lines.
///
/// - A first line without a number and with a name is a heading. Marks of missing values are no names, and neither are
///   words that all begin like numbers.
/// - A first line 0, 1, …, d−1 or 1, …, d is how pandas names columns. With two columns or more it is a heading where
///   all other numbers have a point or an exponent. Elsewhere nobody can tell, and it is refused. One column is read as
///   it stands: where it was a heading, there is one sample too many.
/// - A first column is left out if its heading is empty, `Unnamed: 0` or the only name beside 0, 1, 2, …, or there is one
///   name less than there are columns, and it counts the lines. Where it does not count, it is refused; and so is one that counts, in integers,
///   three lines or more of numbers that all have a point or an exponent.
extension TextTable {
    mutating func leaveOutHeading(aloneIsData: Bool) throws(DataError) {
        let first = rows[0]
        var names = 0
        if let isCount = try isHeading(first, aloneIsData: aloneIsData) {
            names = first.fields.count
            let text = first.fields.prefix(12).map { VisibleText.beginning(field($0)) }.joined(
                separator: ", ")
            heading = DataSource.Heading(
                line: first.line, text: String(text.prefix(40)) + (text.count > 40 ? "…" : ""),
                isCount: isCount)
            rows.removeFirst()
        }
        guard let next = rows.first, next.fields.count > 1 else { return }
        let label = field(first.fields.lowerBound)
        let isLabelled = names > 0 && (isIndexName(label) || heading?.isCount == true && !isNumber(label))
        let isIndex = firstColumnCounts(rows[...])
        if isLabelled || names > 0 && names == next.fields.count - 1 && isIndex && rows.count > 1 {
            guard isIndex else { throw .otherIndex(file: name, line: first.line) }
            for place in rows.indices { rows[place].fields.removeFirst() }
            hasIndex = true
        } else if isIndex, rows.count > 2, haveFractions(rows.lazy.map { $0.fields.dropFirst() }) {
            throw .countingColumn(file: name)
        }
    }

    /// Nil if it is none; else whether it is one that counts.
    private func isHeading(_ row: Row, aloneIsData: Bool) throws(DataError) -> Bool? {
        let fields = row.fields.map { field($0) }
        let numbers = fields.count { isNumber($0) }
        guard numbers > 0 else {
            if let mark = fields.firstIndex(where: { !$0.isEmpty && MissingValue.isMark($0) }) {
                throw missing(row.fields.lowerBound + mark, in: row)
            }
            let names = fields.filter { !$0.isEmpty }
            return names.isEmpty || names.allSatisfy(beginsLikeANumber) ? nil : false
        }
        // A name for the index, and numbers for the others.
        if numbers == fields.count - 1, isIndexName(fields[0]) || numbers > 1 && isName(fields[0]) {
            return counts(fields.dropFirst()) ? true : nil
        }
        guard numbers > 1, numbers == fields.count, counts(fields[...]) else { return nil }
        let others = rows.dropFirst()
        // Between blanks, an index has no heading.
        if others.count > 1, others.allSatisfy({ $0.fields.count == fields.count + 1 }),
            firstColumnCounts(others)
        {
            return true
        }
        // Filters of several lengths are no frame of pandas.
        guard others.allSatisfy({ $0.fields.count == fields.count }) else { return nil }
        if others.isEmpty && aloneIsData { return nil }
        guard !others.isEmpty, haveFractions(others.lazy.map(\.fields)) else {
            throw .countingLine(file: name, line: row.line)
        }
        return true
    }

    func missing(_ number: Int, in row: Row) -> DataError {
        .missing(
            file: name, line: row.line, column: column(number, in: row),
            text: VisibleText.beginning(field(number)))
    }

    private func isIndexName(_ name: ArraySlice<UInt8>) -> Bool {
        name.isEmpty || String(decoding: name, as: UTF8.self).hasPrefix("Unnamed:")
    }

    private func isName(_ field: ArraySlice<UInt8>) -> Bool {
        !isNumber(field) && !MissingValue.isMark(field)
    }

    private func isNumber(_ field: ArraySlice<UInt8>) -> Bool {
        if DecimalNumber.form(field) != nil { return true }
        guard !MissingValue.isMark(field), let text = String(validating: field, as: UTF8.self) else {
            return false
        }
        return WrittenNumber.isNumber(text[...])
    }

    private func beginsLikeANumber(_ field: ArraySlice<UInt8>) -> Bool {
        field.first.map { (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E } ?? false
    }

    /// A number of a line or column, without sign or zeros before it.
    private func count(_ field: ArraySlice<UInt8>) -> Int? {
        guard (1...10).contains(field.count), field.count == 1 || field.first != 0x30,
            field.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return field.reduce(0) { $0 * 10 + Int($1 & 15) }
    }

    /// Whether lines begin with 0, 1, 2, … or 1, 2, 3, ….
    private func firstColumnCounts(_ rows: ArraySlice<Row>) -> Bool {
        guard let first = rows.first, let start = count(field(first.fields.lowerBound)), start <= 1 else {
            return false
        }
        return rows.enumerated().allSatisfy { count(field($1.fields.lowerBound)) == start + $0 }
    }

    /// Whether fields are 0, 1, 2, … or 1, 2, 3, ….
    private func counts(_ fields: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        guard let first = fields.first, let start = count(first), start <= 1 else { return false }
        return fields.enumerated().allSatisfy { count($1) == start + $0 }
    }

    /// Whether all numbers are written with a point, a comma or an exponent. Missing values are no numbers, and are
    /// refused later.
    private func haveFractions(_ fields: some Sequence<Range<Int>>) -> Bool {
        for range in fields {
            for number in range where !MissingValue.isMark(field(number)) {
                guard let form = DecimalNumber.form(field(number)), !form.isInteger else { return false }
            }
        }
        return true
    }
}
