import CrossValidation
import ExactAlgebra
import Foundation
import Macaulay2
import Neurovariety
import Synchronization

/// Every check on every architecture of a grid, on all cores, with results that outlive the program.
public struct Validation: Sendable {
    /// In the order of the grid.
    public let records: [ValidationRecord]
    /// What they were made with.
    public let conditions: Conditions

    /// A change of any of them is not mixed into old results.
    public struct Conditions: Codable, Hashable, Sendable {
        /// Name and version of this program.
        public var program: String
        /// Tells one build of it from another.
        public var build: String
        public var macaulay2: String
        public var timeout: Double?
        public var memoryLimit: Int?
        public var strategy: String?
        public var checksRadical: Bool

        public init(
            program: String, build: String, macaulay2: String, timeout: Double?, memoryLimit: Int?,
            strategy: String? = nil, checksRadical: Bool = false
        ) {
            self.program = program
            self.build = build
            self.macaulay2 = macaulay2
            self.timeout = timeout
            self.memoryLimit = memoryLimit
            self.strategy = strategy
            self.checksRadical = checksRadical
        }

        /// Each difference as `timeout 60 s, now 30 s`.
        func differences(from others: Conditions) -> [String] {
            func limit(_ seconds: Double?) -> String { seconds.map(Quantity.limit) ?? "none" }
            let rows = [
                ("", others.program, program), ("build ", others.build, build),
                ("Macaulay2 ", others.macaulay2, macaulay2),
                ("timeout ", limit(others.timeout), limit(timeout)),
                (
                    "memory limit ", others.memoryLimit.map { "\($0) MB" } ?? "none",
                    memoryLimit.map { "\($0) MB" } ?? "none"
                ),
                ("strategy ", others.strategy ?? "none", strategy ?? "none"),
                ("radical ", "\(others.checksRadical)", "\(checksRadical)"),
            ]
            return rows.filter { $0.1 != $0.2 }.map { "\($0.0)\($0.1), now \($0.2)" }
        }
    }

    /// - Parameters:
    ///   - journal: what it has is not computed again.
    ///   - progress: called, one call at a time, with how many are done, how many there are, and what begins.
    /// - Throws: where a result or a file for Macaulay2 cannot be written. What is out of reach natively for one
    ///   architecture is undecided there, and does not stop the others.
    public init(
        _ grid: ArchitectureGrid, program: Macaulay2Program, options: ArchitectureComparison.Options,
        journal: ValidationJournal, progress: @Sendable (Int, Int, Architecture) -> Void
    ) throws {
        conditions = journal.conditions
        let all = grid.architectures
        let waiting = all.filter { journal.records[$0] == nil }
        let finished = Mutex(all.count - waiting.count)
        let failure = Mutex<(any Error)?>(nil)
        let made: [(Architecture, ValidationRecord)?] = concurrentMap(count: waiting.count) { index in
            guard failure.withLock({ $0 == nil }) else { return nil }
            let architecture = waiting[index]
            finished.withLock { progress($0, all.count, architecture) }
            do {
                let record = try Self.record(architecture, program, options)
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
        records = all.compactMap { known[$0] }
    }

    /// All checks of one architecture.
    private static func record(
        _ architecture: Architecture, _ program: Macaulay2Program, _ options: ArchitectureComparison.Options
    ) throws -> ValidationRecord {
        let start = ContinuousClock.now
        do {
            let comparison = try ArchitectureComparison(architecture, program: program, options: options)
            let checks = try comparison.checks + NativeChecks.all(architecture)
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

    /// For reports from records that are there.
    init(records: [ValidationRecord], conditions: Conditions) {
        self.records = records
        self.conditions = conditions
    }

    /// Without reasons: those are with the records.
    public var verdict: Verdict {
        .worst(
            records.lazy.flatMap(\.checks).map { entry in
                switch entry.verdict {
                case "agree": return .agrees
                case "undecided": return .undecided(entry.reason ?? "")
                default: return .disagrees(entry.reason ?? "", nil)
                }
            })
    }
}
