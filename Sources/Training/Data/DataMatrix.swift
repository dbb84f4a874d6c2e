/// A table of numbers: one sample a row.
public struct DataMatrix: Hashable, Sendable {
    public let rowCount: Int
    public let columnCount: Int
    /// Row after row.
    public let values: [Double]

    /// - Precondition: `values.count == rowCount·columnCount`.
    public init(rowCount: Int, columnCount: Int, values: [Double]) {
        precondition(values.count == rowCount * columnCount, "a matrix has rows times columns values")
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.values = values
    }

    public subscript(row: Int, column: Int) -> Double { values[row * columnCount + column] }
}
