import ChildProcesses
import CrossValidation
import Neurovariety

/// The results of several files of `validate`, shards or not, as those of one run.
package struct MergedValidation: Sendable {
    package let validation: Validation
    package let findings: MergeFindings<Architecture>
    /// Columns of the paper's Table 2.
    private let columns: [Table2Column]

    /// - Throws: ``LineJournal/Failure`` or ``MergeError``: files with different conditions are not joined.
    package init(paths: [String]) throws {
        var findings = MergeFindings<Architecture>()
        var first: (path: String, conditions: ValidationConditions)?
        var records: [Architecture: (record: ValidationRecord, place: MergeFindings<Architecture>.Line)] = [:]
        var columns: [Architecture: Table2Column] = [:]
        var parts: [MergeFindings<Architecture>.Part] = []
        for path in paths {
            let journal = try JournalSnapshot(path: path)
            if journal.isEmpty {
                findings.cutOff.append(path)
                continue
            }
            guard let conditions = try JSONLine.read(ValidationConditions.self, journal.heading) else {
                throw MergeError.notAJournal(path: path)
            }
            if let first {
                let differences = first.conditions.differences(from: conditions.ofTheWhole)
                guard differences.isEmpty else {
                    throw MergeError.otherConditions(path: path, first: first.path, differences)
                }
            } else {
                first = (path, conditions.ofTheWhole)
            }
            if journal.isCutOff { findings.cutOff.append(path) }
            var plan: [Architecture]?
            for (number, text) in journal.lines {
                let place = MergeFindings<Architecture>.Line(path: path, number: number)
                switch try ValidationLine(text) {
                case .plan(let architectures): plan = architectures
                case .table2(let column): columns[column.architecture] = column
                case nil: findings.unreadable.append(place)
                case .record(let record):
                    guard let (known, other) = records[record.architecture] else {
                        records[record.architecture] = (record, place)
                        continue
                    }
                    switch known.agreement(with: record) {
                    case .same: findings.duplicates += 1
                    case .knowsMore: break
                    case .knowsLess: records[record.architecture] = (record, place)
                    case .conflict:
                        findings.conflicts.append(
                            .init(task: record.architecture, places: [other, place]))
                    }
                }
            }
            if let shard = conditions.shard.flatMap({ Shard($0) }) {
                parts.append(.init(path: path, shard: shard, study: conditions.study ?? "", plan: plan))
            }
        }
        guard let first else { throw MergeError.nothing }
        findings.compare(parts, with: Set(records.keys))
        self.findings = findings
        self.columns = columns.values.sorted { $0.architecture.description < $1.architecture.description }
        validation = Validation(
            records: ArchitectureGrid(Array(records.keys)).architectures.compactMap { records[$0]?.record },
            conditions: first.conditions)
    }

    /// Writes all results to one file, from which `validate` goes on. What is there already stays.
    package func write(to path: String) throws {
        let journal = try ValidationJournal(path: path, conditions: validation.conditions, restarts: false)
        for record in validation.records where journal.records[record.architecture] == nil {
            try journal.append(record)
        }
        for column in columns where journal.columns[column.architecture] == nil {
            try journal.append(column)
        }
    }
}

extension ValidationRecord {
    /// How two results for one architecture stand to each other.
    enum Agreement {
        case same, knowsMore, knowsLess, conflict
    }

    /// Times do not count; where one is undecided the other is better, if it is not undecided elsewhere.
    func agreement(with other: ValidationRecord) -> Agreement {
        if checks == other.checks { return .same }
        func decided(_ record: ValidationRecord) -> [CheckName: Set<Entry>] {
            Dictionary(grouping: record.checks.filter { $0.verdict.kind != .undecided }, by: \.name)
                .mapValues(Set.init)
        }
        let (mine, others) = (decided(self), decided(other))
        if others.allSatisfy({ name, entries in mine[name].map { $0.isSuperset(of: entries) } ?? false }) {
            return .knowsMore
        }
        if mine.allSatisfy({ name, entries in others[name].map { $0.isSuperset(of: entries) } ?? false }) {
            return .knowsLess
        }
        return .conflict
    }
}
