import ChildProcesses
import CrossValidation
import ExactAlgebra
import Macaulay2
import Neurovariety
import Synchronization

/// Every check on every architecture of a grid, on all cores, with results that outlive the program.
package struct Validation: Sendable {
    /// In the order of the grid.
    package let records: [ValidationRecord]
    /// What they were made with.
    package let conditions: ValidationConditions

    /// - Parameters:
    ///   - journal: what it has is not computed again.
    ///   - progress: called, one call at a time, with how many are done, how many there are, and what begins.
    /// - Throws: where a result or a file for Macaulay2 cannot be written. What is out of reach natively for one
    ///   architecture is undecided there, and does not stop the others.
    package static func run(
        _ grid: ArchitectureGrid, session: Macaulay2Session, options: ArchitectureComparison.Options,
        journal: ValidationJournal, progress: @Sendable (Int, Int, Architecture) -> Void
    ) throws -> Validation {
        let all = grid.architectures
        let waiting = all.filter { journal.records[$0] == nil }
        let finished = Mutex(all.count - waiting.count)
        let failure = Mutex<(any Error)?>(nil)
        let made: [(Architecture, ValidationRecord)?] = concurrentMap(count: waiting.count) { index in
            guard failure.withLock({ $0 == nil }) else { return nil }
            let architecture = waiting[index]
            finished.withLock { progress($0, all.count, architecture) }
            do {
                let record = try record(architecture, session, options)
                try journal.append(record)
                finished.withLock { $0 += 1 }
                return (architecture, record)
            } catch {
                failure.withLock { $0 = $0 ?? error }
                return nil
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        var known = journal.records
        for case .some(let (architecture, record)) in made { known[architecture] = record }
        return Validation(records: all.compactMap { known[$0] }, conditions: journal.conditions)
    }

    /// All checks of one architecture.
    private static func record(
        _ architecture: Architecture, _ session: Macaulay2Session, _ options: ArchitectureComparison.Options
    ) throws -> ValidationRecord {
        let start = ContinuousClock.now
        do {
            let comparison = try ArchitectureComparison.run(
                architecture, session: session, options: options)
            let checks = try comparison.checks + NativeChecks.all(comparison.native)
            return ValidationRecord(
                architecture, checks: checks, times: comparison.times,
                seconds: (ContinuousClock.now - start).inSeconds)
        } catch let error as Macaulay2Failure {
            // A file could not be written, or Macaulay2 is gone: so it will be with the next.
            throw error
        } catch {
            return ValidationRecord(
                architecture, notComputed: "\(error)", seconds: (ContinuousClock.now - start).inSeconds)
        }
    }

    /// About how many seconds of one core all checks of an architecture take, without any limit: kernels in Macaulay2 grow with
    /// the number of variables, and faster with that of layers.
    ///
    /// From 68 architectures of two and three layers with K ≤ 15 in Macaulay2 1.21; means over all of a size were within a factor of 3,
    /// single ones within 10.
    package static func cost(_ architecture: Architecture) -> Double {
        let variables = Double(architecture.endToEndFilterSize)
        let pieces = Double(architecture.filterSizes.count - 1)
        let fourth = variables * variables * variables * variables
        return 0.3 + fourth * pieces * pieces * pieces * pieces / 50_000
    }

    /// The same where each of the two tasks of Macaulay2 ends at a limit.
    package static func cost(_ architecture: Architecture, limit seconds: Double?) -> Double {
        min(cost(architecture), seconds.map { 0.3 + 2 * $0 } ?? .infinity)
    }

    /// For reports from records that are there.
    package init(records: [ValidationRecord], conditions: ValidationConditions) {
        self.records = records
        self.conditions = conditions
    }

    /// The worst of all records.
    package var verdict: Verdict { .worst(records.lazy.map(\.verdict)) }
}
