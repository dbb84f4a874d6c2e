import ChildProcesses

/// A journal of a sweep, read to be joined with others.
struct SweepFile {
    let path: String
    let conditions: SweepConditions
    let isCutOff: Bool
    private(set) var plans: [(study: String, problems: [SweepProblem])] = []
    /// With the numbers of their lines.
    private(set) var rows: [(number: Int, row: SweepRow)] = []
    /// The numbers of lines that are no result.
    private(set) var unreadable: [Int] = []

    /// Nil if its first line is not whole.
    init?(path: String) throws {
        let journal = try JournalSnapshot(path: path)
        guard !journal.isEmpty else { return nil }
        guard let conditions = try JSONLine.read(SweepConditions.self, journal.heading) else {
            throw MergeError.notAJournal(path: path)
        }
        (self.path, self.conditions, isCutOff) = (path, conditions, journal.isCutOff)
        for (number, text) in journal.lines {
            switch try SweepLine(text) {
            case .plan(let problems, let study): plans.append((study, problems))
            case .row(let row): rows.append((number, row))
            case nil: unreadable.append(number)
            }
        }
    }

    var part: SweepConditions.Part? { conditions.part }
    var planned: Set<SweepProblem> { Set(plans.flatMap(\.problems)) }
    /// Whether data are files of a folder.
    var hasDataSets: Bool { conditions.samples == nil }
}
