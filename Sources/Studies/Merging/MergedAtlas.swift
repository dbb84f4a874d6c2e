import ChildProcesses
import Neurovariety

/// The rows of several journals of `atlas`, shards or not, as those of one run.
package struct MergedAtlas: Sendable {
    package let atlas: Atlas
    package let findings: MergeFindings<Architecture>

    /// - Throws: ``LineJournal/Failure`` or ``MergeError``.
    package init(paths: [String]) throws {
        var findings = MergeFindings<Architecture>()
        var rows: [Architecture: (row: AtlasRow, place: MergeFindings<Architecture>.Line)] = [:]
        var parts: [MergeFindings<Architecture>.Part] = []
        var shards: [AtlasShard] = []
        for path in paths {
            let journal = try JournalSnapshot(path: path)
            if journal.isEmpty {
                findings.cutOff.append(path)
                continue
            }
            guard journal.heading == Atlas.heading else { throw MergeError.notAJournal(path: path) }
            if journal.isCutOff { findings.cutOff.append(path) }
            for (number, text) in journal.lines {
                let place = MergeFindings<Architecture>.Line(path: path, number: number)
                if let part = AtlasShard(line: text) {
                    shards.append(part)
                    parts.append(
                        .init(
                            path: path, shard: part.shard, study: AtlasShard.study(upTo: part.largest),
                            plan: part.architectures))
                } else if let row = AtlasRow(csv: text) {
                    guard let (known, other) = rows[row.architecture] else {
                        rows[row.architecture] = (row, place)
                        continue
                    }
                    if known == row {
                        findings.duplicates += 1
                    } else {
                        findings.conflicts.append(
                            .init(task: row.architecture, places: [other, place]))
                    }
                } else {
                    findings.unreadable.append(place)
                }
            }
        }
        let largest = rows.keys.map(\.endToEndFilterSize).max() ?? 1
        let sizes = Dictionary(shards.map { (AtlasShard.study(upTo: $0.largest), $0.largest) }) { $1 }
        findings.compare(parts, with: Set(rows.keys)) { part, shard in
            sizes[part.study].map { AtlasShard(shard, upTo: $0).architectures }
        }
        self.findings = findings
        // In the order of an atlas of one machine.
        atlas = Atlas(
            rows: ReducedArchitectures.upTo(endToEndFilterSize: largest).compactMap { rows[$0]?.row })
    }

    /// Writes all rows to one file, from which `atlas` goes on. What is there already stays.
    package func write(to path: String) throws {
        let journal = try LineJournal(path: path, heading: Atlas.heading)
        let known = Set(journal.lines)
        for row in atlas.rows where !known.contains(row.csv) { try journal.append(row.csv) }
    }
}
