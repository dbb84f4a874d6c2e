import ExactAlgebra

/// The minor whose leading monomial is a given minimal nonface of Δ.
///
/// For `N = {j_1 < … < j_t}` the level is `l = t + m − 2`. Row p is the form with residue `ρ_p = j_p mod s`,
/// shifted by `a_p`, the number of `u < p` with `ρ_u ≤ ρ_{u+1}`; column p is `⌊j_p/s⌋ + a_p`. The diagonal is
/// `w_{j_1}⋯w_{j_t}`, the largest monomial in graded reverse lexicographic order: undoing an inversion of a
/// permutation makes two indices more balanced.
public struct NonfaceMinor: Hashable, Sendable {
    /// Its vertices, increasing: the variables of the leading monomial.
    public let nonface: [Int]
    /// The place, among the pieces of the reduced architecture, of the one it belongs to.
    public let pieceIndex: Int
    /// That piece.
    public let piece: TwoLayerPiece
    /// l.
    public let level: Int
    /// The rows of `R_l`, in the order that puts the nonface on the diagonal.
    public let rows: [ResultantMatrix.Row]
    /// Increasing columns of `R_l`.
    public let columns: [Int]

    init(nonface: [Int], pieceIndex: Int, piece: TwoLayerPiece) {
        let s = piece.stride
        var rows: [ResultantMatrix.Row] = []
        var columns: [Int] = []
        var shift = 0
        for (place, vertex) in nonface.enumerated() {
            if place > 0, nonface[place - 1] % s <= vertex % s { shift += 1 }
            rows.append(ResultantMatrix.Row(form: vertex % s, shift: shift))
            columns.append(vertex / s + shift)
        }
        self.nonface = nonface
        self.pieceIndex = pieceIndex
        self.piece = piece
        self.level = nonface.count + piece.commonFactorDegree - 2
        self.rows = rows
        self.columns = columns
    }

    /// t: the size of the minor and the degree of the generator.
    public var degree: Int { nonface.count }

    /// The square matrix: in row `(form, shift)`, column c stands `w_{form + s(c − shift)}`, or 0 outside the
    /// form.
    public var matrix: VariableMatrix {
        let entries = rows.map { row in
            columns.map { column -> Int? in
                let variable = row.form + piece.stride * (column - row.shift)
                return column >= row.shift && variable < piece.endToEndFilterSize ? variable : nil
            }
        }
        return VariableMatrix(
            rows: entries, columnCount: columns.count, variableCount: piece.endToEndFilterSize)
    }
}
