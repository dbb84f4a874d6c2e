import Synchronization

extension MinorUnits {
    func writeText(
        _ layout: MinorTextLayout, _ write: @Sendable (UnsafeRawBufferPointer, Int, Int) throws -> Void
    ) throws -> Int {
        guard count > 0 else { return 0 }
        return UInt64.holds(degree: size, variableCount: variableCount)
            ? try writeText(as: UInt64.self, layout, write)
            : try writeText(as: WideMonomial.self, layout, write)
    }

    private func writeText<Monomial: PackedMonomial>(
        as type: Monomial.Type, _ layout: MinorTextLayout,
        _ write: @Sendable (UnsafeRawBufferPointer, Int, Int) throws -> Void
    ) throws -> Int {
        let order = OrderedTurns()
        let batches = UnitBatches(self, batchSize: 1)
        batches.forEachConcurrently { nextBatch in
            var walker = MinorWalker<Monomial>(size: size, tables: tables)
            var visitor = MinorTextVisitor<Monomial>(
                layout: layout, degree: size, variableCount: variableCount)
            while let batch = nextBatch() {
                visitor.buffer.removeAll()
                visitor.count = 0
                let index = batch.lowerBound
                if !order.hasFailed { _ = visit(index, &walker, &visitor) }
                order.take(turn: index) { written in
                    guard visitor.count > 0 else { return 0 }
                    // The first minor of all has no separator before it.
                    let skipped = written == 0 ? layout.separator.utf8.count : 0
                    try write(
                        UnsafeRawBufferPointer(rebasing: visitor.buffer.bytes.dropFirst(skipped)), index + 1,
                        count)
                    return visitor.count
                }
            }
        }
        return try order.finish()
    }
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
    var count = 0

    init(layout: MinorTextLayout, degree: Int, variableCount: Int) {
        self.layout = layout
        self.degree = degree
        self.variableCount = variableCount
    }

    mutating func visit(
        rows: [Int], columns: UnsafeBufferPointer<Int32>, terms: UnsafeBufferPointer<Term<Monomial>>
    ) -> Bool {
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
        return true
    }
}
