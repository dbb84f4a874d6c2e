import ExactAlgebra

/// A part of an ideal, with generators of one kind.
public struct IdealPart: Hashable, Sendable {
    /// Which part of an ideal. Parts of different pieces can have the same name.
    public enum Name: Hashable, Sendable {
        /// J₀: variables that vanish on the variety.
        case vanishingVariables
        /// J₁ and J₂ of Corollary 3.7.
        case firstMinors, secondMinors
        /// The minors that replace J₂, from the forms of top degree only.
        case leanMinors
        /// The minors of one level l.
        case level(Int)
        /// Generators of one degree.
        case degree(Int)
    }

    /// What the generators are.
    public enum Content: Hashable, Sendable {
        /// Variables.
        case variables([Int])
        /// All minors of one size of the resultant matrix of a level, of the first `forms` forms.
        case minors(level: Int, forms: Int, size: Int)
        /// Minors of minimal nonfaces, all of the same degree.
        case nonfaces([NonfaceMinor])
        /// Generators chosen one by one, all of this degree.
        case chosen([Polynomial], degree: Int)
    }

    /// Within its piece.
    public let name: Name
    /// The two-layer piece it comes from, and its place among the pieces; nil for
    /// generators of one degree.
    public let piece: TwoLayerPiece?
    /// From 0.
    public let pieceIndex: Int?
    /// Its generators.
    public let content: Content
    /// Which of the minors are taken; of other kinds of parts only `limit` counts.
    public var selection = MinorSelection()

    /// The degree of its generators.
    public var degree: Int {
        switch content {
        case .variables: return 1
        case .minors(_, _, let size): return size
        case .nonfaces(let minors): return minors.first?.nonface.count ?? 0
        case .chosen(_, let degree): return degree
        }
    }

    /// Rows and columns of the matrix whose minors are taken.
    public var matrixSize: (rows: Int, columns: Int)? {
        guard case .minors(let level, let forms, _) = content, let piece else { return nil }
        let whole = ResultantMatrix.size(piece, level: level, forms: forms)
        return (selection.rows?.count ?? whole.rows, selection.columns?.count ?? whole.columns)
    }

    /// The matrix of the level, all of it.
    public var resultantMatrix: ResultantMatrix? {
        guard case .minors(let level, let forms, _) = content, let piece else { return nil }
        return ResultantMatrix(piece, level: level, forms: forms)
    }

    /// How many generators the part has, zero minors included and no limit applied; exact, without expanding
    /// or allocating.
    public var generatorCount: Integer {
        switch content {
        case .variables(let variables): return Integer(variables.count)
        case .nonfaces(let minors): return Integer(minors.count)
        case .chosen(let polynomials, _): return Integer(polynomials.count)
        case .minors(_, _, let size):
            guard let (rows, columns) = matrixSize else { return .zero }
            return Integer.binomial(rows, size) * Integer.binomial(columns, size)
        }
    }
}

extension IdealPart.Name: CustomStringConvertible {
    /// `J0`, `J1`, `J2`, `lean`, `level9` or `degree4`.
    public var description: String {
        switch self {
        case .vanishingVariables: return "J0"
        case .firstMinors: return "J1"
        case .secondMinors: return "J2"
        case .leanMinors: return "lean"
        case .level(let level): return "level\(level)"
        case .degree(let degree): return "degree\(degree)"
        }
    }
}
