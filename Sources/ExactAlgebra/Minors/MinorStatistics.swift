import Synchronization

/// How many minors there are, how many are nonzero, and how many terms they have together.
public struct MinorStatistics: Hashable, Sendable {
    /// All of them, zero ones included.
    public var minors = 0
    /// Those with terms.
    public var nonzero = 0
    /// Of all minors together.
    public var terms = 0

    /// Makes numbers; without arguments all are zero.
    public init(minors: Int = 0, nonzero: Int = 0, terms: Int = 0) {
        self.minors = minors
        self.nonzero = nonzero
        self.terms = terms
    }

    /// Adds number by number.
    public static func += (left: inout MinorStatistics, right: MinorStatistics) {
        left.minors += right.minors
        left.nonzero += right.nonzero
        left.terms += right.terms
    }
}

extension MinorUnits {
    func statistics() -> MinorStatistics {
        guard count > 0 else { return MinorStatistics() }
        return UInt64.holds(degree: size, variableCount: variableCount)
            ? statistics(as: UInt64.self) : statistics(as: WideMonomial.self)
    }

    func statistics<Monomial: PackedMonomial>(as type: Monomial.Type) -> MinorStatistics {
        let batches = UnitBatches(self)
        let total = Mutex(MinorStatistics())
        batches.forEachConcurrently { nextBatch in
            var walker = MinorWalker<Monomial>(size: size, tables: tables)
            var counter = TermCounter<Monomial>()
            while let batch = nextBatch() {
                for unit in batch { _ = visit(unit, &walker, &counter) }
            }
            total.withLock { $0 += counter.statistics }
        }
        return total.withLock { $0 }
    }
}

private struct TermCounter<Monomial: PackedMonomial>: MinorTermVisitor {
    var statistics = MinorStatistics()

    mutating func visit(
        rows: [Int], columns: UnsafeBufferPointer<Int32>, terms: UnsafeBufferPointer<Term<Monomial>>
    ) -> Bool {
        statistics.minors += 1
        statistics.nonzero += terms.isEmpty ? 0 : 1
        statistics.terms += terms.count
        return true
    }
}
