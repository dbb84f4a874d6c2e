import Exports
import Neurovariety
import Reports
import Studies

enum SlurmCommand: Command {
    static let name = "slurm"
    static let summary = "a job that does a study in shards, for Slurm, or for one machine"
    static let discussion = """
        Writes a script that splits the study into shards, one for each task of an array, and joins
        them in a second job that begins when all tasks have ended: sh FILE submits both. The study is
        validate, atlas or a sweep of critical-points, and has the options of these. Results are kept on storage that all machines share, one file a
        task, so that a task that is requeued, preempted or killed goes on where it was, and one
        that runs twice does no harm; sh FILE again does only what is missing. The report stands
        there too. What it will cost, about, is said on standard error. With --for machine the same shards run on one machine, by xargs, so many at
        once; sh FILE waits for the end.
        """
    static let examples = [
        "slurm validate --layers 2,3 --filters 2..5 --max-K 20 --shards 16 --out job.sh",
        "slurm atlas --max-K 24 --shards 4 --time 60 --partition short",
        "slurm atlas --max-K 14 --shards 8 --for machine --at-once 2 --out job.sh",
        "slurm critical-points --k 3,3 --s 2 --random --seeds 1..1000 --shards 20 --report csv",
    ]
    static let subjects = JournalKind.allCases.map(\.rawValue)

    /// Where the shards run.
    enum Place: String, CaseIterable, Sendable { case slurm, machine }

    static let shards = Option(
        required: "shards", "N", .int(1...Shard.largestCount), help: "how many parts, each a task")
    static let place = Option(
        "for", "PLACE", .choice(Place.allCases), default: .slurm, help: "a cluster with Slurm, or one machine"
    )
    static let folder = Option(
        "folder", "DIR", .path(.folder), default: "lcngen-job",
        help: "where results, messages and the report are; on storage that all machines share")
    static let report = Option(
        "report", "FORMAT", .choice(ValidationReport.formats), default: .text, help: "format of the report")
    static let minutes = Option(
        "time", "MINUTES", .int(1...1_000_000), default: 60, help: "the longest a task may take")
    static let memory = Option("mem", "MB", .int(1...10_000_000), default: 4_000, help: "memory of a task")
    static let processors = Option("cpus", "N", .int(1...1_024), default: 2, help: "processors of a task")
    static let partition = Option("partition", "NAME", .name, help: "the partition of Slurm")
    static let account = Option("account", "NAME", .name, help: "who pays")
    static let atOnce = Option(
        "at-once", "N", .int(1...Shard.largestCount), help: "most tasks at the same time")
    static let program = Option(
        "program", "PATH", .path(.program), shownAs: "lcngen, on PATH",
        help: "lcngen on the machines of the job")

    static let rules: [OptionRule] = [
        minutes.given.goes(with: place.is(.slurm)), memory.given.goes(with: place.is(.slurm)),
        processors.given.goes(with: place.is(.slurm)), partition.given.goes(with: place.is(.slurm)),
        account.given.goes(with: place.is(.slurm)),
    ]
    static let options: [any Parameter] = [
        shards, place, folder, report, minutes, memory, processors, partition, account, atOnce, program,
        Shared.out,
    ]

    /// The options of the studies that are taken.
    private static let ofAtlas: [any Parameter] = [AtlasCommand.largest]
    private static let ofValidate: [any Parameter] = [
        ValidateCommand.source, Shared.strategy, Shared.radical, Shared.timeout, Shared.memoryLimit,
        Shared.m2,
    ]

    private static func study(_ subject: String?) -> [any Parameter] {
        switch subject.flatMap(JournalKind.init) {
        case .atlas: ofAtlas
        case .criticalPoints: CriticalPointsCommand.studyParameters
        case .validate, nil: ofValidate
        }
    }

    static func allOptions(subject: String?) -> [any Parameter] { study(subject) + allOptions }

    static func allRules(subject: String?) -> [OptionRule] {
        switch subject.flatMap(JournalKind.init) {
        case .validate: rules + ValidateCommand.sourceRules
        case .criticalPoints: rules + CriticalPointsCommand.sweepRules
        case .atlas, nil: rules
        }
    }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        guard let kind = arguments.subject.flatMap(JournalKind.init) else {
            throw arguments.failure("no study")
        }
        let formats =
            switch kind {
            case .validate: ValidationReport.formats
            case .atlas: AtlasReport.formats
            case .criticalPoints: SweepReport.formats
            }
        guard formats.contains(arguments[report]) else {
            throw arguments.failure("--report \(arguments[report].rawValue) is not for \(kind.rawValue)")
        }
        // What it takes is asked first: data that are wrong are refused here, and not in each task.
        let estimate = try estimate(kind, arguments, frame)
        let words = arguments.text(of: study(kind.rawValue).flatMap { $0.options })
        let job = ShardedJob(
            study: kind.rawValue + (words.isEmpty ? "" : " " + words),
            program: Arguments.quoted(arguments[program] ?? "lcngen"), shards: arguments[shards],
            folder: Arguments.quoted(arguments[folder]), atOnce: arguments[atOnce],
            journal: .init(option: kind.option, ending: kind.fileEnding),
            reportFormat: arguments[report].rawValue,
            resources: arguments[place] == .machine
                ? nil
                : .init(
                    minutes: arguments[minutes], megabytes: arguments[memory],
                    processors: arguments[processors],
                    partition: arguments[partition], account: arguments[account]),
            provenance: frame.provenance)
        try frame.write(job.script)
        frame.note(estimate)
        return .agreed
    }

    /// What it will cost, about.
    private static func estimate(
        _ kind: JournalKind, _ arguments: Arguments, _ frame: Frame
    ) throws -> String {
        let (count, seconds): (Int, Double)
        var noun = "architectures"
        switch kind {
        case .validate:
            let grid = try ValidateCommand.grid(arguments[ValidateCommand.source])
            (count, seconds) = (grid.architectures.count, grid.cost(limit: arguments[Shared.timeout]))
        case .atlas:
            let all = ReducedArchitectures.upTo(endToEndFilterSize: arguments[AtlasCommand.largest])
            (count, seconds) = (all.count, all.reduce(0) { $0 + AtlasShard.cost($1) })
        case .criticalPoints:
            let study = try CriticalPointsCommand.study(arguments, frame)
            (count, seconds, noun) = (study.problems.count, try study.cost(), "problems")
        }
        let shards = arguments[shards]
        return "\(count) \(noun), about \(RoughEstimate(seconds: seconds)) of one core; "
            + "of each of \(shards) shards about \(RoughEstimate(seconds: seconds / Double(shards)))"
    }
}
