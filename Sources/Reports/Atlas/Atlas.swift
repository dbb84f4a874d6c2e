import Foundation
import Neurovariety

/// A table of all reduced architectures up to an end-to-end filter size.
///
/// With a journal, a CSV file to which each row is appended when it is known, an interrupted run goes on where it
/// stopped.
public struct Atlas: Sendable {
    public private(set) var rows: [AtlasRow] = []

    static let heading = AtlasRow.columns.joined(separator: ",")

    /// - Parameters:
    ///   - journal: the path of the CSV file; made if it does not exist.
    ///   - progress: called with the architecture that begins and the share of rows that are done.
    /// - Throws: ``LineJournal/Failure`` or ``AtlasError`` for a journal that cannot be used.
    public init(
        upTo largest: Int, journal path: String?, progress: (Architecture, Double) -> Void = { _, _ in }
    ) throws {
        let architectures = ReducedArchitectures.upTo(endToEndFilterSize: largest)
        let journal = try path.map { try LineJournal(path: $0, heading: Self.heading) }
        var known: [Architecture: AtlasRow] = [:]
        for line in journal?.lines ?? [] {
            guard let row = AtlasRow(csv: line[...]) else { throw AtlasError(path: path ?? "", line: line) }
            known[try Architecture(filterSizes: row.filterSizes, strides: row.strides)] = row
        }
        for (index, architecture) in architectures.enumerated() {
            if let row = known[architecture] {
                rows.append(row)
                continue
            }
            progress(architecture, Double(index) / Double(architectures.count))
            let row = try AtlasRow(architecture)
            try journal?.append(row.csv)
            rows.append(row)
        }
    }

    public func rendered(_ format: AtlasFormat) -> String {
        switch format {
        case .csv: return ([Self.heading] + rows.map(\.csv)).joined(separator: "\n") + "\n"
        case .text: return table.text
        case .markdown: return table.markdown
        case .json: return JSONValue.array(rows.map(\.json)).text
        }
    }

    private var table: Table {
        Table(
            caption: "Neurovarieties of reduced architectures",
            header: ["(k;s)", "K", "dim", "degree", "generators", "h-numerator", "J radical", "by"],
            rows: rows.map(\.tableRow),
            notes: [
                "Generators: of the prime ideal, degree:number; minors of minimal nonfaces, minimal as observed.",
                "J radical: by ranks in every degree with generators, or for two layers by the levels below l₁.",
            ],
            alignsRight: false)
    }
}

public enum AtlasFormat: String, CaseIterable, Sendable {
    case text, markdown, csv, json
}

/// A line of a journal that is no row.
public struct AtlasError: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    public let line: String

    public var description: String { "\(path) has a line that is no row of the atlas: '\(line.prefix(100))'" }
}
