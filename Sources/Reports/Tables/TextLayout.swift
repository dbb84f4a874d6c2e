/// Which columns of a table stand beside each other on a terminal, and how wide they are.
struct TextLayout {
    /// A column of the table, by its place.
    struct Column {
        let place: Int
        let width: Int
    }

    /// One below the other; each begins with the labels.
    let parts: [[Column]]
    /// The headings of columns that have no room.
    let leftOut: [String]

    /// Between two columns.
    private static let gap = 2
    /// Text in narrower columns is read word by word.
    private static let readable = 20

    init(_ table: Table, width limit: Int?) {
        let lines = [table.header] + table.rows.map { [$0.label] + $0.cells }
        let widths = table.header.indices.map { column in
            lines.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        func natural(_ places: [Int]) -> [Column] { places.map { Column(place: $0, width: widths[$0]) } }
        func isWide(_ places: [Int]) -> Bool {
            guard let limit else { return false }
            return places.reduce(-Self.gap) { $0 + widths[$1] + Self.gap } > limit
        }
        // Text may be broken as long as it can be read.
        func isTooWide(_ places: [Int]) -> Bool {
            guard let limit, isWide(places) else { return false }
            return table.alignsRight || Self.share(places, widths, limit) < Self.readable
        }
        var places = Array(table.header.indices)
        var leftOut: [String] = []
        for heading in table.dispensable where isTooWide(places) {
            places.removeAll { table.header[$0] == heading }
            leftOut.append(heading)
        }
        self.leftOut = leftOut
        guard let limit, isWide(places) else {
            parts = [natural(places)]
            return
        }
        guard table.alignsRight else {
            let share = Self.share(places, widths, limit)
            parts = [places.map { Column(place: $0, width: max(1, min(widths[$0], share))) }]
            return
        }
        var parts: [[Int]] = []
        for place in places.dropFirst() {
            if let last = parts.last, !isWide(last + [place]) {
                parts[parts.count - 1].append(place)
            } else {
                parts.append([0, place])
            }
        }
        self.parts = parts.map(natural)
    }

    /// How wide columns may be that are too wide: narrow ones stay as they are, the others are alike.
    ///
    /// - Precondition: together they are too wide.
    private static func share(_ places: [Int], _ widths: [Int], _ limit: Int) -> Int {
        let room = limit - gap * (places.count - 1)
        var share = room / max(1, places.count)
        while places.reduce(0, { $0 + min(widths[$1], share + 1) }) <= room { share += 1 }
        return share
    }
}
