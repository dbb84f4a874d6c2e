import ExactAlgebra

/// The resultant matrix `R_l` of forms `q_i`: the coefficient vectors of all `x^a y^b q_i` of degree l.
///
/// Rows go by form and, within a form, by shift: row `(i, a)` has the coefficients of `q_i` in columns
/// `a, …, a + n_i`, so it is `x^{l − n_i − a} y^a q_i`. There are `l + 1` columns, and `l − n_i + 1` rows for
/// each form of degree `n_i ≤ l`.
public struct ResultantMatrix: Hashable, Sendable {
    /// A row: which form (from 0, the residue of its variables) and how far it is shifted.
    public struct Row: Hashable, Sendable {
        /// From 0.
        public let form: Int
        /// In columns.
        public let shift: Int
    }

    /// l.
    public let level: Int
    /// In order.
    public let rows: [Row]
    /// The entries: variables or zero.
    public let matrix: VariableMatrix

    /// - Parameters:
    ///   - level: `l ≥ 0`.
    ///   - forms: how many of the forms take part, from the first; all by default.
    public init(_ piece: TwoLayerPiece, level: Int, forms: Int? = nil) {
        var rows: [Row] = []
        var entries: [[Int?]] = []
        for form in 0..<(forms ?? piece.formCount) {
            let coefficients = piece.coefficients(ofForm: form)
            for shift in stride(from: 0, through: level - piece.degree(ofForm: form), by: 1) {
                var row = [Int?](repeating: nil, count: level + 1)
                for (place, variable) in coefficients.enumerated() { row[shift + place] = variable }
                rows.append(Row(form: form, shift: shift))
                entries.append(row)
            }
        }
        self.level = level
        self.rows = rows
        self.matrix = VariableMatrix(
            rows: entries, columnCount: level + 1, variableCount: piece.endToEndFilterSize)
    }

    /// How many rows and columns the matrix would have, without making it.
    public static func size(_ piece: TwoLayerPiece, level: Int, forms: Int? = nil) -> (
        rows: Int, columns: Int
    ) {
        let rows = (0..<(forms ?? piece.formCount)).reduce(0) {
            $0 + max(0, level - piece.degree(ofForm: $1) + 1)
        }
        return (rows, level + 1)
    }
}
