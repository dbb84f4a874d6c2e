import CrossValidation
import Foundation
import Neurovariety

/// The results of a validation on the disk: under which conditions they were made, then one result a line, as JSON.
///
/// Each result is there for good before the next begins, and what is there is not computed again.
public final class ValidationJournal: Sendable {
    /// Results for architectures.
    let records: [Architecture: ValidationRecord]
    /// Columns of the paper's Table 2.
    public let columns: [Architecture: Table2Column]
    public let conditions: Validation.Conditions
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
    public init(path: String, conditions: Validation.Conditions, restarts: Bool) throws {
        self.conditions = conditions
        let heading = try Self.text(conditions)
        if restarts { try Self.checkIsOurs(path) }
        do throws(LineJournal.Failure) {
            journal = try LineJournal(path: path, heading: heading, restarts: restarts)
        } catch {
            guard case .otherHeading(let path, let found) = error else { throw error }
            guard let others = try? JSONDecoder().decode(Validation.Conditions.self, from: Data(found.utf8))
            else { throw ValidationError.notResults(path: path) }
            throw ValidationError.otherConditions(path: path, conditions.differences(from: others))
        }
        var records: [Architecture: ValidationRecord] = [:]
        var columns: [Architecture: Table2Column] = [:]
        for (index, text) in journal.lines.enumerated() {
            let line = try? JSONDecoder().decode(Line.self, from: Data(text.utf8))
            if let record = line?.record,
                let architecture = try? Architecture(
                    filterSizes: record.filterSizes, strides: record.strides)
            {
                records[architecture] = record
            } else if let column = line?.table2,
                let architecture = try? Architecture(
                    filterSizes: column.filterSizes, strides: column.strides)
            {
                columns[architecture] = column
            } else {
                throw ValidationError.notAResult(path: path, line: index + 2)
            }
        }
        (self.records, self.columns) = (records, columns)
    }

    /// A file of another kind is not thrown away: its name was meant for something else.
    private static func checkIsOurs(_ path: String) throws {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: 1 << 16), !data.isEmpty
        else { return }
        let first = data.prefix { $0 != UInt8(ascii: "\n") }
        guard (try? JSONDecoder().decode(Validation.Conditions.self, from: first)) != nil else {
            throw ValidationError.notResults(path: path)
        }
    }

    func append(_ record: ValidationRecord) throws {
        try journal.append(Self.text(Line(record: record)))
    }

    public func append(_ column: Table2Column) throws {
        try journal.append(Self.text(Line(table2: column)))
    }

    private static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// Why a file of results cannot be gone on from.
public enum ValidationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the file was made with, as `timeout 60 s, now 30 s`.
    case otherConditions(path: String, [String])
    case notResults(path: String)
    case notAResult(path: String, line: Int)

    public var description: String {
        switch self {
        case .otherConditions(let path, let differences):
            return "\(path) was made with \(differences.joined(separator: "; ")); name another file by "
                + "--results, or throw these results away by --restart"
        case .notResults(let path): return "\(path) holds no results of this program"
        case .notAResult(let path, let line):
            return "\(path), line \(line), is no result of this program"
        }
    }
}
