import ChildProcesses

/// The results of a sweep on the disk: conditions, the problems that are to be searched, then one result a line, as JSON.
///
/// Each result is there for good before another begins in its place, and what is there is not computed again.
package final class SweepJournal: Sendable {
    /// Results for problems.
    let rows: [SweepProblem: SweepRow]
    package let leftOut: LeftOutLines
    private let journal: LineJournal

    /// Opens a journal, or makes one.
    ///
    /// - Parameters:
    ///   - problems: those of this run. They stand in it, so that it can be told what is missing.
    ///   - study: the options of the sweep, as words of a command line; nil for a journal that no run began.
    /// - Throws: ``LineJournal/Failure``, ``SweepError``, also where two results exclude each other.
    package init(
        path: String, conditions: SweepConditions, problems: [SweepProblem], study: String?
    ) throws {
        let heading = try JSONLine.text(of: conditions)
        var opened: LineJournal
        do throws(LineJournal.Failure) {
            opened = try LineJournal(path: path, heading: heading)
        } catch {
            guard case .otherHeading(let path, let found) = error else { throw error }
            guard let others = try JSONLine.read(SweepConditions.self, found) else {
                throw SweepError.notAJournal(path: path)
            }
            let differences = conditions.differences(from: others)
            guard differences.isEmpty else {
                throw SweepError.otherConditions(path: path, differences)
            }
            opened = try LineJournal(path: path, heading: found)
        }
        journal = opened
        var found: [(number: Int, row: SweepRow)] = []
        var planned: Set<SweepProblem> = []
        var leftOut = LeftOutLines()
        for (number, text) in journal.numberedLines {
            switch try SweepLine(text) {
            case .plan(let known, _): planned.formUnion(known)
            case .row(let row): found.append((number, row))
            case nil: leftOut.unreadable.append(number)
            }
        }
        let known = Dictionary(found.map { ($0.row.problem.key, $0.row.problem) }) { $1 }
        for problem in problems {
            if let other = known[problem.key], other != problem {
                throw SweepError.otherData(path: path, file: problem.description)
            }
        }
        // Without its plan it cannot be told what else runs were to search.
        let expected = planned.isEmpty ? nil : planned.union(problems)
        var rows: [SweepProblem: (number: Int, row: SweepRow)] = [:]
        for (number, row) in found {
            guard expected?.contains(row.problem) != false else {
                leftOut.foreign.append(number)
                continue
            }
            guard let first = rows[row.problem] else {
                rows[row.problem] = (number, row)
                continue
            }
            guard first.row.agrees(with: row) else {
                throw SweepError.conflict(
                    path: path, problem: row.problem.description, lines: [first.number, number])
            }
        }
        self.rows = rows.mapValues(\.row)
        self.leftOut = leftOut
        if let study, planned.isEmpty || !planned.isSuperset(of: problems) {
            try journal.append(SweepLine.plan(problems, study: study).text())
        }
    }

    /// Those of these problems without results.
    package func unknown(of problems: [SweepProblem]) -> [SweepProblem] {
        problems.filter { rows[$0] == nil }
    }

    package func append(_ row: SweepRow) throws { try journal.append(SweepLine.row(row).text()) }
}

/// A line of a journal behind the first.
enum SweepLine {
    /// The problems of a run, and its options.
    case plan([SweepProblem], study: String)
    case row(SweepRow)

    private struct Members: Codable {
        var plan: [SweepProblem]?
        var study: String?
        var row: SweepRow?
    }

    /// Nil for anything else.
    init?(_ text: String) throws {
        guard let members = try JSONLine.read(Members.self, text) else { return nil }
        if let row = members.row {
            self = .row(row)
        } else if let plan = members.plan, let study = members.study {
            self = .plan(plan, study: study)
        } else {
            return nil
        }
    }

    func text() throws -> String {
        switch self {
        case .plan(let problems, let study):
            try JSONLine.text(of: Members(plan: problems, study: study))
        case .row(let row): try JSONLine.text(of: Members(row: row))
        }
    }
}
