/// A matrix whose entries are variables or zero, such as a resultant matrix.
public struct VariableMatrix: Hashable, Sendable {
    /// The number of rows.
    public let rowCount: Int
    /// The number of columns.
    public let columnCount: Int
    /// The number of variables of the ring; every index is below it.
    public let variableCount: Int
    /// Row by row: the index of the variable, or −1 for zero.
    let entries: [Int32]

    /// - Precondition: the rows have equal length; indices are below `variableCount ≤ 65,536`.
    public init(rows: [[Int?]], columnCount: Int, variableCount: Int) {
        precondition(variableCount <= 1 << 16, "at most 65,536 variables")
        precondition(rows.allSatisfy { $0.count == columnCount }, "the rows have equal length")
        self.rowCount = rows.count
        self.columnCount = columnCount
        self.variableCount = variableCount
        self.entries = rows.flatMap { row in
            row.map { entry in
                precondition((entry ?? 0) < variableCount, "a variable outside the ring")
                return entry.map { Int32($0) } ?? -1
            }
        }
    }

    /// The index of the variable at this place, or nil for zero.
    public subscript(row: Int, column: Int) -> Int? {
        let entry = entries[row * columnCount + column]
        return entry < 0 ? nil : Int(entry)
    }

    /// The matrix on these rows and columns, in the order given.
    ///
    /// - Precondition: they are places of the matrix, from 0.
    public func submatrix(rows: [Int], columns: [Int]) -> VariableMatrix {
        VariableMatrix(
            rows: rows.map { row in columns.map { self[row, $0] } },
            columnCount: columns.count,
            variableCount: variableCount)
    }

    /// The entries at a point, row by row.
    public func evaluated(at point: [UInt64]) -> [[UInt64]] {
        (0..<rowCount).map { row in
            (0..<columnCount).map { column in self[row, column].map { point[$0] } ?? 0 }
        }
    }
}
