/// Minors of one size: all of a matrix (``Minors``), or single ones (``DeterminantList``).
public protocol MinorSource: Sendable {
    /// How they are divided into pieces of work.
    var units: MinorUnits { get }
}

// Only forwards: the engine works on a concrete type, so that it is compiled for each kind of monomial.
extension MinorSource {
    /// Rows, and columns, of each minor.
    public var size: Int { units.size }
    /// The number of variables of the ring.
    public var variableCount: Int { units.variableCount }

    /// Calls `body` with each minor until it returns false, on one processor.
    ///
    /// The value passed is reused: what `body` keeps of it is copied. Of a single minor rows and columns are
    /// 0, …, size − 1.
    public func visit(_ body: (borrowing Minor) throws -> Bool) rethrows {
        try units.visit(body)
    }

    /// Expands every minor and counts, on all cores, keeping none of them.
    public func statistics() -> MinorStatistics { units.statistics(.none) ?? MinorStatistics() }

    /// The same, told how far it is, and nil if it was stopped.
    public func statistics(_ control: WorkControl) -> MinorStatistics? { units.statistics(control) }

    /// What it takes to expand them, before that is done.
    ///
    /// - Complexity: some milliseconds for each of the sizes up to about 10; nearly nothing for few minors.
    public func cost() -> ExpansionCost { units.cost() }

    /// Writes every minor that is not zero over the formatter's field as text, in order, on all cores, keeping the
    /// text of one unit a processor, at most 64 MB and one minor, and no more.
    ///
    /// - Parameters:
    ///   - separator: before each minor but the first.
    ///   - terminator: after each minor.
    ///   - write: called in order, never at once from two threads, with the text. What it throws ends the work.
    /// - Returns: how many minors were written.
    /// - Throws: ``WorkStopped``, or what `write` throws.
    public func writeText(
        _ formatter: PolynomialFormatter, separator: String, terminator: String,
        control: WorkControl = .none, write: @Sendable (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Int {
        try units.writeText(
            MinorTextLayout(formatter: formatter, separator: separator, terminator: terminator),
            control, write)
    }
}
