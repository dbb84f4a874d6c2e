import ExactAlgebra

/// A fully connected network: the matrices of rank at most `r`, to set beside a convolutional one.
///
/// Source: Shahverdi, Example 2.8 and Remark 4.3.
public struct DenseComparison: Hashable, Sendable {
    /// The number of outputs.
    public let rows: Int
    /// The number of inputs.
    public let columns: Int
    /// The largest rank, at least 1 and at most ``rows`` and ``columns``.
    public let rank: Int

    /// Nil unless `1 ≤ rank ≤ min(rows, columns)`.
    public init?(rows: Int, columns: Int, rank: Int) {
        guard rows > 0, columns > 0, rank > 0, rank <= min(rows, columns) else { return nil }
        (self.rows, self.columns, self.rank) = (rows, columns, rank)
    }

    /// How many critical points the distance to a generic matrix has: `binom(min(m, n), r)`, by Eckart and Young.
    public var degree: Integer { .binomial(min(rows, columns), rank) }

    /// The dimension of the variety of these matrices, `r(m + n − r)`.
    public var dimension: Int { rank * (rows + columns - rank) }
}
