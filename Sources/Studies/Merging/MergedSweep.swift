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
        var files: [SweepFile] = []
        for path in paths {
            guard let file = try SweepFile(path: path) else {
                findings.cutOff.append(path)
                continue
            }
            if let first = files.first {
                let differences = first.conditions.ofTheWhole.differences(from: file.conditions.ofTheWhole)
                guard differences.isEmpty else {
                    throw MergeError.otherSweep(path: path, first: first.path, differences)
                }
            }
            if file.isCutOff { findings.cutOff.append(path) }
            findings.unreadable += file.unreadable.map { .init(path: path, number: $0) }
            files.append(file)
        }
        guard let first = files.first else { throw MergeError.nothing }
        let scope = try SweepScope(files)
        var rows: [SweepProblem.Key: (row: SweepRow, place: MergeFindings<SweepProblem>.Line)] = [:]
        // Also those that are planned.
        var problems: [SweepProblem.Key: (problem: SweepProblem, path: String)] = [:]
        func note(_ problem: SweepProblem, _ path: String) throws {
            guard let (known, other) = problems[problem.key] else {
                problems[problem.key] = (problem, path)
                return
            }
            if known != problem {
                throw MergeError.otherData(path: path, first: other, file: problem.description)
            }
        }
        for file in files {
            for problem in file.plans.flatMap(\.problems) { try note(problem, file.path) }
        }
        for file in files {
            for (number, row) in file.rows {
                let place = MergeFindings<SweepProblem>.Line(path: file.path, number: number)
                // Under a name of the study it is other data.
                guard scope.contains(row.problem, of: file) || problems[row.problem.key] != nil else {
                    findings.foreign.append(place)
                    continue
                }
                try note(row.problem, file.path)
                guard let (known, other) = rows[row.problem.key] else {
                    rows[row.problem.key] = (row, place)
                    continue
                }
                if known.agrees(with: row) {
                    findings.duplicates += 1
                } else {
                    findings.conflicts.append(.init(task: row.problem, places: [other, place]))
                }
            }
        }
        let done = rows.values.map(\.row)
        var known = Set(done.map(\.problem))
        let parts = files.compactMap { file -> MergeFindings<SweepProblem>.Part? in
            guard let part = file.part, let shard = Shard(part.shard) else { return nil }
            return .init(
                path: file.path, shard: shard, study: part.study, key: part.problemsHash,
                plan: file.plans.first?.problems)
        }
        findings.compare(parts, with: known) { part, shard in
            scope.plan(of: shard, studyHash: part.key ?? "")
        }
        // A later run without shards may have had more problems than an earlier one.
        for file in files.reversed() where file.part == nil {
            for (study, problems) in file.plans.reversed() {
                let rest = problems.filter { known.insert($0).inserted }
                if !rest.isEmpty {
                    findings.missing.append(.init(shard: nil, study: study, path: file.path, tasks: rest))
                }
            }
        }
        self.findings = findings
        (self.problems, self.study) = (
            problems.values.map(\.problem).sorted(), files.lazy.compactMap(\.plans.first?.study).first
        )
        let shares = files.compactMap(\.part)
        let planned = Set(shares.map(\.problemsHash)).count == 1 ? shares[0].problemCount : 0
        sweep = CriticalPointsSweep(
            rows: done.sorted { $0.problem < $1.problem }, conditions: first.conditions.ofTheWhole,
            plannedCount: max(planned, problems.count))
    }

    /// Writes all results to one journal, from which `critical-points` goes on. What is there already stays.
    package func write(to path: String) throws {
        let journal = try SweepJournal(
            path: path, conditions: sweep.conditions, problems: problems, study: study)
        for row in sweep.rows where journal.rows[row.problem] == nil { try journal.append(row) }
    }
}
