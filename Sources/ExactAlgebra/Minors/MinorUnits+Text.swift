import Synchronization

extension MinorUnits {
    func writeText(
        _ layout: MinorTextLayout, _ progress: @Sendable (Double) -> Void,
        _ write: @Sendable (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Int {
        guard count > 0 else { return 0 }
        return UInt64.holds(degree: size, variableCount: variableCount)
            ? try writeText(as: UInt64.self, layout, progress, write)
            : try writeText(as: WideMonomial.self, layout, progress, write)
    }

    private func writeText<Monomial: PackedMonomial>(
        as type: Monomial.Type, _ layout: MinorTextLayout, _ progress: @Sendable (Double) -> Void,
        _ write: @Sendable (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Int {
        // Visitors keep them, and end before this does.
        try withoutActuallyEscaping(write) { write in
            try withoutActuallyEscaping(progress) { progress in
                try writeText(as: type, layout, progress, escaping: write)
            }
        }
    }

    private func writeText<Monomial: PackedMonomial>(
        as type: Monomial.Type, _ layout: MinorTextLayout, _ progress: @escaping @Sendable (Double) -> Void,
        escaping write: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Int {
        let order = OrderedTurns()
        let batches = UnitBatches(self, batchSize: 1)
        let memory = TermMemory()
        let tables = try tables(in: memory)
        let expected = Double(count) * Double(minorsEach)
        batches.forEachConcurrently { nextBatch in
            var walker = MinorWalker<Monomial>(size: size, tables: tables, memory: memory)
            var visitor = MinorTextVisitor<Monomial>(
                layout: layout, degree: size, variableCount: variableCount)
            /// Writes and empties the text of the visitor, in its turn.
            func flush(_ visitor: inout MinorTextVisitor<Monomial>, written: Int) throws -> Int {
                let done = Double(visitor.unit) * Double(minorsEach) + Double(visitor.visited)
                progress(min(1, done / expected))
                guard visitor.count > 0 else { return 0 }
                // The first minor of all has no separator before it.
                let skipped = written == 0 ? layout.separator.utf8.count : 0
                try write(UnsafeRawBufferPointer(rebasing: visitor.buffer.bytes.dropFirst(skipped)))
                defer { visitor.empty() }
                return visitor.count
            }
            visitor.handOver = { visitor in
                let bytes = visitor.buffer.count
                guard bytes >= Self.longText else { return !order.hasFailed }
                return order.begin(turn: visitor.unit, waits: bytes >= Self.longestText) {
                    try flush(&visitor, written: $0)
                }
            }
            while let batch = nextBatch() {
                visitor.begin(unit: batch.lowerBound)
                var failure: MinorsError?
                do throws(MinorsError) {
                    if !order.hasFailed { _ = try visit(visitor.unit, &walker, &visitor) }
                } catch {
                    failure = error
                }
                order.take(turn: visitor.unit) {
                    if let failure { throw failure }
                    return try flush(&visitor, written: $0)
                }
            }
        }
        return try order.finish()
    }

    /// Text that is written before its unit is done, if it is its turn; and text that waits for its turn.
    private static var longText: Int { 1 << 20 }
    private static var longestText: Int { 1 << 26 }
}

/// Lets workers hand over their results one after another.
private final class OrderedTurns: Sendable {
    private struct State {
        var turn = 0
        var written = 0
        var error: (any Error)?
    }

    private let state = Mutex(State())

    var hasFailed: Bool { state.withLock { $0.error != nil } }

    /// Does some of the work of a turn that is not over; if it has not come, after waiting for it or not at all.
    /// Returns whether nothing failed.
    func begin(turn: Int, waits: Bool, _ work: (_ written: Int) throws -> Int) -> Bool {
        while true {
            let goesOn = state.withLock { state -> Bool? in
                guard state.error == nil else { return false }
                guard state.turn == turn else { return waits ? nil : true }
                do {
                    state.written += try work(state.written)
                } catch {
                    state.error = error
                }
                return state.error == nil
            }
            if let goesOn { return goesOn }
            pause()
        }
    }

    /// Waits for the turn, then does the work, unless an earlier turn failed. Every turn must be taken once.
    func take(turn: Int, _ work: (_ written: Int) throws -> Int) {
        while true {
            let isMine = state.withLock { state in
                guard state.turn == turn else { return false }
                if state.error == nil {
                    do {
                        state.written += try work(state.written)
                    } catch {
                        state.error = error
                    }
                }
                state.turn += 1
                return true
            }
            if isMine { return }
            pause()
        }
    }

    func finish() throws -> Int {
        try state.withLock { state in
            if let error = state.error { throw error }
            return state.written
        }
    }
}

/// What stands around minors, and how they are written.
struct MinorTextLayout: Sendable {
    let formatter: PolynomialFormatter
    let separator: String
    let terminator: String
}

private struct MinorTextVisitor<Monomial: PackedMonomial>: MinorTermVisitor {
    let layout: MinorTextLayout
    let degree: Int
    let variableCount: Int
    let buffer = TextBuffer()
    /// How many minors are in the buffer.
    private(set) var count = 0
    private(set) var unit = 0
    /// How many minors of the unit were visited.
    private(set) var visited = 0
    /// Called after each minor; returns whether to go on.
    var handOver: (inout MinorTextVisitor) -> Bool = { _ in true }

    init(layout: MinorTextLayout, degree: Int, variableCount: Int) {
        self.layout = layout
        self.degree = degree
        self.variableCount = variableCount
    }

    mutating func begin(unit: Int) {
        self.unit = unit
        visited = 0
        empty()
    }

    mutating func empty() {
        buffer.removeAll()
        count = 0
    }

    mutating func goesOn(after terms: Int) -> Bool {
        true
    }

    mutating func visit(
        rows: [Int], columns: UnsafeBufferPointer<Int32>, terms: UnsafeBufferPointer<Term<Monomial>>
    ) -> Bool {
        visited += 1
        guard !terms.isEmpty else { return true }
        let start = buffer.count
        buffer.append(layout.separator)
        let isNonzero = layout.formatter.append(
            terms: terms, degree: degree, places: Monomial.places(variableCount: variableCount), to: buffer)
        guard isNonzero else {
            buffer.removeAll(after: start)
            return true
        }
        buffer.append(layout.terminator)
        count += 1
        return handOver(&self)
    }
}
