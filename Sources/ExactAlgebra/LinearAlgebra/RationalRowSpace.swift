/// A row space over ℚ, grown one sparse row of integers at a time.
///
/// Exact: rows are combined with integer factors and divided by their common divisor. For small matrices; ranks of large ones are
/// found modulo a prime, as lower bounds (``EchelonForm``).
public struct RationalRowSpace: Sendable {
    /// By column of the first nonzero entry; entries by column.
    private var rows: [Int: [Int: Integer]] = [:]

    /// The zero space.
    public init() {}

    /// The dimension of the row space.
    public var rank: Int { rows.count }

    /// Adds a row, in which a column may occur more than once; returns whether the rank grew.
    public mutating func insert(_ entries: [(column: Int, value: Int)]) -> Bool {
        var row: [Int: Integer] = [:]
        for (column, value) in entries { row[column, default: .zero] += Integer(value) }
        row = row.filter { $0.value != .zero }
        while let column = row.keys.min(), let value = row[column] {
            guard let pivot = rows[column], let other = pivot[column] else {
                rows[column] = Self.primitive(row)
                return true
            }
            // other·row − value·pivot.
            var next: [Int: Integer] = [:]
            for (place, entry) in row { next[place] = entry * other }
            for (place, entry) in pivot { next[place, default: .zero] -= entry * value }
            row = Self.primitive(next.filter { $0.value != .zero })
        }
        return false
    }

    private static func primitive(_ row: [Int: Integer]) -> [Int: Integer] {
        let divisor = row.values.reduce(.zero) { Integer.greatestCommonDivisor($0, $1) }
        return divisor == .zero || divisor == .one ? row : row.mapValues { $0 / divisor }
    }
}
