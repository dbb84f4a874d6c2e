/// Expands determinants of small matrices of variables, one after another, with tables and memory shared
/// between those of the same size.
///
/// The first row and the last column count as in any determinant: rows and columns are taken in order.
public struct Determinants: ~Copyable {
    private var expansions: [Int: Minors] = [:]

    public init() {}

    /// - Precondition: the matrix is square, of size at least 1.
    /// - Throws: ``MinorsError`` for sizes above 20.
    public mutating func expand(_ matrix: VariableMatrix) throws(MinorsError) -> Polynomial {
        precondition(matrix.rowCount == matrix.columnCount, "a determinant needs a square matrix")
        let minors: Minors
        if let known = expansions[matrix.rowCount] {
            minors = known.replacingMatrix(by: matrix)
        } else {
            minors = try Minors(of: matrix, size: matrix.rowCount)
            expansions[matrix.rowCount] = minors
        }
        var result = Polynomial.zero
        minors.visit { minor in
            result = minor.polynomial
            return false
        }
        return result
    }
}
