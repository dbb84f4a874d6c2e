import ChildProcesses
import CrossValidation
import PlatformBasics
import Neurovariety

/// The results of a validation on the disk: under which conditions they were made, then one result a line, as JSON.
///
/// Each result is there for good before the next begins, and what is there is not computed again.
package final class ValidationJournal: Sendable {
    /// Results for architectures.
    let records: [Architecture: ValidationRecord]
    /// Columns of the paper's Table 2.
    package let columns: [Architecture: Table2Column]
    package let conditions: ValidationConditions
    private let journal: LineJournal

    /// Opens a file of results, or makes one.
    ///
    /// - Parameters:
    ///   - plan: of a shard, the architectures that are its own; they stand in the file, so that it can be told what is missing.
    ///   - restarts: whether results that are there are thrown away.
    /// - Throws: ``LineJournal/Failure``, ``ValidationError``.
    package init(
        path: String, conditions: ValidationConditions, plan: [Architecture]? = nil, restarts: Bool
    ) throws {
        self.conditions = conditions
        let heading = try JSONLine.text(of: conditions)
        if restarts { try Self.checkIsOurs(path) }
        do throws(LineJournal.Failure) {
            journal = try LineJournal(path: path, heading: heading, restarts: restarts)
        } catch {
            guard case .otherHeading(let path, let found) = error else { throw error }
            guard let others = try JSONLine.read(ValidationConditions.self, found) else {
                throw ValidationError.notResults(path: path)
            }
            throw ValidationError.otherConditions(path: path, conditions.differences(from: others))
        }
        var records: [Architecture: (number: Int, record: ValidationRecord)] = [:]
        var columns: [Architecture: Table2Column] = [:]
        var known: [Architecture]?
        for (number, text) in journal.numberedLines {
            switch try ValidationLine(text) {
            case .record(let record):
                guard let first = records[record.architecture] else {
                    records[record.architecture] = (number, record)
                    continue
                }
                switch first.record.agreement(with: record) {
                case .same, .knowsMore: break
                case .knowsLess: records[record.architecture] = (number, record)
                case .conflict:
                    throw ValidationError.conflict(
                        path: path, record.architecture, lines: [first.number, number])
                }
            case .table2(let column): columns[column.architecture] = column
            case .plan(let architectures): known = architectures
            case nil: throw ValidationError.notAResult(path: path, line: number)
            }
        }
        (self.records, self.columns) = (records.mapValues(\.record), columns)
        guard let plan else { return }
        if let known, known != plan { throw ValidationError.otherPlan(path: path) }
        if known == nil { try journal.append(ValidationLine.plan(plan).text()) }
    }

    /// A file of another kind is not thrown away: its name was meant for something else.
    private static func checkIsOurs(_ path: String) throws {
        guard let bytes = try? FileBytes.read(path: path, atMost: 1 << 16), !bytes.isEmpty else { return }
        let first = bytes.prefix { $0 != UInt8(ascii: "\n") }
        guard
            try JSONLine.read(ValidationConditions.self, String(decoding: first, as: UTF8.self)) != nil
        else {
            throw ValidationError.notResults(path: path)
        }
    }

    /// The architectures of a grid without results.
    package func unknown(of grid: ArchitectureGrid) -> ArchitectureGrid {
        ArchitectureGrid(grid.architectures.filter { records[$0] == nil })
    }

    package func append(_ record: ValidationRecord) throws {
        try journal.append(ValidationLine.record(record).text())
    }

    package func append(_ column: Table2Column) throws {
        try journal.append(ValidationLine.table2(column).text())
    }
}
