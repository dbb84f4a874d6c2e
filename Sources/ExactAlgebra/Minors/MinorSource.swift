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
    ///
    /// - Throws: ``MinorsError/outOfMemory(size:available:)``.
    public func visit(_ body: (borrowing Minor) -> Bool) throws(MinorsError) {
        try units.visit(body)
    }

    /// The minors that are not zero, in order, on all cores.
    ///
    /// - Throws: ``MinorsError/outOfMemory(size:available:)``.
    public func polynomials() throws(MinorsError) -> [Polynomial] { try units.polynomials() }

    /// Expands every minor and counts, on all cores, keeping none of them.
    ///
    /// - Throws: ``MinorsError/outOfMemory(size:available:)``.
    public func statistics() throws(MinorsError) -> MinorStatistics {
        try units.statistics(.none) ?? MinorStatistics()
    }

    /// The same, told how far it is, and nil if it was stopped.
    public func statistics(_ control: WorkControl) throws(MinorsError) -> MinorStatistics? {
        try units.statistics(control)
    }

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
    ///   - progress: called now and then with the share that is done, by one thread at a time.
    ///   - write: called in order, never at once from two threads, with the text. What it throws ends the work.
    /// - Returns: how many minors were written.
    /// - Throws: ``MinorsError/outOfMemory(size:available:)``, or what `write` throws.
    public func writeText(
        _ formatter: PolynomialFormatter, separator: String, terminator: String,
        progress: @Sendable (Double) -> Void = { _ in },
        write: @Sendable (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Int {
        try units.writeText(
            MinorTextLayout(formatter: formatter, separator: separator, terminator: terminator),
            progress, write)
    }
}
