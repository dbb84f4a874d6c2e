import ExactAlgebra
import Neurovariety
import Reports
import Training

enum CriticalPointsCommand: Command {
    static let name = "critical-points"
    static let summary = "all complex critical points of a training problem, certified"
    static let discussion = """
        The quadratic loss of a network on data: X with one sample a line, of K + (d-1)s numbers,
        and Y with d numbers a line, where s is the product of all strides, the last included.
        Text with commas, semicolons, tabs or spaces, or NumPy files (.npy). Every critical point
        is found by homotopy continuation from a generic problem, until there are C_k of them, and
        certified by Krawczyk's test: C_k disjoint regions prove that none is missing, for the
        data as stored in double precision. Real points come with filters, loss, gradient norm
        and Morse index, the global minimum first. Status 2 if some are missing.
        """
    static let examples = [
        "critical-points --k 3,3 --s 2 --random",
        "critical-points --k 2,2,2 --s 2,2 --random --seed 7 --format csv",
        "critical-points --k 3,2 --s 2 --x X.csv --y Y.csv",
    ]
    static let options = [
        Option("k", "N,N,…", help: "filter sizes, first layer first"),
        Option("s", "N,…", help: "strides; a last one counts for the shape of the data"),
        Option("x", "FILE", help: "inputs"), Option("y", "FILE", help: "outputs"),
        Option("random", help: "normal random data instead"),
        Option("outputs", "D", default: "1", help: "with --random: how many outputs a sample has"),
        Option("samples", "N", default: "2 d_0", help: "with --random: how many samples"),
        Option("seed", "N", default: "1", help: "for random data and for the paths"),
        Option("most", "N", default: "20000", help: "more critical points than this are refused"),
        .format(["text", "json", "csv", "svg"], default: "text"), .out,
    ]

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let architecture = try arguments.architecture()
        let seed = UInt64(try arguments.int("seed", in: 0...Int.max) ?? 1)
        let problem = try problem(architecture, arguments, seed: seed)
        let sink = try OutputSink(path: arguments.outputPath)
        let progress = Progress()
        let start = ContinuousClock.now
        let options = CriticalPoints.Options(
            seed: seed, mostPoints: try arguments.int("most", in: 1...10_000_000) ?? 20_000)
        let points = try CriticalPoints.run(problem, options: options) { stage, count, expected in
            switch stage {
            case .generic: progress.show("generic problem", share: Double(count) / Double(expected))
            case .given: progress.show("given problem", share: Double(count) / Double(expected))
            case .certifying: progress.begin("certifying")
            }
        }
        progress.clear()
        let report = CriticalPointsReport(points, seconds: (ContinuousClock.now - start).inSeconds)
        switch arguments.string("format") ?? "text" {
        case "json": try sink.write(report.json.text)
        case "csv": try sink.write(report.csv)
        case "svg": try sink.write(report.plot.svg)
        default: try sink.write(report.text)
        }
        try sink.finish()
        return points.isComplete ? .agreed : .undecided
    }

    private static func problem(
        _ architecture: Architecture, _ arguments: Arguments, seed: UInt64
    ) throws -> TrainingProblem {
        // The architecture drops the last stride; the data do not.
        let strides = try arguments.ints("s") ?? []
        let lastStride = strides.count == architecture.layerCount ? strides[strides.count - 1] : 1
        if arguments.has("random") {
            guard arguments.string("x") == nil, arguments.string("y") == nil else {
                throw CommandFailure(.usage, "--random takes no --x and no --y")
            }
            return try TrainingProblem.random(
                architecture, outputWidth: try arguments.int("outputs", in: 1...10_000) ?? 1,
                lastStride: lastStride, samples: try arguments.int("samples", in: 1...10_000_000), seed: seed)
        }
        guard let inputs = arguments.string("x"), let outputs = arguments.string("y") else {
            throw CommandFailure(.usage, "data are missing: --x FILE and --y FILE, or --random")
        }
        return try TrainingProblem(
            architecture, inputs: DataMatrix(path: inputs), outputs: DataMatrix(path: outputs),
            lastStride: lastStride)
    }
}
