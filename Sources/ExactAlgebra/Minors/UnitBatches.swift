import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Shares the units of an expansion out among the processors, in runs of neighbours: neighbours can have
/// subminors in common.
struct UnitBatches: Sendable {
    let count: Int
    let batchSize: Int
    let workers: Int

    /// Work below this many minors is not worth a second thread.
    private static let smallestShare = 2_000

    /// - Parameters:
    ///   - batchSize: how many units are handed out at a time; by default some batches a worker, so that all
    ///     end at about the same time.
    init(_ units: MinorUnits, batchSize: Int? = nil) {
        count = units.count
        let minors = count.multipliedReportingOverflow(by: max(1, units.minorsEach))
        let share = minors.overflow ? Int.max : minors.partialValue / Self.smallestShare
        workers = max(1, min(processorCount, count, share))
        self.batchSize = batchSize ?? (workers == 1 ? max(1, count) : max(1, count / (workers * 16)))
    }

    /// Calls `work` on each worker with a function that hands out batches, in order, until none is left.
    func forEachConcurrently(_ work: @Sendable (() -> Range<Int>?) -> Void) {
        let next = Atomic<Int>(0)
        @Sendable func nextBatch() -> Range<Int>? {
            let start = next.add(batchSize, ordering: .relaxed).oldValue
            return start < count ? start..<min(start + batchSize, count) : nil
        }
        if workers == 1 {
            work(nextBatch)
        } else {
            DispatchQueue.concurrentPerform(iterations: workers) { _ in work(nextBatch) }
        }
    }
}

/// Lets another thread go first.
func pause() {
    usleep(50)
}
