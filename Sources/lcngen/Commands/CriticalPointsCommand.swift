import ChildProcesses
import ExactAlgebra
import Neurovariety
import Reports
import Studies
import Training

enum CriticalPointsCommand: Command {
    static let name = "critical-points"
    static let summary = "all complex critical points of a training problem, certified"
    static let discussion = """
        The quadratic loss of a network on data: X with one sample a line, of K + (d-1)s
        numbers, and Y with d numbers a line, where s is the product of all strides, the
        last included.

        Few long samples are enough, or one: the matrix T of the loss must be regular.
        Text with commas, semicolons, tabs or spaces, NumPy arrays (.npy), also those of
        shape (N, 1, K), or one array of an archive, X.npz:name. A heading and an index,
        as pandas writes them, are left out where nothing else can be meant, and refused
        elsewhere; the report tells what was read.

        Every critical point of the loss on the filters is found by homotopy continuation
        from a generic problem, until there are C_k of them with end-to-end filters w
        other than 0 (w = 0 is always critical, and not counted). Certified, that is
        proved by interval arithmetic for the data as stored, are the points (Krawczyk's
        test; C_k different filters prove that none is missing), whether they are real,
        their losses, and their Morse indices; layers and gradient norms are numerical.

        Layers with stride 1 between them make only filters whose merged layers have
        enough real roots. Then each real point is attained or not, the boundary, where
        real roots coincide, is searched too, and the global minimum of the network is
        named, with its layers.

        The loss is the sum of squares; its mean is beside it. JSON and CSV have all
        complex points with radii; SVG draws the real ones by Morse index and loss, hollow
        where the layers do not attain them, and pale those that they attain on the
        boundary.

        Status 2 if completeness is not proved. For special data, which have fewer than
        C_k points, it is said how the C_k paths end, numerically: at regular points, w =
        0, infinity, degenerate points with multiplicities, or on critical sets of
        positive dimension. These last two kinds are listed with filter and loss, as is
        what else was found and not certified, and drawn in a column of their own. At
        --time-limit and at Ctrl-C what was found is certified and printed.

        A sweep does the same for many problems: --random --seeds 1..100 for random data of
        each of these seeds, --data-folder DIR for each file in it, in the order of the
        bytes of its names. Such a file, that ends in .csv, .tsv, .txt, .dat, .npy or .npz, is a table
        with a sample a line, its inputs and then its outputs, or an archive with the arrays
        X and Y; all have the same widths, and are read before the first is searched.
        Printed is a row for each problem, what is missing in it, and the distribution of the
        numbers of real critical points and of minima. Data that make no problem, as those
        of too low rank, have a row that says so. With --journal rows are kept as they come,
        and the same command goes on there; what --time-limit or Ctrl-C stopped is done again. With
        --shard 3/8 the third of eight parts is done, on one of several machines: lcngen merge
        joins their journals, and lcngen slurm writes a job for all.
        """
    static let examples = [
        "critical-points --k 3,3 --s 2 --random",
        "critical-points --k 2,2,2 --s 2,2 --random --seed 7 --format csv",
        "critical-points --k 2,2,2 --s 1,2 --random",
        "critical-points --k 3,3 --s 2 --x X.csv --y Y.csv",
        "critical-points --k 3,3 --s 2 --x data.npz:X --y data.npz:Y",
        "critical-points --k 3,2 --s 2 --random --seeds 1..20",
        "critical-points --k 3,2 --s 2 --random --seeds 1..20 --shard 1/2 --journal sweep-1.jsonl",
    ]
    static let strides = Option(
        "s", "N,…", .ints, help: "strides; a last one counts for the shape of the data")
    static let architecture = Shared.architecture(strides: strides)
    static let inputs = Option(
        "x", "FILE", .path(.input),
        help: "inputs, one sample a row: text, .npy, or an array of an archive, X.npz:name")
    static let outputs = Option("y", "FILE", .path(.input), help: "outputs, in the same way")
    static let random = Option("random", help: "normal random data instead")
    static let outputCount = Option(
        "outputs", "D", .int(1...10_000), default: 1, help: "how many outputs a sample has")
    static let sampleCount = Option(
        "samples", "N", .int(1...10_000_000), shownAs: "2 d_0", help: "how many samples")
    static let seed = Option(
        "seed", "N", .seed, default: 1, help: "for random data and for the paths")
    static let seeds = Option(
        "seeds", "A..B", .seeds(atMost: SweepStudy.largestCount),
        help: "a sweep: random data of each of these seeds")
    static let dataFolder = Option(
        "data-folder", "DIR", .path(.inputFolder), help: "a sweep: each file of numbers there is a data set")
    static let journal = Option(
        "journal", "FILE", .path(.journal), help: "of a sweep: keep rows there, and go on from it")
    static let most = Option(
        "most", "N", .int(1...10_000_000), default: 20_000,
        help: "more critical points than this are refused, with an estimate of what they take")
    static let withoutBoundary = Option(
        "no-boundary", help: "leave out the boundary of what layers with stride 1 make")
    static let all = Option("all", help: "complex points in the text too; JSON and CSV always have them")
    static let format = Shared.format(CriticalPointsReport.formats)

    /// Where the data come from.
    enum Source {
        case random
        case files(inputs: String, outputs: String)
        /// Of a sweep.
        case seeds(ClosedRange<UInt64>)
        /// Of a sweep.
        case folder(String)
    }

    static let source = Combination("source", of: [inputs, outputs, random, seeds, dataFolder]) {
        arguments -> Source in
        if let sweep = sweepSource(arguments) { return sweep }
        let (inputs, outputs) = (arguments[inputs], arguments[outputs])
        if arguments[random] { return .random }
        guard let inputs, let outputs else {
            throw CommandFailure(
                .usage, "data are missing: --x FILE and --y FILE, --random, or --data-folder DIR")
        }
        return .files(inputs: inputs, outputs: outputs)
    }
    /// Also those of jobs.
    static let sweepRules = [
        OptionRule(notes: [.init(option: seeds.name, text: "with --random")]) { arguments in
            arguments.isGiven(seeds.name) && !arguments.isGiven(random.name)
                ? "--seeds goes with --random: data of files have the same points for every seed, which is then "
                    + "only that of the paths, --seed"
                : nil
        },
        seed.given.doesNotGo(with: seeds.given),
        dataFolder.given.doesNotGo(with: random.given),
        outputCount.given.goes(with: random.given), sampleCount.given.goes(with: random.given),
    ]
    static let rules =
        [
            inputs.given.doesNotGo(with: random.given, dataFolder.given),
            outputs.given.doesNotGo(with: random.given, dataFolder.given),
        ] + sweepRules + [
            Shared.shard.given.goes(with: seeds.given, dataFolder.given),
            journal.given.goes(with: seeds.given, dataFolder.given),
            all.given.goes(with: format.is(.text)), Shared.wide.given.goes(with: format.is(.text)),
            all.given.doesNotGo(with: seeds.given, dataFolder.given),
            format.is(.svg).doesNotGo(with: seeds.given, dataFolder.given),
        ]
    static let options: [any Parameter] = [
        architecture, source, outputCount, sampleCount, seed, most, Shared.timeLimit, withoutBoundary, all,
        Shared.shard, journal, format, Shared.out, Shared.wide,
    ]

    static func whenStopped(_ arguments: Arguments) -> String? {
        arguments.isGiven(seeds.name) || arguments.isGiven(dataFolder.name)
            ? "problems that are done are printed" : "what was found is certified"
    }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let start = ContinuousClock.now
        guard let problem = try problem(arguments) else { return try sweep(arguments, frame) }
        try announce(problem, arguments, frame)
        let options = CriticalPoints.Options(
            seed: arguments[seed], mostPoints: arguments[most],
            searchesBoundary: !arguments[withoutBoundary]
        ) { Interruption.isRequested }
        let points = try CriticalPoints.run(problem, options: options) { stage, count, expected in
            let share = Double(count) / Double(expected)
            switch stage {
            case .generic: frame.progress.show("generic problem", share: share)
            case .given: frame.progress.show("given problem", share: share)
            case .certifying: frame.progress.begin("certifying")
            case .boundary: frame.progress.show("boundary", share: share)
            }
        }
        let report = CriticalPointsReport(
            points, seconds: (ContinuousClock.now - start).inSeconds, listsAll: arguments[all])
        try frame.write(report, as: arguments[format])
        if points.wasStopped { return .stopped }
        let isComplete = points.isComplete && (arguments[withoutBoundary] || points.isBoundaryComplete)
        return isComplete ? .agreed : .undecided
    }

    /// The architecture drops the last stride; the data do not.
    static func lastStride(_ arguments: Arguments) -> Int {
        let strides = arguments[strides] ?? []
        return strides.count == arguments[architecture].layerCount ? strides[strides.count - 1] : 1
    }

    /// The only one; nil for a sweep.
    /// What is too large is refused, and not announced.
    private static func announce(_ problem: TrainingProblem, _ arguments: Arguments, _ frame: Frame) throws {
        let architecture = problem.architecture
        let degree = try EuclideanDistanceDegree(filterSizes: architecture.reduced.filterSizes).value
        guard degree <= Integer(arguments[most]) else { return }
        let seconds = try SearchCost.seconds(
            architecture, searchesBoundary: !arguments[withoutBoundary], mostPoints: arguments[most],
            legs: problem.legCount)
        let time = seconds / Double(processorCount)
        frame.announce(architecture, "about \(RoughEstimate(seconds: time))", seconds: time)
    }

    private static func problem(_ arguments: Arguments) throws -> TrainingProblem? {
        let (architecture, lastStride) = (arguments[architecture], lastStride(arguments))
        switch arguments[source] {
        case .random:
            return try TrainingProblem.random(
                architecture, outputWidth: arguments[outputCount], lastStride: lastStride,
                samples: arguments[sampleCount], seed: arguments[seed])
        case .files(let inputs, let outputs):
            return try TrainingProblem(
                architecture, inputs: DataMatrix(path: inputs), outputs: DataMatrix(path: outputs),
                lastStride: lastStride)
        case .seeds, .folder: return nil
        }
    }
}
