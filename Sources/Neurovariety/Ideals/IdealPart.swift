import ExactAlgebra

/// A part of an ideal, with generators of one kind.
public struct IdealPart: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        /// Variables.
        case variables([Int])
        /// All minors of one size of the resultant matrix of a level, of the first `forms` forms.
        case minors(level: Int, forms: Int, size: Int)
        /// Minors of minimal nonfaces, all of the same degree.
        case nonfaces([NonfaceMinor])
    }

    /// `J0`, `J1`, `J2`, `lean`, `level9` or `degree4`. Parts of different pieces can have the same name.
    public let name: String
    /// The two-layer piece it comes from, and its place among the pieces; nil for `degree…`.
    public let piece: TwoLayerPiece?
    public let pieceIndex: Int?
    public let content: Content

    /// The degree of its generators.
    public var degree: Int {
        switch content {
        case .variables: return 1
        case .minors(_, _, let size): return size
        case .nonfaces(let minors): return minors.first?.nonface.count ?? 0
        }
    }

    /// Rows and columns of the matrix whose minors are taken.
    public var matrixSize: (rows: Int, columns: Int)? {
        guard case .minors(let level, let forms, _) = content, let piece else { return nil }
        return ResultantMatrix.size(piece, level: level, forms: forms)
    }

    public var resultantMatrix: ResultantMatrix? {
        guard case .minors(let level, let forms, _) = content, let piece else { return nil }
        return ResultantMatrix(piece, level: level, forms: forms)
    }

    /// How many generators the part has, zero minors included; exact, without expanding or allocating.
    public var generatorCount: Integer {
        switch content {
        case .variables(let variables): return Integer(variables.count)
        case .nonfaces(let minors): return Integer(minors.count)
        case .minors(_, _, let size):
            guard let (rows, columns) = matrixSize else { return .zero }
            return Integer.binomial(rows, size) * Integer.binomial(columns, size)
        }
    }
}
