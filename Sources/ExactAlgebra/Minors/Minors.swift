/// All minors of one size of a matrix of variables, expanded over ℤ.
///
/// Exact: a minor of size t has coefficients of absolute value at most t!, and `t ≤ 20` is required, so
/// that 64 bits suffice. Minors come in lexicographic order of their rows and, for the same rows, in
/// colexicographic order of their columns; zero minors are included. A size larger than the number of
/// rows or columns has no minors.
///
/// - Complexity: time proportional to the number of terms of the minors and of their subminors on the
///   first rows; memory for one path of subminors (see ``MinorWalker``).
public struct Minors: MinorSource {
    /// Whose minors they are.
    public let matrix: VariableMatrix
    /// Rows, and columns, of each minor.
    public let size: Int
    /// The number of minors, zero ones included.
    public let count: Int

    /// One unit for each set of rows.
    public var units: MinorUnits {
        MinorUnits(
            size: size, variableCount: matrix.variableCount,
            content: .rowSets(matrix, Combinations(of: count > 0 ? matrix.rowCount : 0, size: size)))
    }

    /// The most minors, and the most sets of columns, that an expansion accepts.
    public static let largestCount = 1_000_000_000
    static let largestTable = 20_000_000

    /// - Precondition: `size ≥ 1`.
    /// - Throws: ``MinorsError`` where the expansion is out of reach; decided before memory is taken.
    public init(of matrix: VariableMatrix, size: Int) throws(MinorsError) {
        precondition(size >= 1, "minors have size at least 1")
        let exactCount = Self.count(of: matrix, size: size)
        self.matrix = matrix
        self.size = size
        guard exactCount.signum > 0 else {
            count = 0
            return
        }
        let widest = Integer.binomial(matrix.columnCount, min(size, matrix.columnCount / 2))
        guard size <= WideMonomial.largestDegree,
            widest <= Integer(Self.largestTable),
            exactCount <= Integer(Self.largestCount),
            let count = Int(exactly: exactCount)
        else { throw .tooLarge(size: size, count: exactCount) }
        self.count = count
    }

    /// The number of minors of this size, zero ones included, however large.
    public static func count(of matrix: VariableMatrix, size: Int) -> Integer {
        Integer.binomial(matrix.rowCount, size) * Integer.binomial(matrix.columnCount, size)
    }
}

/// One minor of a ``Minors``.
public struct Minor: Sendable {
    /// Increasing places of the chosen rows and columns, from 0.
    public internal(set) var rows: [Int]
    /// Increasing, like the rows.
    public internal(set) var columns: [Int]
    /// The determinant, expanded.
    public internal(set) var polynomial: Polynomial
}

/// Why minors were not expanded.
public enum MinorsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There are `count` minors of this size: more than can be expanded.
    case tooLarge(size: Int, count: Integer)
    /// The terms of minors of this size, and of their subminors, take more memory than there is, in bytes.
    case outOfMemory(size: Int, available: Double)

    /// One line.
    public var description: String {
        switch self {
        case .outOfMemory(let size, let available):
            return "minors of size \(size): their terms take more memory than there is, "
                + "\(max(0, available / 1e6).fixed(0)) MB"
        case .tooLarge(let size, let count):
            return "minors of size \(size), \(count.shortDescription) of them, are out of reach (at most "
                + "\(Minors.largestCount) minors, of size at most \(WideMonomial.largestDegree), on at most "
                + "\(Minors.largestTable) sets of columns)"
        }
    }
}
