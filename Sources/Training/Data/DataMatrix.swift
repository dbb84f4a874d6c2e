/// A table of numbers: one sample a row.
public struct DataMatrix: Hashable, Sendable {
    /// The number of samples.
    public let rowCount: Int
    /// The numbers of each sample.
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

    /// An entry, by row and column from 0.
    public subscript(row: Int, column: Int) -> Double { values[row * columnCount + column] }
}
