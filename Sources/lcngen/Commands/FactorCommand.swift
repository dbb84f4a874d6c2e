import ExactAlgebra
import Foundation
import Neurovariety
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
    static let options =
        Option.architecture + [
            Option("filter", "W,W,…", help: "the end-to-end filter: integers, fractions or decimals"),
            Option(
                "tolerance", "E", default: "1e-8",
                help: "relative distance within which a filter counts as rounded"),
            Option("most", "N", default: "5000", help: "no nearest points where C_k exceeds this"),
            Option("seed", "N", default: "1", help: "for the paths"),
            .format(["text", "json"], default: "text"), .out,
        ]

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        let architecture = try arguments.architecture()
        let filter = try arguments.required("filter").split(separator: ",", omittingEmptySubsequences: false)
            .map {
                let text = $0.trimmingCharacters(in: .whitespaces)
                guard let value = Rational(text) else {
                    throw CommandFailure(
                        .usage, "--filter: '\(text.prefix(40))' is not a number (see lcngen factor --help)")
                }
                return value
            }
        let tolerance = Double(arguments.string("tolerance") ?? "1e-8") ?? -1
        guard tolerance >= 0, tolerance < 1 else {
            throw CommandFailure(.usage, "--tolerance must be a number from 0 to 1")
        }
        let factorization = try FilterFactorization(filter, architecture)
        var nearest: CriticalPoints?
        if case .outside = factorization.answer {
            let values = filter.map(\.approximation)
            guard values.allSatisfy(\.isFinite) else {
                throw CommandFailure(.badInput, "--filter: a number is too large for the nearest points")
            }
            let progress = Progress()
            let options = CriticalPoints.Options(
                seed: UInt64(try arguments.int("seed", in: 0...Int.max) ?? 1),
                mostPoints: try arguments.int("most", in: 1...1_000_000) ?? 5_000)
            do {
                nearest = try CriticalPoints.run(
                    TrainingProblem(architecture, nearest: values), options: options
                ) { _, count, expected in
                    progress.show("nearest points", share: Double(count) / Double(expected))
                }
            } catch let error as CriticalPointsError {
                Main.note("lcngen factor: no nearest points: \(error)")
            }
            progress.clear()
        }
        let report = FactorizationReport(factorization, nearest: nearest, tolerance: tolerance)
        let format: ReportFormat = arguments.choice("format", default: .text)
        try OutputSink.write(format == .json ? report.json.text : report.text, to: arguments.outputPath)
        return .agreed
    }
}
