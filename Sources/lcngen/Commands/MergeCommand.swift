import ChildProcesses
import Reports
import Studies
import Training

enum MergeCommand: Command {
    static let name = "merge"
    static let summary = "the results of shards and earlier runs as those of one run"
    static let discussion = """
        Joins files of results of validate, or journals of atlas: any number of shards, and of runs
        without --shard. The report is that of one machine, but for times. Files that were made
        with another build, another Macaulay2 or other limits are refused. A result that is there
        twice must be the same, times aside; one that is undecided gives way to one that is not.
        What the shards have not done is listed with the command that does it, and the status is 2.
        A last line that was cut off is left out, as is any line that is no result. With --results
        all is kept in one file, from which validate, or atlas --journal, goes on.
        """
    static let examples = [
        "merge atlas-1.csv atlas-2.csv",
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
            guard AtlasReport.formats.contains(arguments[format]) else {
                throw arguments.failure("--format \(arguments[format].rawValue) is for results of validate")
            }
            let merged = try MergedAtlas(paths: paths)
            if let path = arguments[results] { try merged.write(to: path) }
            try frame.write(AtlasReport(merged.atlas), as: arguments[format])
            return tell(merged.findings, .atlas, .agreed)
        }
    }

    /// Says what was noticed, on standard error as it is no result; the status.
    private static func tell(
        _ findings: MergeFindings, _ kind: JournalKind, _ status: ExitStatus
    ) -> ExitStatus {
        func say(_ text: String) { Main.say(text, by: name) }
        for path in findings.cutOff { say("\(VisibleText.of(path)) has no end: its last line is left out") }
        for line in findings.unreadable {
            say("\(VisibleText.of(line.path)), line \(line.number), is no result, and is left out")
        }
        for conflict in findings.conflicts {
            let places = conflict.paths.map { VisibleText.of($0) }.joined(separator: " and ")
            say("\(conflict.architecture) has different results in \(places): the first is kept")
        }
        for missing in findings.missing { say(sentence(missing, kind)) }
        if !findings.conflicts.isEmpty || status == .disagreed { return .disagreed }
        return findings.missing.isEmpty ? status : .undecided
    }

    private static func sentence(_ missing: MergeFindings.Missing, _ kind: JournalKind) -> String {
        let option = kind == .validate ? "--results" : "--journal"
        let usual =
            kind == .validate
            ? ValidateCommand.results(of: missing.shard) : "lcngen-atlas.\(missing.shard.fileName).csv"
        let study = missing.study.isEmpty ? "" : " \(missing.study)"
        let command =
            "lcngen \(kind.rawValue)\(study) --shard \(missing.shard) \(option) "
            + Arguments.quoted(missing.path ?? usual)
        guard let architectures = missing.architectures else {
            return "shard \(missing.shard) has no results: \(command)"
        }
        let shown = architectures.prefix(5).map(\.description).joined(separator: ", ")
        let more = architectures.count > 5 ? ", …" : ""
        return "shard \(missing.shard) lacks \(architectures.count), \(shown)\(more): \(command)"
    }
}
