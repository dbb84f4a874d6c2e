extension Table {
    /// The names of the fields in CSV.
    private var fieldNames: [String] { (keyNames ?? names[0]) + names.dropFirst().flatMap(\.self) }

    /// The fields of a row, by name.
    private func fields(_ row: Row) -> [(String, String)] {
        let keys = keyNames ?? names[0]
        precondition(row.keys.count == keys.count, "\(row.label) has another number of keys")
        var result = Array(zip(keys, row.keys))
        for (index, names) in names.dropFirst().enumerated() {
            let fields = index < row.fields.count ? row.fields[index] : []
            for (place, name) in names.enumerated() {
                result.append((name, place < fields.count ? fields[place] : ""))
            }
        }
        return result
    }

    /// Tables as CSV, with one line of names; sums are left out.
    ///
    /// Several tables stand below each other: the first field, `table`, is the name of each, and fields that another
    /// has are empty.
    static func csv(_ tables: [Table]) -> String {
        let isOne = tables.count == 1
        var names: [String] = []
        for name in tables.flatMap(\.fieldNames) where !names.contains(name) { names.append(name) }
        let lines = tables.flatMap { table in
            table.rows.filter { !$0.isTotal }.map { row in
                let fields = Dictionary(table.fields(row)) { $1 }
                return (isOne ? [] : [table.name]) + names.map { fields[$0] ?? "" }
            }
        }
        return CSV.text([(isOne ? [] : ["table"]) + names] + lines)
    }
}
