import ChildProcesses
import Neurovariety

/// A table of all reduced architectures up to an end-to-end filter size.
///
/// With a journal, a CSV file to which each row is appended when it is known, an interrupted run goes on where it
/// stopped.
package struct Atlas: Sendable {
    package let rows: [AtlasRow]
    /// How many more there would be: it was stopped before them.
    package let missingCount: Int

    /// The first line of the CSV file.
    package static let heading = AtlasColumn.allCases.map(\.rawValue).joined(separator: ",")

    /// The largest end-to-end filter size.
    package static let largestSize = 60

    /// - Parameters:
    ///   - shard: a part of the atlas only.
    ///   - journal: the path of the CSV file; made if it does not exist.
    ///   - willCompute: called with the seconds, about, that the rows take that are not known.
    ///   - shouldStop: asked before each row.
    ///   - leavesOut: called with the lines of the journal that are no rows.
    ///   - progress: called with the architecture that begins and the share of rows that are done.
    /// - Throws: ``LineJournal/Failure`` or ``AtlasError`` for a journal that cannot be used.
    package static func run(
        upTo largest: Int, shard: Shard? = nil, journal path: String?,
        willCompute: (_ seconds: Double) -> Void = { _ in }, shouldStop: () -> Bool = { false },
        leavesOut: (LeftOutLines) -> Void = { _ in },
        progress: (Architecture, Double) -> Void = { _, _ in }
    ) throws -> Atlas {
        let part = shard.map { AtlasShard($0, upTo: largest) }
        let architectures = part?.architectures ?? ReducedArchitectures.upTo(endToEndFilterSize: largest)
        let journal = try path.map { try LineJournal(path: $0, heading: Self.heading) }
        var known: [Architecture: (number: Int, row: AtlasRow)] = [:]
        var leftOut = LeftOutLines()
        if let journal, let part {
            let other = journal.lines.compactMap { AtlasShard(line: $0) }.first { $0 != part }
            if let other { throw AtlasError.otherShard(path: path ?? "", other, now: part) }
            if !journal.lines.contains(part.line) { try journal.append(part.line) }
        }
        for (number, line) in journal?.numberedLines ?? [] where AtlasShard(line: line) == nil {
            guard let row = AtlasRow(csv: line) else {
                leftOut.unreadable.append(number)
                continue
            }
            let first = known[row.architecture] ?? (number, row)
            guard first.row == row else {
                throw AtlasError.conflict(path: path ?? "", row.architecture, lines: [first.number, number])
            }
            known[row.architecture] = first
        }
        leavesOut(leftOut)
        willCompute(architectures.reduce(0) { known[$1] == nil ? $0 + AtlasShard.cost($1) : $0 })
        var rows: [AtlasRow] = []
        for (index, architecture) in architectures.enumerated() {
            if let row = known[architecture]?.row {
                rows.append(row)
                continue
            }
            // What a journal has is a row all the same.
            if shouldStop() { continue }
            progress(architecture, Double(index) / Double(architectures.count))
            let row = try AtlasRow(architecture)
            try journal?.append(row.csv)
            rows.append(row)
        }
        return Atlas(rows: rows, missingCount: architectures.count - rows.count)
    }

    package init(rows: [AtlasRow], missingCount: Int = 0) {
        (self.rows, self.missingCount) = (rows, missingCount)
    }
}

/// Why a journal cannot be gone on from.
package enum AtlasError: Error, Hashable, Sendable {
    /// Two rows for one architecture exclude each other.
    case conflict(path: String, Architecture, lines: [Int])
    case otherShard(path: String, AtlasShard, now: AtlasShard)
}
