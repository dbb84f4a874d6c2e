import ExactAlgebra
import Reports
import Training

enum FactorCommand: Command {
    static let name = "factor"
    static let summary = "is a filter in the neurovariety, in the neuromanifold, from which layers"
    static let discussion = """
        Exact for rational filters; decimals are taken as they stand. In the neurovariety: made
        by complex layers; in the neuromanifold: by real ones. Layers are unique up to scaling
        unless a common factor has a higher degree than needed; then every network is listed,
        numerically, with its residual. A filter off the variety gets its nearest points, real
        critical points of the distance; --tolerance says when it counts as a rounded one.
        """
    static let examples = [
        "factor --k 2,2 --s 2 --filter 1,2,3,6", "factor --k 3,2 --s 2 --filter 1,0.5,1/3,2,7",
    ]
    static let filter = Option(
        required: "filter", "W,W,…", .rationals,
        help: "the end-to-end filter: integers, fractions or decimals")
    static let tolerance = Option(
        "tolerance", "E", .number(0..<1), default: 1e-8, shownAs: "1e-8",
        help: "relative distance within which a filter counts as rounded")
    static let most = Option(
        "most", "N", .int(1...1_000_000), default: 5_000, help: "no nearest points where C_k exceeds this")
    static let seed = Option("seed", "N", .seed, default: 1, help: "for the paths")
    static let format = Shared.format(FactorizationReport.formats)
    static let options: [any Parameter] = [
        Shared.architecture, filter, tolerance, most, seed, format, Shared.out,
    ]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let factorization = try FilterFactorization(arguments[filter], arguments[Shared.architecture])
        var nearest: CriticalPoints?
        if case .outside = factorization.answer { nearest = try nearestPoints(arguments, frame) }
        let report = FactorizationReport(
            factorization, nearest: nearest, tolerance: arguments[tolerance])
        try frame.write(report, as: arguments[format])
        return .agreed
    }

    /// Nil, with a note, where there are too many.
    private static func nearestPoints(_ arguments: Arguments, _ frame: Frame) throws -> CriticalPoints? {
        let values = arguments[filter].map(\.approximation)
        guard values.allSatisfy(\.isFinite) else {
            throw CommandFailure(.badInput, "--filter: a number is too large for the nearest points")
        }
        do {
            return try CriticalPoints.run(
                TrainingProblem(arguments[Shared.architecture], nearest: values),
                options: .init(seed: arguments[seed], mostPoints: arguments[most])
            ) { _, count, expected in
                frame.progress.show("nearest points", share: Double(count) / Double(expected))
            }
        } catch let error as CriticalPointsError {
            frame.note("lcngen factor: no nearest points: \(CommandFailure(error).message)")
            return nil
        }
    }
}
