/// Some of the minors of a matrix: on chosen rows and columns, or the first ones.
public struct MinorSelection: Hashable, Sendable {
    /// Places from 0, increasing; nil for all.
    public var rows: [Int]?
    /// Like rows.
    public var columns: [Int]?
    /// How many nonzero generators are taken at most, of all parts together; nil for all.
    public var limit: Int?
    /// The only part that is taken; nil for all.
    public var part: IdealPart.Name?

    /// Makes a selection; without arguments nothing is left out.
    public init(
        rows: [Int]? = nil, columns: [Int]? = nil, limit: Int? = nil,
        part: IdealPart.Name? = nil
    ) {
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
            guard !chosen.isEmpty else { throw .noSuchPart("\(part)", parts.map(\.name).unique) }
        }
        if rows != nil || columns != nil {
            // Rows and columns belong to one matrix; which, must be clear.
            chosen = chosen.filter { $0.matrixSize != nil }
            guard chosen.count == 1, let size = chosen[0].matrixSize else {
                throw chosen.isEmpty ? .noMatrix : .severalMatrices(chosen.map(\.name))
            }
            for (kind, places, count) in [
                (IdealError.Line.row, rows, size.rows), (.column, columns, size.columns),
            ] {
                if let wrong = places?.first(where: { $0 < 0 || $0 >= count }) {
                    throw .noSuchLine(kind, wrong, count: count, of: chosen[0].name)
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

extension Array where Element: Hashable {
    /// Each element once, where it comes first.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
