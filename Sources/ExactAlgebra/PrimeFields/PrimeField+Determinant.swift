extension PrimeField {
    /// The determinant of a square matrix given by rows, by Gaussian elimination; 1 for the empty matrix.
    ///
    /// - Precondition: every row has as many entries as there are rows, all reduced.
    /// - Complexity: O(n³) multiplications.
    public func determinant(_ rows: [[UInt64]]) -> UInt64 {
        var rows = rows
        let size = rows.count
        var result = 1 % modulus
        for column in 0..<size {
            guard let pivot = (column..<size).first(where: { rows[$0][column] != 0 }) else { return 0 }
            if pivot != column {
                rows.swapAt(pivot, column)
                result = subtract(0, result)
            }
            let value = rows[column][column]
            result = multiply(result, value)
            let inverted = inverse(value)
            for row in (column + 1)..<max(size, column + 1) where rows[row][column] != 0 {
                let factor = multiply(rows[row][column], inverted)
                for place in column..<size {
                    rows[row][place] = subtract(rows[row][place], multiply(factor, rows[column][place]))
                }
            }
        }
        return result
    }
}
