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
        public let program: String
        public let macaulay2: String
        public let timeout: Double?
        public let memoryLimit: Int?

        public init(program: String, macaulay2: String, timeout: Double?, memoryLimit: Int?) {
            self.program = program
            self.macaulay2 = macaulay2
            self.timeout = timeout
            self.memoryLimit = memoryLimit
        }
    }

    /// - Parameters:
    ///   - path: the results file: the conditions, then one record a line, as JSON. Made if it does not exist; what it
    ///     has is not computed again.
    ///   - progress: called, one call at a time, with how many are done, how many there are, and what begins.
    /// - Throws: ``LineJournal/Failure``, ``ValidationError``, and what one architecture throws natively.
    public init(
        _ grid: ArchitectureGrid, program: Macaulay2Program, options: ArchitectureComparison.Options,
        conditions: Conditions, results path: String, restarts: Bool,
        progress: @Sendable (Int, Int, Architecture) -> Void
    ) throws {
        self.conditions = conditions
        let journal = try LineJournal(path: path, heading: Self.line(conditions), restarts: restarts)
        var known: [Architecture: ValidationRecord] = [:]
        for (index, line) in journal.lines.enumerated() {
            guard let record = try? JSONDecoder().decode(ValidationRecord.self, from: Data(line.utf8)),
                let architecture = try? Architecture(filterSizes: record.filterSizes, strides: record.strides)
            else { throw ValidationError(path: path, line: index + 2) }
            known[architecture] = record
        }
        let (all, done) = (grid.architectures, known)
        let waiting = all.filter { done[$0] == nil }
        let finished = Mutex(all.count - waiting.count)
        let failure = Mutex<(any Error)?>(nil)
        let made: [(Architecture, ValidationRecord)?] = concurrentMap(count: waiting.count) { index in
            guard failure.withLock({ $0 == nil }) else { return nil }
            let architecture = waiting[index]
            finished.withLock { progress($0, all.count, architecture) }
            do {
                let start = ContinuousClock.now
                let comparison = try ArchitectureComparison(architecture, program: program, options: options)
                let checks = try comparison.checks + NativeChecks.all(architecture)
                let record = ValidationRecord(
                    architecture, checks: checks, times: comparison.times,
                    seconds: (ContinuousClock.now - start).inSeconds)
                try journal.append(Self.line(record))
                finished.withLock { $0 += 1 }
                return (architecture, record)
            } catch {
                failure.withLock { $0 = $0 ?? error }
                return nil
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        for case .some(let (architecture, record)) in made { known[architecture] = record }
        records = all.compactMap { known[$0] }
    }

    /// For reports from records that are there.
    init(records: [ValidationRecord], conditions: Conditions) {
        self.records = records
        self.conditions = conditions
    }

    private static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    public var verdict: String {
        let verdicts = records.map(\.verdict)
        return verdicts.contains("disagree")
            ? "disagree" : verdicts.contains("undecided") ? "undecided" : "agree"
    }
}

/// A line of a results file that is no record.
public struct ValidationError: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    public let line: Int

    public var description: String { "\(path), line \(line), is no result of this program" }
}
