/// The columns of a table that fit on a page, and how.
struct LatexLayout {
    /// Places of the columns, that of the labels first.
    let columns: [Int]
    /// As `tabular` has it.
    let preamble: String
    /// In the size of footnotes, and closer to each other.
    let isSmall: Bool

    /// The text of an ordinary page is 345 points wide.
    private static let pageWidth = 340.0

    /// One, or several where a table of numbers is too wide also in a small size.
    static func all(_ table: Table) -> [LatexLayout] {
        let lines = [table.header] + table.rows.map { [$0.label] + $0.cells }
        let measures = table.header.indices.map { column in
            Measure(cells: lines.compactMap { column < $0.count ? $0[column] : nil })
        }
        func fits(_ columns: [Int], isSmall: Bool) -> Bool {
            let text = columns.reduce(0) { $0 + measures[$1].longest }
            return text * scale(isSmall) + gap(isSmall) * Double(columns.count) <= pageWidth
        }
        let letter = table.alignsRight ? "r" : "l"
        func natural(_ columns: [Int], isSmall: Bool) -> LatexLayout {
            LatexLayout(
                columns: columns, preamble: "l" + String(repeating: letter, count: columns.count - 1),
                isSmall: isSmall)
        }
        let all = Array(table.header.indices)
        for isSmall in [false, true] where fits(all, isSmall: isSmall) {
            return [natural(all, isSmall: isSmall)]
        }
        guard table.alignsRight else { return [broken(all, measures)] }
        var groups: [[Int]] = []
        for column in all.dropFirst() {
            if let last = groups.last, fits(last + [column], isSmall: true) {
                groups[groups.count - 1].append(column)
            } else {
                groups.append([0, column])
            }
        }
        return groups.map { fits($0, isSmall: true) ? natural($0, isSmall: true) : broken($0, measures) }
    }

    /// Columns of given widths: the longest word, and a share of the rest by how much there is to break.
    private static func broken(_ columns: [Int], _ measures: [Measure]) -> LatexLayout {
        let least = columns.map { measures[$0].longestWord * scale(true) }
        let wanted = zip(columns, least).map { max(0, measures[$0].longest * scale(true) - $1) }
        let rest = max(0, pageWidth - least.reduce(0, +) - gap(true) * Double(columns.count))
        let share = min(1, rest / max(1, wanted.reduce(0, +)))
        let widths = zip(least, wanted).map { $0 + share * $1 }
        return LatexLayout(
            columns: columns,
            preamble: widths.map { ">{\\raggedright\\arraybackslash}p{\(Int($0.rounded(.up)))pt}" }.joined(),
            isSmall: true)
    }

    /// The size of letters, and what stands beside a column, in points.
    private static func scale(_ isSmall: Bool) -> Double { isSmall ? 0.86 : 1 }
    private static func gap(_ isSmall: Bool) -> Double { isSmall ? 8 : 12 }

    /// Widths in points, in the usual size.
    private struct Measure {
        let longest: Double
        let longestWord: Double

        init(cells: [String]) {
            longest = cells.map(Self.width).max() ?? 0
            longestWord =
                cells.flatMap { $0.split(separator: " ") }.map { Self.width(String($0)) }.max() ?? 0
        }

        /// Rather more than it will be.
        private static func width(_ text: String) -> Double {
            text.reduce(0) { sum, character in
                switch character {
                case "i", "j", "l", "t", "f", "r", ".", ",", ";", ":", "'", " ": return sum + 3.5
                case "m", "w", "M", "W", "Q": return sum + 9
                case "a"..."z", "0"..."9", "₀"..."₉", "(", ")", "-": return sum + 5
                default: return sum + 8
                }
            }
        }
    }
}
