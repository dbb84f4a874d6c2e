import ChildProcesses
import CrossValidation
import ExactAlgebra
import PlatformBasics
import Macaulay2
import Neurovariety
import Reports
import Studies
import Synchronization
import Training

enum ValidateCommand: Command {
    static let name = "validate"
    static let summary = "every check on a grid of architectures, resumable"
    static let discussion = """
        Every check of compare, and the native engines against each other, on all architectures
        with the given numbers of layers, filter sizes and strides (ranges as 2..5), or on those
        of a file with one a line, as 5,5;3. All cores are used. Each result is on the disk
        before the next: after an interruption, or --time-limit, the same command goes on where it stopped. Results
        made by another build, another Macaulay2 or with other limits are refused, unless
        --restart throws them away. --format html is one self-contained page; --paper adds the
        paper's tables, figure and examples, which takes some ten minutes for the columns 7 and
        8 of Table 2, where most tasks of Macaulay2 run into the time limit.
        JSON: conditions, and architectures with checks (name, statement, verdict, native,
        macaulay2) and times in seconds. The results file has the same, one architecture a
        line. With --shard 3/8 the third of eight parts is done, on one of several machines: lcngen
        merge joins their results, and lcngen slurm writes a job for all.
        """
    static let examples = [
        "validate --layers 2 --filters 2..3 --strides 2..3",
        "validate --layers 2,3 --filters 2..2 --strides 2..3 --max-K 8 --format html --out validation.html",
        "validate --paper --format html --out paper.html",
        "validate --layers 2 --filters 2..3 --strides 2..3 --shard 1/2",
    ]
    static let layers = Option("layers", "N,…", .ints(each: 1...8), default: [2], help: "numbers of layers")
    static let filters = Option(
        "filters", "A..B", .range(within: 1...1_000), default: [2, 3, 4], help: "filter sizes")
    static let strides = Option(
        "strides", "A..B", .range(within: 1...1_000), default: [2, 3], help: "strides")
    static let largest = Option(
        "max-K", "K", .int(1...1_000), default: 14, help: "the largest end-to-end filter size")
    static let list = Option("list", "FILE", .path(.input), help: "architectures from a file instead")
    static let results = Option(
        "results", "FILE", .path(.journal), default: results(of: nil),
        shownAs: "lcngen-validate.jsonl, for a shard lcngen-validate.I-of-N.jsonl",
        help: "results, kept and gone on from")
    /// The file of results where none is named.
    static func results(of shard: Shard?) -> String {
        "lcngen-validate.\(shard.map { "\($0.fileName)." } ?? "")jsonl"
    }
    /// What makes a study the same on several machines: all options but those on where things are written and found.
    static let studyOptions: [any OptionDescription] =
        source.options + [Shared.strategy, Shared.radical, Shared.timeout, Shared.memoryLimit]
    static let restart = Option("restart", help: "throw the results away that are there")
    static let paper = Option(
        "paper", help: "also Table 2, Table 3, Figure 1 and the examples")
    static let columns = Option(
        "columns", "N,N,…", .ints, default: [5, 6, 7, 8],
        help: "the columns (k,k;3) of Table 2")
    static let format = Shared.format(ValidationReport.formats)

    /// Where the architectures come from.
    enum Source {
        case grid(ArchitectureGrid)
        case file(String)
    }

    static let source = Combination("source", of: [layers, filters, strides, largest, list]) {
        arguments -> Source in
        if let path = arguments[list] { return .file(path) }
        let grid = ArchitectureGrid(
            layers: arguments[layers], filterSizes: arguments[filters], strides: arguments[strides],
            largest: arguments[largest])
        guard let grid else {
            throw CommandFailure(
                .badInput, "this grid has more than \(ArchitectureGrid.largestCount) architectures")
        }
        guard !grid.architectures.isEmpty else {
            throw CommandFailure(
                .usage, "no architecture of this grid has an end-to-end filter size up to --max-K")
        }
        return .grid(grid)
    }

    /// The columns of Table 2; nil without the paper.
    static let paperColumns = Combination("paperColumns", of: [paper, columns]) {
        arguments -> [Architecture]? in
        let architectures = try arguments[columns].map {
            try Architecture(filterSizes: [$0, $0], strides: [3])
        }
        for architecture in architectures { try IdealGenerators.checkFilterSize(architecture) }
        return arguments[paper] ? architectures : nil
    }

    static let sourceRules = [
        layers.given.doesNotGo(with: list.given), filters.given.doesNotGo(with: list.given),
        strides.given.doesNotGo(with: list.given), largest.given.doesNotGo(with: list.given),
    ]
    static let rules =
        sourceRules + [
            paper.given.goes(with: format.is(.text, .markdown, .html)),
            paper.given.doesNotGo(with: Shared.shard.given),
            columns.given.goes(with: paper.given),
            Shared.wide.given.goes(with: format.is(.text)),
        ]
    static let options: [any Parameter] = [
        source, Shared.shard, results, restart, Shared.strategy, Shared.radical, paperColumns,
        Shared.timeLimit, format,
        Shared.out,
        Shared.wide,
        Shared.macaulay2,
    ]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let shard = arguments[Shared.shard]
        let whole = try grid(arguments[source])
        let macaulay2 = arguments[Shared.macaulay2]
        let grid = shard.map { whole.part($0, limit: macaulay2.limits.seconds) } ?? whole
        var session = try macaulay2.session(frame.provenance)
        let version = session.program.version.description
        let path = arguments.isGiven(results.name) ? arguments[results] : results(of: shard)
        let ownFile = NamedFile(option: "--\(results.name)", path: path, use: .journal)
        if let clash = NamedFile.clash(arguments.files.filter { $0.option != ownFile.option } + [ownFile]) {
            throw arguments.failure(clash)
        }
        let place = VisibleText.of(path)
        let journal = try ValidationJournal(
            path: path,
            conditions: .init(
                program: frame.provenance.toolVersion, build: BuildFingerprint.text, macaulay2: version,
                timeout: macaulay2.limits.seconds, memoryLimit: macaulay2.limits.memoryMegabytes,
                strategy: arguments[Shared.strategy]?.rawValue, checksRadical: arguments[Shared.radical],
                shard: shard, study: shard.map { _ in arguments.text(of: studyOptions) }),
            plan: shard.map { _ in grid.architectures }, restarts: arguments[restart])
        frame.onInterrupt(keeping: place)
        let rest = journal.unknown(of: grid)
        let known = grid.architectures.count - rest.architectures.count
        frame.note(
            "results are kept in \(place)"
                + (known > 0
                    ? "; \(known) of \(grid.architectures.count) are there, and not computed again" : ""))
        let seconds = rest.cost(limit: macaulay2.limits.seconds)
        frame.announce(
            "\(rest.architectures.count) architectures",
            "about \(RoughEstimate(seconds: seconds))", seconds: seconds)
        // Most scripts take less time than the start of Macaulay2.
        let workers = Macaulay2Workers()
        defer { workers.end() }
        session.workers = workers
        let validation = try Validation.run(
            grid, session: session,
            options: .init(
                strategy: arguments[Shared.strategy], checksRadical: arguments[Shared.radical]),
            journal: journal, progress: progress(frame.progress))
        // What is timed has a process of its own.
        session.workers = nil
        let paper = try arguments[paperColumns].map { [session] columns in
            try PaperReport(
                PaperRegeneration.run(columns: columns, session: session, journal: journal) {
                    frame.progress.begin("the paper: \($0)")
                }, macaulay2: version, limits: macaulay2.limits)
        }
        let report = ValidationReport(validation, paper: paper)
        try frame.write(report, as: arguments[format])
        return ExitStatus(report.verdict)
    }

    /// How many are done, and how long the rest will take.
    private static func progress(_ line: Progress) -> @Sendable (Int, Int, Architecture) -> Void {
        let start = ContinuousClock.now
        // What earlier runs have done says nothing about the speed of this one.
        let doneBefore = Mutex<Int?>(nil)
        return { done, count, architecture in
            let elapsed = (ContinuousClock.now - start).inSeconds
            let before = doneBefore.withLock { value in
                value = value ?? done
                return value ?? done
            }
            let rest =
                done > before
                ? ", about \(Int(elapsed / Double(done - before) * Double(count - done))) s left" : ""
            line.begin("\(done) of \(count) done\(rest), \(architecture)")
        }
    }

    static func grid(_ source: Source) throws -> ArchitectureGrid {
        switch source {
        case .grid(let grid): return grid
        case .file(let path): return try ArchitectureList.grid(path: path)
        }
    }
}
