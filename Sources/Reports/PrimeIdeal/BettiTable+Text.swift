import Neurovariety

extension BettiTable {
    /// As Macaulay2 prints it: a column for each homological degree i, and in row r the number `β_{i,i+r}`.
    var text: String {
        let length = numbers.map(\.homologicalDegree).max() ?? 0
        let height = numbers.map(\.regularity).max() ?? 0
        var rows = [(name: String, cells: [String])]()
        rows.append(("", (0...length).map { "\($0)" }))
        rows.append(
            (
                "total:",
                (0...length).map { i in
                    let column = numbers.filter { $0.homologicalDegree == i }
                    return column.reduce(.zero) { $0 + $1.value }.description
                }
            ))
        for row in 0...height {
            let cells = (0...length).map { i in
                numbers.first { $0.homologicalDegree == i && $0.regularity == row }?.value.description ?? "."
            }
            if cells.contains(where: { $0 != "." }) { rows.append(("\(row):", cells)) }
        }
        let widths = (0...length).map { i in rows.map { $0.cells[i].count }.max() ?? 0 }
        func padded(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        return rows.map { row in
            "    " + padded(row.name, 6) + " "
                + zip(row.cells, widths).map { padded($0, $1) }.joined(separator: " ") + "\n"
        }.joined()
    }
}
