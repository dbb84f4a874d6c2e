/// A table of numbers: one sample a row.
public struct DataMatrix: Sendable {
    /// The number of samples.
    public let rowCount: Int
    /// The numbers of each sample.
    public let columnCount: Int
    /// Row after row.
    public let values: [Double]
    /// Where they were read; nil for numbers that were not.
    public internal(set) var source: DataSource?

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

extension DataMatrix: Hashable {
    /// Whether they are the same table, wherever it was read.
    public static func == (left: DataMatrix, right: DataMatrix) -> Bool {
        left.rowCount == right.rowCount && left.columnCount == right.columnCount
            && left.values == right.values
    }

    /// Of the numbers alone.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(columnCount)
        hasher.combine(values)
    }
}
