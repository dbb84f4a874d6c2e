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
    /// Nil if it was stopped.
    func statistics(_ control: WorkControl) -> MinorStatistics? {
        guard count > 0 else { return MinorStatistics() }
        return UInt64.holds(degree: size, variableCount: variableCount)
            ? statistics(as: UInt64.self, control) : statistics(as: WideMonomial.self, control)
    }

    func statistics<Monomial: PackedMonomial>(
        as type: Monomial.Type, _ control: WorkControl = .none
    ) -> MinorStatistics? {
        let batches = UnitBatches(self)
        let total = Mutex(MinorStatistics())
        let done = Mutex(0)
        let expected = Double(count) * Double(minorsEach)
        let isStopped = Atomic<Bool>(false)
        batches.forEachConcurrently { nextBatch in
            var walker = MinorWalker<Monomial>(size: size, tables: tables)
            var counter = TermCounter<Monomial>(control: control) { minors in
                done.withLock {
                    $0 += minors
                    control.progress(min(1, Double($0) / expected))
                }
            }
            while !counter.isStopped, let batch = nextBatch() {
                for unit in batch where !counter.isStopped { _ = visit(unit, &walker, &counter) }
            }
            if counter.isStopped { isStopped.store(true, ordering: .relaxed) }
            total.withLock { $0 += counter.statistics }
        }
        return isStopped.load(ordering: .relaxed) ? nil : total.withLock { $0 }
    }
}

struct TermCounter<Monomial: PackedMonomial>: MinorTermVisitor {
    var statistics = MinorStatistics()
    private(set) var isStopped = false
    private let control: WorkControl
    /// Told now and then how many minors more were counted.
    private let report: (Int) -> Void
    private var steps = 0
    private var reported = 0

    init(control: WorkControl = .none, report: @escaping (Int) -> Void = { _ in }) {
        self.control = control
        self.report = report
    }

    mutating func goesOn() -> Bool {
        steps &+= 1
        if steps & 255 == 0 {
            isStopped = isStopped || control.shouldStop()
            report(statistics.minors - reported)
            reported = statistics.minors
        }
        return !isStopped
    }

    mutating func visit(
        rows: [Int], columns: UnsafeBufferPointer<Int32>, terms: UnsafeBufferPointer<Term<Monomial>>
    ) -> Bool {
        statistics.minors += 1
        statistics.nonzero += terms.isEmpty ? 0 : 1
        statistics.terms += terms.count
        return goesOn()
    }
}
