/// Some of the minors of a matrix: on chosen rows and columns, or the first ones.
public struct MinorSelection: Hashable, Sendable {
    /// Places from 0, increasing; nil for all.
    public var rows: [Int]?
    public var columns: [Int]?
    /// How many nonzero generators are taken at most, of all parts together; nil for all.
    public var limit: Int?
    /// The name of the only part that is taken, `J1` for example; nil for all.
    public var part: String?

    public init(rows: [Int]? = nil, columns: [Int]? = nil, limit: Int? = nil, part: String? = nil) {
        self.rows = rows.map { Set($0).sorted() }
        self.columns = columns.map { Set($0).sorted() }
        self.limit = limit
        self.part = part
    }

    /// Whether nothing is left out.
    public var isAll: Bool { self == MinorSelection() }

    func applied(to parts: [IdealPart]) throws(IdealError) -> [IdealPart] {
        var chosen = parts
        if let part {
            chosen = parts.filter { $0.name == part }
            guard !chosen.isEmpty else {
                let names = parts.map(\.name).reduce(into: [String]()) {
                    if !$0.contains($1) { $0.append($1) }
                }
                throw .badSelection(
                    "there is no part \(part)"
                        + (names.isEmpty ? "" : "; the parts are \(names.joined(separator: ", "))"))
            }
        }
        if rows != nil || columns != nil {
            // Rows and columns belong to one matrix; which, must be clear.
            chosen = chosen.filter { $0.matrixSize != nil }
            guard chosen.count == 1, let size = chosen[0].matrixSize else {
                throw .badSelection(
                    chosen.isEmpty
                        ? "there is no matrix to take rows or columns of"
                        : "rows and columns are those of one matrix; choose its part: "
                            + chosen.map(\.name).joined(separator: ", "))
            }
            for (name, places, count) in [("row", rows, size.rows), ("column", columns, size.columns)] {
                if let wrong = places?.first(where: { $0 < 0 || $0 >= count }) {
                    throw .badSelection(
                        "\(chosen[0].name) has no \(name) \(wrong); its \(name)s are 0 to \(count - 1)")
                }
            }
        }
        return chosen.map {
            var part = $0
            part.selection = self
            return part
        }
    }
}
