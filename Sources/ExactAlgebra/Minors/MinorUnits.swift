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
    /// `tables[i]`: the sets of i columns.
    let tables: [SubsetTable]
    let content: Content

    var count: Int {
        switch content {
        case .rowSets(_, let sets): return sets.count
        case .squares(_, let count, let runLength): return (count + runLength - 1) / runLength
        }
    }

    var minorsEach: Int {
        switch content {
        case .rowSets: return tables[size].count
        case .squares(_, _, let runLength): return runLength
        }
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
