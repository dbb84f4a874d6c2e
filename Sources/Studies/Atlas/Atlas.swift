import ChildProcesses
import Neurovariety

/// A table of all reduced architectures up to an end-to-end filter size.
///
/// With a journal, a CSV file to which each row is appended when it is known, an interrupted run goes on where it
/// stopped.
package struct Atlas: Sendable {
    package let rows: [AtlasRow]

    /// The first line of the CSV file.
    package static let heading = AtlasRow.columns.joined(separator: ",")

    /// - Parameters:
    ///   - journal: the path of the CSV file; made if it does not exist.
    ///   - progress: called with the architecture that begins and the share of rows that are done.
    /// - Throws: ``LineJournal/Failure`` or ``AtlasError`` for a journal that cannot be used.
    package static func run(
        upTo largest: Int, journal path: String?, progress: (Architecture, Double) -> Void = { _, _ in }
    ) throws -> Atlas {
        let architectures = ReducedArchitectures.upTo(endToEndFilterSize: largest)
        let journal = try path.map { try LineJournal(path: $0, heading: Self.heading) }
        var known: [Architecture: AtlasRow] = [:]
        for line in journal?.lines ?? [] {
            guard let row = AtlasRow(csv: line[...]) else { throw AtlasError(path: path ?? "", line: line) }
            known[row.architecture] = row
        }
        var rows: [AtlasRow] = []
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
        return Atlas(rows: rows)
    }
}

/// A line of a journal that is no row.
package struct AtlasError: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    package let line: String

    package var description: String {
        "\(path) has a line that is no row of the atlas: '\(line.prefix(100))'"
    }
}
