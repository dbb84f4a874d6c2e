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
    private let products: TermStorage<Monomial>
    private let merged: TermStorage<Monomial>
    private let memory: TermMemory
    private var multipliers: [Monomial.Multiplier?] = []
    /// The rows whose levels are filled.
    private var path: [Int] = []

    init(size: Int, tables: [SubsetTable], memory: TermMemory = TermMemory()) {
        self.size = size
        self.tables = tables
        self.memory = memory
        products = TermStorage(in: memory)
        merged = TermStorage(in: memory)
        levels = (0..<size).map { MinorLevel(minorCount: tables[$0].count, in: memory) }
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
    ///
    /// - Throws: ``MinorsError/outOfMemory(size:available:)``.
    mutating func walk<Visitor: MinorTermVisitor<Monomial>>(
        rows: [Int], visitor: inout Visitor
    ) throws(MinorsError) -> Bool {
        do throws(OutOfMemory) {
            return try expand(rows, for: &visitor)
        } catch {
            throw .outOfMemory(size: size, available: memory.size)
        }
    }

    private mutating func expand<Visitor: MinorTermVisitor<Monomial>>(
        _ rows: [Int], for visitor: inout Visitor
    ) throws(OutOfMemory) -> Bool {
        if path.isEmpty { try levels[0].setToOne() }
        var depth = 0
        while depth < size - 1, depth < path.count, path[depth] == rows[depth] { depth += 1 }
        path.removeLast(path.count - depth)
        while depth < size - 1 {
            let target = levels[depth + 1]
            target.removeAll()
            let count = tables[depth + 1].count
            let isFull = try withExpansion(depth: depth, by: rows[depth]) { expansion throws(OutOfMemory) in
                for subset in 0..<count {
                    let terms = expansion.minor(subset)
                    try target.set(subset, terms.start, count: terms.count)
                    guard visitor.goesOn(after: terms.count) else { return false }
                }
                return true
            }
            guard isFull else { return false }
            path.append(rows[depth])
            depth += 1
        }
        let table = tables[size]
        return try withExpansion(depth: size - 1, by: rows[size - 1]) { expansion throws(OutOfMemory) in
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
        depth: Int, by row: Int, _ body: (borrowing RowExpansion<Monomial>) throws(OutOfMemory) -> Result
    ) throws(OutOfMemory) -> Result {
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
        try products.reserve(largest)
        try merged.reserve(largest)
        return try multipliers.withUnsafeBufferPointer { multipliers throws(OutOfMemory) in
            try body(
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

    /// Asked after each subminor, of so many terms: subminors can take longer than the minors.
    mutating func goesOn(after terms: Int) -> Bool
}
