import ChildProcesses

/// The results of several journals of sweeps, parts or not, as those of one run.
package struct MergedSweep: Sendable {
    package let sweep: CriticalPointsSweep
    package let findings: MergeFindings<SweepProblem>
    /// Those with results, and those that are known to be without.
    private let problems: [SweepProblem]
    /// The options of the first of the journals.
    private let study: String?

    /// - Throws: ``LineJournal/Failure`` or ``MergeError``: journals with other conditions, or with other numbers for a data set, are
    ///   not joined.
    package init(paths: [String]) throws {
        var findings = MergeFindings<SweepProblem>()
        var first: (path: String, conditions: SweepConditions)?
        var rows: [SweepProblem.Key: (row: SweepRow, path: String)] = [:]
        // Also those that are planned.
        var problems: [SweepProblem.Key: (problem: SweepProblem, path: String)] = [:]
        var parts: [MergeFindings<SweepProblem>.Part] = []
        var shares: [(path: String, part: SweepConditions.Part)] = []
        var plans: [(path: String, study: String, problems: [SweepProblem])] = []
        var study: String?
        for path in paths {
            let journal = try JournalSnapshot(path: path)
            if journal.isEmpty {
                findings.cutOff.append(path)
                continue
            }
            guard let conditions = try JSONLine.read(SweepConditions.self, journal.heading) else {
                throw MergeError.notAJournal(path: path)
            }
            if let first {
                let differences = first.conditions.differences(from: conditions.ofTheWhole)
                guard differences.isEmpty else {
                    throw MergeError.otherSweep(path: path, first: first.path, differences)
                }
            } else {
                first = (path, conditions.ofTheWhole)
            }
            if journal.isCutOff { findings.cutOff.append(path) }
            func note(_ problem: SweepProblem) throws {
                guard let (known, other) = problems[problem.key] else {
                    problems[problem.key] = (problem, path)
                    return
                }
                if known != problem {
                    throw MergeError.otherData(path: path, first: other, file: problem.description)
                }
            }
            var plan: [SweepProblem]?
            for (number, text) in journal.lines {
                switch try SweepLine(text) {
                case .plan(let own, let words):
                    plan = own
                    study = study ?? words
                    if conditions.part == nil { plans.append((path, words, own)) }
                    for problem in own { try note(problem) }
                case nil: findings.unreadable.append(.init(path: path, number: number))
                case .row(let row):
                    try note(row.problem)
                    guard let (known, other) = rows[row.problem.key] else {
                        rows[row.problem.key] = (row, path)
                        continue
                    }
                    if known.agrees(with: row) {
                        findings.duplicates += 1
                    } else {
                        findings.conflicts.append(.init(task: row.problem, paths: [other, path]))
                    }
                }
            }
            if let part = conditions.part, let shard = Shard(part.shard) {
                shares.append((path, part))
                parts.append(
                    .init(
                        path: path, shard: shard, study: part.study, key: part.problemsHash, plan: plan))
            }
        }
        guard let first else { throw MergeError.nothing }
        if let (firstPath, firstPart) = shares.first,
            let (path, part) = shares.first(where: {
                $0.part.study == firstPart.study && $0.part.problemsHash != firstPart.problemsHash
            })
        {
            // The same words, for other problems: files were added, changed or taken away.
            throw MergeError.otherSweep(
                path: path, first: firstPath, [SweepConditions.difference(ofStudies: part, now: firstPart)])
        }
        let done = rows.values.map(\.row)
        var known = Set(done.map(\.problem))
        findings.compare(parts, with: known)
        // A later run without shards may have had more problems than an earlier one.
        for (path, study, problems) in plans.reversed() {
            let rest = problems.filter { known.insert($0).inserted }
            if !rest.isEmpty {
                findings.missing.append(.init(shard: nil, study: study, path: path, tasks: rest))
            }
        }
        self.findings = findings
        (self.problems, self.study) = (problems.values.map(\.problem).sorted(), study)
        let planned = Set(shares.map(\.part.problemsHash)).count == 1 ? shares[0].part.problemCount : 0
        sweep = CriticalPointsSweep(
            rows: done.sorted { $0.problem < $1.problem }, conditions: first.conditions,
            plannedCount: max(planned, problems.count))
    }

    /// Writes all results to one journal, from which `critical-points` goes on. What is there already stays.
    package func write(to path: String) throws {
        let journal = try SweepJournal(
            path: path, conditions: sweep.conditions, problems: problems, study: study)
        for row in sweep.rows where journal.rows[row.problem] == nil { try journal.append(row) }
    }
}
