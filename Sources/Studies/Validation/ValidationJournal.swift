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

    /// A line of the file: one of the two.
    private struct Line: Codable {
        var record: ValidationRecord?
        var table2: Table2Column?
    }

    /// Opens a file of results, or makes one.
    ///
    /// - Parameter restarts: whether results that are there are thrown away.
    /// - Throws: ``LineJournal/Failure``, ``ValidationError``.
    package init(path: String, conditions: ValidationConditions, restarts: Bool) throws {
        self.conditions = conditions
        let heading = try Self.text(conditions)
        if restarts { try Self.checkIsOurs(path) }
        do throws(LineJournal.Failure) {
            journal = try LineJournal(path: path, heading: heading, restarts: restarts)
        } catch {
            guard case .otherHeading(let path, let found) = error else { throw error }
            guard let others = try Self.read(ValidationConditions.self, Data(found.utf8)) else {
                throw ValidationError.notResults(path: path)
            }
            throw ValidationError.otherConditions(path: path, conditions.differences(from: others))
        }
        var records: [Architecture: ValidationRecord] = [:]
        var columns: [Architecture: Table2Column] = [:]
        for (index, text) in journal.lines.enumerated() {
            let line = try Self.read(Line.self, Data(text.utf8))
            if let record = line?.record {
                records[record.architecture] = record
            } else if let column = line?.table2 {
                columns[column.architecture] = column
            } else {
                throw ValidationError.notAResult(path: path, line: index + 2)
            }
        }
        (self.records, self.columns) = (records, columns)
    }

    /// A file of another kind is not thrown away: its name was meant for something else.
    private static func checkIsOurs(_ path: String) throws {
        guard let bytes = try? FileBytes.read(path: path, atMost: 1 << 16), !bytes.isEmpty else { return }
        let first = bytes.prefix { $0 != UInt8(ascii: "\n") }
        guard try read(ValidationConditions.self, Data(first)) != nil else {
            throw ValidationError.notResults(path: path)
        }
    }

    /// For how many architectures of a grid there are results.
    package func known(_ grid: ArchitectureGrid) -> Int {
        grid.architectures.count { records[$0] != nil }
    }

    func append(_ record: ValidationRecord) throws {
        try journal.append(Self.text(Line(record: record)))
    }

    package func append(_ column: Table2Column) throws {
        try journal.append(Self.text(Line(table2: column)))
    }

    /// Nil for anything else, such as words that name no verdict, work or check of today.
    private static func read<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value? {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch is DecodingError {
            return nil
        }
    }

    private static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
