/// Laplace expansion along the last row, depth first over the sets of rows.
///
/// For a set of rows `r_1 < … < r_d` the walker holds the minors of its beginnings `r_1 … r_i` on *all*
/// sets of i columns, i = 0 … d. The minors of one more row come from the last of them by one product
/// with a variable and one merge a nonzero entry, so every subminor is computed once for each beginning,
/// the memory is that of one path, and the working set stays in the cache. That is why it is depth
/// first: level by level, the same arithmetic moves every subminor through memory.
struct MinorWalker<Monomial: PackedMonomial> {
    private let matrix: VariableMatrix
    private let size: Int
    /// `tables[i]`: the sets of i columns.
    private let tables: [SubsetTable]
    private let levels: [MinorLevel<Monomial>]
    private let products = TermStorage<Monomial>()
    private let merged = TermStorage<Monomial>()
    private var multipliers: [Monomial.Multiplier?] = []
    private var segments: [Int] = []
    /// The rows whose levels are filled.
    private var path: [Int] = []

    init(matrix: VariableMatrix, size: Int, tables: [SubsetTable]) {
        self.matrix = matrix
        self.size = size
        self.tables = tables
        self.levels = (0..<size).map { _ in MinorLevel() }
        levels[0].setToOne()
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
            extend(depth: depth, by: rows[depth])
            path.append(rows[depth])
            depth += 1
        }
        return visitMinors(rows: rows, visitor: &visitor)
    }

    private mutating func extend(depth: Int, by row: Int) {
        prepareMultipliers(row: row, degree: depth)
        let target = levels[depth + 1]
        target.removeAll()
        for subset in 0..<tables[depth + 1].count {
            let (terms, count) = expand(depth: depth, subset: subset)
            target.append(terms, count: count)
        }
    }

    private mutating func visitMinors<Visitor: MinorTermVisitor<Monomial>>(
        rows: [Int], visitor: inout Visitor
    ) -> Bool {
        prepareMultipliers(row: rows[size - 1], degree: size - 1)
        let table = tables[size]
        return table.columns.withUnsafeBufferPointer { columns in
            for subset in 0..<table.count {
                let (terms, count) = expand(depth: size - 1, subset: subset)
                let places = UnsafeBufferPointer(rebasing: columns[subset * size..<(subset + 1) * size])
                let list = UnsafeBufferPointer(start: terms, count: count)
                guard visitor.visit(rows: rows, columns: places, terms: list) else { return false }
            }
            return true
        }
    }

    private mutating func prepareMultipliers(row: Int, degree: Int) {
        multipliers = (0..<matrix.columnCount).map { column in
            matrix[row, column].map {
                Monomial.multiplier(variable: $0, degree: degree, variableCount: matrix.variableCount)
            }
        }
    }

    /// The minor of size `depth + 1` on column set number `subset`: the terms stay valid until the next call.
    private mutating func expand(depth: Int, subset: Int) -> (UnsafePointer<Term<Monomial>>, Int) {
        let table = tables[depth + 1]
        let source = levels[depth]
        let start = subset * (depth + 1)
        var total = 0
        for place in start...(start + depth) {
            let rank = Int(table.facetRanks[place])
            total += source.ends[rank + 1] - source.ends[rank]
        }
        products.reserve(total, keeping: 0)
        merged.reserve(total, keeping: 0)

        // One sorted segment of `products` for each nonzero entry of the new row.
        segments.removeAll(keepingCapacity: true)
        segments.append(0)
        var end = 0
        for place in 0...depth {
            guard let multiplier = multipliers[Int(table.columns[start + place])] else { continue }
            let rank = Int(table.facetRanks[start + place])
            let (from, to) = (source.ends[rank], source.ends[rank + 1])
            guard from < to else { continue }
            let isNegative = (depth + place) & 1 == 1
            let (read, write) = (source.storage.base, products.base)
            for index in from..<to {
                let term = read[index]
                write[end] = Term(
                    monomial: term.monomial.multiplied(by: multiplier),
                    coefficient: isNegative ? 0 &- term.coefficient : term.coefficient)
                end &+= 1
            }
            segments.append(end)
        }
        return (mergeSegments(), segments.count > 1 ? segments[1] : 0)
    }

    /// Merges neighbours until one segment is left, going back and forth between the two buffers.
    private mutating func mergeSegments() -> UnsafePointer<Term<Monomial>> {
        var (read, write) = (products.base, merged.base)
        while segments.count > 2 {
            var (written, pair, next) = (0, 0, 1)
            while pair + 1 < segments.count {
                let (from, middle) = (segments[pair], segments[pair + 1])
                if pair + 2 < segments.count {
                    written += merge(
                        read + from, middle - from,
                        read + middle, segments[pair + 2] - middle,
                        into: write + written)
                } else {
                    (write + written).update(from: read + from, count: middle - from)
                    written += middle - from
                }
                segments[next] = written
                next += 1
                pair += 2
            }
            segments.removeLast(segments.count - next)
            swap(&read, &write)
        }
        return UnsafePointer(read)
    }
}

/// Receives minors from a ``MinorWalker``.
protocol MinorTermVisitor<Monomial> {
    associatedtype Monomial: PackedMonomial

    /// Terms are sorted, leading term first, and valid during the call only. Returns whether to go on.
    mutating func visit(
        rows: [Int], columns: UnsafeBufferPointer<Int32>, terms: UnsafeBufferPointer<Term<Monomial>>
    ) -> Bool
}
