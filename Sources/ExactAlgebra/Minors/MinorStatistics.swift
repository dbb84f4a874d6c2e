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
    func statistics(_ control: WorkControl, memory: TermMemory = TermMemory()) throws(MinorsError)
        -> MinorStatistics?
    {
        guard count > 0 else { return MinorStatistics() }
        return UInt64.holds(degree: size, variableCount: variableCount)
            ? try statistics(as: UInt64.self, control, memory)
            : try statistics(as: WideMonomial.self, control, memory)
    }

    func statistics<Monomial: PackedMonomial>(
        as type: Monomial.Type, _ control: WorkControl = .none, _ memory: TermMemory = TermMemory()
    ) throws(MinorsError) -> MinorStatistics? {
        let tables = try tables(in: memory)
        let batches = UnitBatches(self)
        let total = Mutex(Result<MinorStatistics?, MinorsError>.success(MinorStatistics()))
        let done = Mutex(0)
        let expected = Double(count) * Double(minorsEach)
        let hasEnded = Atomic<Bool>(false)
        batches.forEachConcurrently { nextBatch in
            var walker = MinorWalker<Monomial>(size: size, tables: tables, memory: memory)
            var counter = TermCounter<Monomial>(control: control) { minors in
                done.withLock {
                    $0 += minors
                    control.progress(min(1, Double($0) / expected))
                }
            }
            do throws(MinorsError) {
                while !hasEnded.load(ordering: .relaxed), let batch = nextBatch() {
                    for unit in batch {
                        guard try visit(unit, &walker, &counter) else { break }
                    }
                    if counter.isStopped { hasEnded.store(true, ordering: .relaxed) }
                }
                total.withLock { total in
                    if case .success(.some(var sum)) = total {
                        sum += counter.statistics
                        total = .success(counter.isStopped ? nil : sum)
                    }
                }
            } catch {
                hasEnded.store(true, ordering: .relaxed)
                total.withLock { $0 = .failure(error) }
            }
        }
        return try total.withLock { $0 }.get()
    }
}

struct TermCounter<Monomial: PackedMonomial>: MinorTermVisitor {
    var statistics = MinorStatistics()
    var isStopped: Bool { pace.isStopped }
    private var pace: WorkPace
    /// Told now and then how many minors more were counted.
    private let report: (Int) -> Void
    private var reported = 0

    init(control: WorkControl = .none, report: @escaping (Int) -> Void = { _ in }) {
        pace = WorkPace(control)
        self.report = report
    }

    mutating func goesOn(after terms: Int) -> Bool {
        if pace.pass(terms: terms) {
            report(statistics.minors - reported)
            reported = statistics.minors
        }
        return !pace.isStopped
    }

    mutating func visit(
        rows: [Int], columns: UnsafeBufferPointer<Int32>, terms: UnsafeBufferPointer<Term<Monomial>>
    ) -> Bool {
        statistics.minors += 1
        statistics.nonzero += terms.isEmpty ? 0 : 1
        statistics.terms += terms.count
        return goesOn(after: terms.count)
    }
}
