/// Determinants of square matrices of variables, all of one size, expanded over ℤ.
///
/// Rows and columns count in the order given. Exact as ``Minors``.
///
/// - Complexity: for each matrix, time proportional to the number of terms of the minors on its first rows.
///   What neighbours have in common is not shared: their columns differ.
public struct DeterminantList: MinorSource {
    /// How many determinants there are, zero ones included.
    public let count: Int
    /// Runs of neighbours.
    public let units: MinorUnits

    /// Enough for a turn at writing to be worth taking.
    private static let runLength = 32

    /// - Parameter matrix: the matrix with a given number from 0; asked for when it is expanded.
    /// - Precondition: `size ≥ 1`; the matrices have this size and number of variables.
    /// - Throws: ``MinorsError`` for sizes above 20.
    public init(
        count: Int, size: Int, variableCount: Int, matrix: @escaping @Sendable (Int) -> VariableMatrix
    ) throws(MinorsError) {
        precondition(size >= 1, "determinants have size at least 1")
        guard size <= WideMonomial.largestDegree else {
            throw .tooLarge(size: size, count: Integer(count))
        }
        self.count = count
        units = MinorUnits(
            size: size, variableCount: variableCount,
            content: .squares(matrix, count: count, runLength: Self.runLength))
    }
}
