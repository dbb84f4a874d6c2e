/// The minors of a ``MinorSource`` in units, each expanded on one processor; what they contain is a matter of
/// the engine.
public struct MinorUnits: Sendable {
    enum Content: Sendable {
        /// All sets of rows of one matrix.
        case rowSets(VariableMatrix, Combinations)
        /// Runs of square matrices.
        case squares(@Sendable (Int) -> VariableMatrix, count: Int, runLength: Int)
    }

    /// Rows, and columns, of each minor.
    public let size: Int
    /// The number of variables of the ring.
    public let variableCount: Int
    let content: Content

    var count: Int {
        switch content {
        case .rowSets(_, let sets): return sets.count
        case .squares(_, let count, let runLength): return (count + runLength - 1) / runLength
        }
    }

    var minorsEach: Int {
        switch content {
        case .rowSets(let matrix, _):
            // Far below the limit of sets, or there would be no units.
            return Int(exactly: Integer.binomial(matrix.columnCount, size)) ?? .max
        case .squares(_, _, let runLength): return runLength
        }
    }

    /// Of the matrix of one unit.
    var columnCount: Int {
        if case .rowSets(let matrix, _) = content { matrix.columnCount } else { size }
    }

    /// For each i up to the size the sets of i columns, which all workers share.
    ///
    /// - Throws: ``MinorsError/outOfMemory(size:available:)``.
    func tables(in memory: TermMemory) throws(MinorsError) -> [SubsetTable] {
        let sets = (0...size).map {
            Double(Int(exactly: Integer.binomial(columnCount, $0)) ?? .max) * Double($0)
        }
        // Twice while they are copied.
        let bytes = sets.reduce(0, +) * Double(2 * MemoryLayout<Int32>.stride) + (sets.max() ?? 0) * 8
        guard bytes < memory.size else { throw .outOfMemory(size: size, available: memory.size) }
        return (0...size).map { SubsetTable(of: columnCount, size: $0) }
    }

    /// Visits the minors of a unit in order. Returns whether the visitor went to the end.
    ///
    /// - Throws: ``MinorsError/outOfMemory(size:available:)``.
    func visit<Monomial, Visitor: MinorTermVisitor<Monomial>>(
        _ unit: Int, _ walker: inout MinorWalker<Monomial>, _ visitor: inout Visitor
    ) throws(MinorsError) -> Bool {
        switch content {
        case .rowSets(let matrix, let sets):
            walker.use(matrix)
            return try walker.walk(rows: sets[unit], visitor: &visitor)
        case .squares(let matrix, let count, let runLength):
            let rows = Array(0..<size)
            for index in unit * runLength..<min(count, (unit + 1) * runLength) {
                walker.use(matrix(index))
                guard try walker.walk(rows: rows, visitor: &visitor) else { return false }
            }
            return true
        }
    }
}
