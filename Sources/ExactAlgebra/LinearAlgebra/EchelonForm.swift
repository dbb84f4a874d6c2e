/// A row space over ℤ/(2^28 − 57), grown one row at a time.
///
/// The rank modulo a prime is a lower bound for the rank over ℚ of integer rows. The prime is so small that 250
/// products can be added up in 64 bits before they are reduced: elimination is one multiplication and one
/// addition an entry, without a division.
public struct EchelonForm: Sendable {
    public static let field = PrimeField(modulus: (1 << 28) - 57)
    private static let modulus = (1 << 28 as UInt64) - 57
    private static let productsPerReduction = 250

    /// Grows with the rows that are added.
    public private(set) var columnCount: Int
    /// Row with its pivot in column c at `rowOfPivot[c]`, scaled to 1 there and zero before it. Zeros at the end
    /// may be missing.
    private var rows: [[UInt32]] = []
    private var rowOfPivot: [Int?]
    /// The row that is being reduced; kept for its memory.
    private var sums: [UInt64] = []

    public init(columnCount: Int) {
        self.columnCount = columnCount
        rowOfPivot = [Int?](repeating: nil, count: columnCount)
    }

    public var rank: Int { rows.count }

    public func isPivot(_ column: Int) -> Bool { rowOfPivot[column] != nil }

    /// Adds a sparse row of integers; returns whether the rank grew.
    ///
    /// - Complexity: O(rank · columns).
    public mutating func insert(_ entries: [(column: Int, value: Int)]) -> Bool {
        columnCount = entries.reduce(columnCount) { max($0, $1.column + 1) }
        rowOfPivot += [Int?](repeating: nil, count: columnCount - rowOfPivot.count)
        prepare()
        for (column, value) in entries {
            sums[column] = Self.field.add(sums[column], Self.field.reduce(value))
        }
        return insertSums()
    }

    /// Adds a row of elements of the field, one for each column; returns whether the rank grew.
    public mutating func insert(dense row: [UInt32]) -> Bool {
        precondition(row.count == columnCount, "one entry a column")
        prepare()
        for (column, value) in row.enumerated() { sums[column] = UInt64(value) }
        return insertSums()
    }

    private mutating func prepare() {
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(0, count: columnCount))
    }

    private mutating func insertSums() -> Bool {
        var products = 0
        for column in 0..<columnCount where sums[column] != 0 {
            let value = sums[column] % Self.modulus
            sums[column] = value
            guard value != 0 else { continue }
            guard let index = rowOfPivot[column] else {
                addRow(from: column, value)
                return true
            }
            if products == Self.productsPerReduction {
                for place in column..<columnCount { sums[place] %= Self.modulus }
                products = 0
            }
            products += 1
            let factor = Self.modulus - value
            let pivotRow = rows[index]
            sums.withUnsafeMutableBufferPointer { sums in
                pivotRow.withUnsafeBufferPointer { pivotRow in
                    for place in column..<pivotRow.count {
                        // Below 2^28 + 250·2^56 < 2^64.
                        sums[place] &+= factor &* UInt64(pivotRow[place])
                    }
                }
            }
        }
        return false
    }

    private mutating func addRow(from column: Int, _ value: UInt64) {
        let scale = Self.field.inverse(value)
        var row = [UInt32](repeating: 0, count: columnCount)
        for place in column..<columnCount {
            row[place] = UInt32((sums[place] % Self.modulus) * scale % Self.modulus)
        }
        rowOfPivot[column] = rows.count
        rows.append(row)
    }

    /// The vector of the kernel, one entry a column, with 1 in this column and 0 in all others without pivot.
    ///
    /// - Precondition: the column has no pivot.
    public func kernelVector(_ free: Int) -> [UInt32] {
        precondition(!isPivot(free), "a column without pivot")
        var vector = [UInt32](repeating: 0, count: columnCount)
        vector[free] = 1
        for column in stride(from: free - 1, through: 0, by: -1) {
            guard let index = rowOfPivot[column] else { continue }
            let row = rows[index]
            var sum: UInt64 = 0
            var products = 0
            for place in (column + 1)...free where vector[place] != 0 && place < row.count {
                sum += UInt64(row[place]) * UInt64(vector[place])
                products += 1
                if products == Self.productsPerReduction { (sum, products) = (sum % Self.modulus, 0) }
            }
            let rest = sum % Self.modulus
            vector[column] = rest == 0 ? 0 : UInt32(Self.modulus - rest)
        }
        return vector
    }
}
