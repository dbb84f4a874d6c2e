/// All minors of one size of a matrix of variables, expanded over ℤ.
///
/// Exact: a minor of size t has coefficients of absolute value at most t!, and `t ≤ 20` is required, so
/// that 64 bits suffice. Minors come in lexicographic order of their rows and, for the same rows, in
/// colexicographic order of their columns; zero minors are included. A size larger than the number of
/// rows or columns has no minors.
///
/// - Complexity: time proportional to the number of terms of the minors and of their subminors on the
///   first rows; memory for one path of subminors (see ``MinorWalker``).
public struct Minors: Sendable {
    public let matrix: VariableMatrix
    public let size: Int
    /// The number of minors, zero ones included.
    public let count: Int
    /// `tables[i]`: the sets of i columns. Empty if there are no minors.
    let tables: [SubsetTable]

    /// The sets of rows, in the order in which they are visited.
    var rowSets: Combinations { Combinations(of: matrix.rowCount, size: size) }

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
            tables = []
            return
        }
        let widest = Integer.binomial(matrix.columnCount, min(size, matrix.columnCount / 2))
        guard size <= WideMonomial.largestDegree,
            widest <= Integer(Self.largestTable),
            exactCount <= Integer(Self.largestCount),
            let count = Int(exactly: exactCount)
        else { throw .tooLarge(size: size, count: exactCount) }
        self.count = count
        tables = (0...size).map { SubsetTable(of: matrix.columnCount, size: $0) }
    }

    private init(matrix: VariableMatrix, like other: Minors) {
        self.matrix = matrix
        size = other.size
        count = other.count
        tables = other.tables
    }

    /// The minors of another matrix of the same shape, with the tables shared.
    func replacingMatrix(by other: VariableMatrix) -> Minors {
        precondition(other.rowCount == matrix.rowCount && other.columnCount == matrix.columnCount)
        return Minors(matrix: other, like: self)
    }

    /// The number of minors of this size, zero ones included, however large.
    public static func count(of matrix: VariableMatrix, size: Int) -> Integer {
        Integer.binomial(matrix.rowCount, size) * Integer.binomial(matrix.columnCount, size)
    }

    /// Calls `body` with each minor until it returns false.
    ///
    /// The value passed is reused: what `body` keeps of it is copied.
    public func visit(_ body: (borrowing Minor) throws -> Bool) rethrows {
        guard count > 0 else { return }
        if UInt64.holds(degree: size, variableCount: matrix.variableCount) {
            try visit(as: UInt64.self, body)
        } else {
            try visit(as: WideMonomial.self, body)
        }
    }

    private func visit<Monomial: PackedMonomial>(
        as type: Monomial.Type, _ body: (borrowing Minor) throws -> Bool
    ) rethrows {
        try withoutActuallyEscaping(body) { body in
            var walker = MinorWalker<Monomial>(matrix: matrix, size: size, tables: tables)
            var visitor = MinorDecoder<Monomial>(
                size: size, variableCount: matrix.variableCount, body: body)
            for index in 0..<rowSets.count {
                guard walker.walk(rows: rowSets[index], visitor: &visitor) else { break }
            }
            if let error = visitor.error { throw error }
        }
    }
}

/// One minor of a ``Minors``.
public struct Minor: Sendable {
    /// Increasing places of the chosen rows and columns, from 0.
    public internal(set) var rows: [Int]
    public internal(set) var columns: [Int]
    public internal(set) var polynomial: Polynomial
}

/// Why minors were not expanded.
public enum MinorsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There are `count` minors of this size: more than can be expanded.
    case tooLarge(size: Int, count: Integer)

    public var description: String {
        switch self {
        case .tooLarge(let size, let count):
            let digits = count.description
            let amount = digits.count <= 15 ? digits : "about 10^\(digits.count - 1)"
            return "\(amount) minors of size \(size) are out of reach "
                + "(at most \(Minors.largestCount) minors, of size at most \(WideMonomial.largestDegree))"
        }
    }
}

/// Turns terms of the engine into polynomials, in memory that is used again for each minor.
private struct MinorDecoder<Monomial: PackedMonomial>: MinorTermVisitor {
    let size: Int
    let variableCount: Int
    let body: (borrowing Minor) throws -> Bool
    var minor = Minor(rows: [], columns: [], polynomial: .zero)
    var error: (any Error)?

    init(size: Int, variableCount: Int, body: @escaping (borrowing Minor) throws -> Bool) {
        self.size = size
        self.variableCount = variableCount
        self.body = body
    }

    mutating func visit(
        rows: [Int], columns: UnsafeBufferPointer<Int32>, terms: UnsafeBufferPointer<Term<Monomial>>
    ) -> Bool {
        minor.rows = rows
        minor.columns.removeAll(keepingCapacity: true)
        for column in columns { minor.columns.append(Int(column)) }
        minor.polynomial.degree = terms.isEmpty ? 0 : size
        minor.polynomial.variables.removeAll(keepingCapacity: true)
        minor.polynomial.coefficients.removeAll(keepingCapacity: true)
        for term in terms {
            term.monomial.appendVariables(
                degree: size, variableCount: variableCount, to: &minor.polynomial.variables)
            minor.polynomial.coefficients.append(term.coefficient)
        }
        do {
            return try body(minor)
        } catch {
            self.error = error
            return false
        }
    }
}
