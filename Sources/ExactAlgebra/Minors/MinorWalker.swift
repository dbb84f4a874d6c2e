/// Laplace expansion along the last row, depth first over the sets of rows.
///
/// For a set of rows `r_1 < … < r_d` the walker holds the minors of its beginnings `r_1 … r_i` on *all*
/// sets of i columns, i = 0 … d. The minors of one more row come from the last of them by one product
/// with a variable and one merge a nonzero entry, so every subminor is computed once for each beginning,
/// the memory is that of one path, and the working set stays in the cache. That is why it is depth
/// first: level by level, the same arithmetic moves every subminor through memory.
struct MinorWalker<Monomial: PackedMonomial> {
    private var matrix: VariableMatrix?
    private let size: Int
    /// `tables[i]`: the sets of i columns.
    private let tables: [SubsetTable]
    private let levels: [MinorLevel<Monomial>]
    private let products = TermStorage<Monomial>()
    private let merged = TermStorage<Monomial>()
    private var multipliers: [Monomial.Multiplier?] = []
    /// The rows whose levels are filled.
    private var path: [Int] = []

    init(size: Int, tables: [SubsetTable]) {
        self.size = size
        self.tables = tables
        self.levels = (0..<size).map { MinorLevel(minorCount: tables[$0].count) }
        levels[0].setToOne()
    }

    /// Goes on with the minors of this matrix.
    mutating func use(_ matrix: VariableMatrix) {
        guard matrix != self.matrix else { return }
        self.matrix = matrix
        path.removeAll(keepingCapacity: true)
    }

    /// Visits the minors on a set of rows, in colexicographic order of columns. Zero minors are visited too,
    /// with no terms. Stops when the visitor returns false, and returns whether it went to the end.
    ///
    /// Levels that the set shares with the one before are kept, so sets should come in lexicographic order.
    mutating func walk<Visitor: MinorTermVisitor<Monomial>>(rows: [Int], visitor: inout Visitor) -> Bool {
        var depth = 0
        while depth < size - 1, depth < path.count, path[depth] == rows[depth] { depth += 1 }
        path.removeLast(path.count - depth)
        while depth < size - 1 {
            let target = levels[depth + 1]
            target.removeAll()
            let count = tables[depth + 1].count
            let isFull = withExpansion(depth: depth, by: rows[depth]) { expansion in
                for subset in 0..<count {
                    guard visitor.goesOn() else { return false }
                    let terms = expansion.minor(subset)
                    target.set(subset, terms.start, count: terms.count)
                }
                return true
            }
            guard isFull else { return false }
            path.append(rows[depth])
            depth += 1
        }
        let table = tables[size]
        return withExpansion(depth: size - 1, by: rows[size - 1]) { expansion in
            for subset in 0..<table.count {
                let terms = expansion.minor(subset)
                let goesOn = visitor.visit(
                    rows: rows,
                    columns: UnsafeBufferPointer(
                        start: table.columns + subset * table.size, count: table.size),
                    terms: UnsafeBufferPointer(start: terms.start, count: terms.count))
                guard goesOn else { return false }
            }
            return true
        }
    }

    private mutating func withExpansion<Result>(
        depth: Int, by row: Int, _ body: (borrowing RowExpansion<Monomial>) -> Result
    ) -> Result {
        multipliers.removeAll(keepingCapacity: true)
        guard let matrix else { preconditionFailure("a walker walks on a matrix") }
        for column in 0..<matrix.columnCount {
            multipliers.append(
                matrix[row, column].map {
                    Monomial.multiplier(variable: $0, degree: depth, variableCount: matrix.variableCount)
                })
        }
        let source = levels[depth]
        let largest = (depth + 1) * source.largestCount
        products.reserve(largest, keeping: 0)
        merged.reserve(largest, keeping: 0)
        return multipliers.withUnsafeBufferPointer { multipliers in
            body(
                RowExpansion(
                    size: depth + 1, sourceTerms: source.storage.base, sourceEnds: source.ends,
                    columns: tables[depth + 1].columns, facetRanks: tables[depth + 1].facetRanks,
                    multipliers: multipliers, products: products.base, merged: merged.base))
        }
    }
}

/// Receives minors from a ``MinorWalker``.
protocol MinorTermVisitor<Monomial> {
    associatedtype Monomial: PackedMonomial

    /// Terms are sorted, leading term first, and valid during the call only. Returns whether to go on.
    mutating func visit(
        rows: [Int], columns: UnsafeBufferPointer<Int32>, terms: UnsafeBufferPointer<Term<Monomial>>
    ) -> Bool

    /// Asked between subminors, which can take longer than the minors.
    mutating func goesOn() -> Bool
}

extension MinorTermVisitor {
    mutating func goesOn() -> Bool { true }
}
