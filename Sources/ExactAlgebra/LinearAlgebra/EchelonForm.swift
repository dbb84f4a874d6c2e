/// A row space over ℤ/(2^31 − 1), grown one row at a time.
///
/// The rank modulo a prime is a lower bound for the rank over ℚ of integer rows.
public struct EchelonForm: Sendable {
    /// Grows with the rows that are added.
    public private(set) var columnCount: Int
    /// Row with its pivot in column c at `rowOfPivot[c]`, scaled to 1 there and zero before it. Zeros at the end
    /// may be missing.
    private var rows: [[UInt32]] = []
    private var rowOfPivot: [Int?]

    private static let modulus: UInt64 = (1 << 31) - 1

    public init(columnCount: Int) {
        self.columnCount = columnCount
        rowOfPivot = [Int?](repeating: nil, count: columnCount)
    }

    public var rank: Int { rows.count }

    /// Adds a sparse row of integers; returns whether the rank grew.
    ///
    /// - Complexity: O(rank · columns).
    public mutating func insert(_ entries: [(column: Int, value: Int)]) -> Bool {
        columnCount = entries.reduce(columnCount) { max($0, $1.column + 1) }
        rowOfPivot += [Int?](repeating: nil, count: columnCount - rowOfPivot.count)
        var row = [UInt32](repeating: 0, count: columnCount)
        for (column, value) in entries {
            let reduced = PrimeField.mersenne31.reduce(value)
            row[column] = UInt32(PrimeField.mersenne31.add(UInt64(row[column]), reduced))
        }
        for column in 0..<columnCount where row[column] != 0 {
            if let index = rowOfPivot[column] {
                Self.eliminate(&row, with: rows[index], from: column)
            } else {
                Self.normalize(&row, from: column)
                rowOfPivot[column] = rows.count
                rows.append(row)
                return true
            }
        }
        return false
    }

    /// `row −= row[column] · pivotRow`.
    private static func eliminate(_ row: inout [UInt32], with pivotRow: [UInt32], from column: Int) {
        let factor = modulus - UInt64(row[column])
        for place in column..<pivotRow.count {
            // At most (2^31 − 1)² + 2^31 < 2^63; folding twice modulo 2^31 − 1 leaves at most 2^31 − 1.
            let sum = UInt64(row[place]) &+ factor &* UInt64(pivotRow[place])
            let folded = (sum & modulus) &+ (sum &>> 31)
            let twice = (folded & modulus) &+ (folded &>> 31)
            row[place] = UInt32(truncatingIfNeeded: twice == modulus ? 0 : twice)
        }
    }

    private static func normalize(_ row: inout [UInt32], from column: Int) {
        let scale = PrimeField.mersenne31.inverse(UInt64(row[column]))
        for place in column..<row.count {
            row[place] = UInt32(PrimeField.mersenne31.multiply(UInt64(row[place]), scale))
        }
    }
}
