import ChildProcesses
import Reports
import Studies
import Training

enum MergeCommand: Command {
    static let name = "merge"
    static let summary = "the results of shards and earlier runs as those of one run"
    static let discussion = """
        Joins files of results of validate, or journals of atlas or of sweeps of critical-points: any
        number of shards, and of runs without --shard. The report is that of one machine, but for times. Files that were made
        with another build, another Macaulay2, other limits or other data are refused. A result that is there
        twice must be the same, times aside; one that is undecided gives way to one that is not.
        What the shards have not done is listed with the command that does it, and the status is 2.
        A last line that was cut off is left out, as is any line that is no result or of no problem
        of a sweep. With --results
        all is kept in one file, from which validate, or the others with --journal, goes on.
        """
    static let examples = [
        "merge atlas-1.csv atlas-2.csv", "merge sweep-1.jsonl sweep-2.jsonl --format csv",
        "merge lcngen-validate.1-of-2.jsonl lcngen-validate.2-of-2.jsonl --format html --out page.html",
        "merge lcngen-validate.1-of-2.jsonl lcngen-validate.2-of-2.jsonl --results lcngen-validate.jsonl",
    ]
    static let operands: Operands? = Operands(placeholder: "FILE…", use: .input)
    static let results = Option(
        "results", "FILE", .path(.journal), help: "keep all results there, in one file")
    static let format = Shared.format(ValidationReport.formats)
    static let rules = [Shared.wide.given.goes(with: format.is(.text))]
    static let options: [any Parameter] = [results, format, Shared.out, Shared.wide]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let paths = arguments.operands
        switch try JournalKind(paths: paths) {
        case .validate:
            let merged = try MergedValidation(paths: paths)
            if let path = arguments[results] { try merged.write(to: path) }
            let report = ValidationReport(merged.validation)
            try frame.write(report, as: arguments[format])
            return tell(merged.findings, .validate, ExitStatus(report.verdict))
        case .atlas:
            try check(AtlasReport.formats, arguments)
            let merged = try MergedAtlas(paths: paths)
            if let path = arguments[results] { try merged.write(to: path) }
            try frame.write(AtlasReport(merged.atlas), as: arguments[format])
            return tell(merged.findings, .atlas, .agreed)
        case .criticalPoints:
            try check(SweepReport.formats, arguments)
            let merged = try MergedSweep(paths: paths)
            if let path = arguments[results] { try merged.write(to: path) }
            try frame.write(SweepReport(merged.sweep), as: arguments[format])
            return tell(merged.findings, .criticalPoints, merged.sweep.isComplete ? .agreed : .undecided)
        }
    }

    /// Validation has more formats than other studies.
    private static func check(_ formats: [ReportFormat], _ arguments: Arguments) throws {
        guard formats.contains(arguments[format]) else {
            throw arguments.failure("--format \(arguments[format].rawValue) is not for results of this study")
        }
    }

    /// Says what was noticed, on standard error as it is no result; the status.
    private static func tell<Task>(
        _ findings: MergeFindings<Task>, _ kind: JournalKind, _ status: ExitStatus
    ) -> ExitStatus {
        func say(_ text: String) { Main.say(text, by: name) }
        for path in findings.cutOff { say("\(VisibleText.of(path)) has no end: its last line is left out") }
        for line in findings.unreadable {
            say(LeftOutLines.unreadable(line.path, line.number))
        }
        for line in findings.foreign { say(LeftOutLines.foreign(line.path, line.number)) }
        for conflict in findings.conflicts {
            let task = VisibleText.of(conflict.task.description)
            let places = conflict.places.map { "\(VisibleText.of($0.path)), line \($0.number)" }
            say("\(task) has different results in \(places.joined(separator: ", and ")): the first is kept")
        }
        for missing in findings.missing { say(sentence(missing, kind)) }
        if !findings.conflicts.isEmpty || status == .disagreed { return .disagreed }
        return findings.missing.isEmpty ? status : .undecided
    }

    private static func sentence<Task>(
        _ missing: MergeFindings<Task>.Missing, _ kind: JournalKind
    ) -> String {
        let study = missing.study.isEmpty ? "" : " \(missing.study)"
        let path = missing.path ?? kind.fileName(of: missing.shard)
        let part = missing.shard.map { " --shard \($0)" } ?? ""
        let command = "lcngen \(kind.rawValue)\(study)\(part) \(kind.option) \(Arguments.quoted(path))"
        let name = missing.shard.map { "shard \($0)" } ?? VisibleText.of(path)
        guard let tasks = missing.tasks else { return "\(name) has no results: \(command)" }
        let shown = tasks.prefix(5).map { VisibleText.of($0.description) }.joined(separator: ", ")
        return "\(name) lacks \(tasks.count), \(shown)\(tasks.count > 5 ? ", …" : ""): \(command)"
    }
}

extension JournalKind {
    /// Under which the study keeps its results.
    var option: String {
        switch self {
        case .validate: "--\(ValidateCommand.results.name)"
        case .atlas: "--\(AtlasCommand.journal.name)"
        case .criticalPoints: "--\(CriticalPointsCommand.journal.name)"
        }
    }

    /// A name for the results of a part.
    fileprivate func fileName(of shard: Shard?) -> String {
        if self == .validate { return ValidateCommand.results(of: shard) }
        return "lcngen-\(rawValue)\(shard.map { ".\($0.fileName)" } ?? "").\(fileEnding)"
    }

    /// Of the names of such files.
    var fileEnding: String { self == .atlas ? "csv" : "jsonl" }
}
