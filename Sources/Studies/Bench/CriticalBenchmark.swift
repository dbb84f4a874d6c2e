import ChildProcesses
import ExactAlgebra
import PlatformBasics
import Macaulay2
import Neurovariety
import Training

/// Critical points per second, and those of MonodromySolver and PHCpack for the same architecture, in one run.
///
/// Native work is the whole: the generic problem, the paths to random data with a full T, and certificates. The others
/// solve the critical equations for a random T once, and certify nothing.
package struct CriticalBenchmark: Sendable {
    /// An architecture and what its points took.
    package struct Work: Sendable {
        package let architecture: Architecture
        /// C_k.
        package let expected: Int
        /// How often the search was done, and the median of the whole.
        package let runs: Int
        package let seconds: Double
        /// Of what comes before the certificates, which is all that other programs do.
        package let findingSeconds: Double
        package let found: Int
        package let certified: Int
        package let paths: Int
        /// The largest resident size of this process until the end of this work.
        package let peakMegabytes: Int
        package var peers: [Peer] = []

        /// Those that are certified, by the whole time.
        package var pointsPerSecond: Double { Double(certified) / seconds }
        /// Those that are found, by the time to find them.
        package var foundPerSecond: Double { Double(found) / findingSeconds }
    }

    /// The same by another program, or why not.
    package struct Peer: Sendable {
        package let solver: CriticalSolver
        package let time: MeasuredTime
        /// Nil without an answer.
        package let found: Int?
        /// Nil where it is not told.
        package let paths: Int?

        package var pointsPerSecond: Double? {
            guard let found, let seconds = time.seconds else { return nil }
            return Double(found) / seconds
        }
    }

    /// What is measured.
    package struct Options: Sendable {
        /// k of the squares (k,k;3).
        package var sizes: [Int]
        /// For the data and the paths.
        package var seed: UInt64
        /// Whether other programs are measured at all.
        package var includesPeers: Bool
        /// Runs both; nil where there is none.
        package var macaulay2: Macaulay2Session?
        /// Whether there is a PHCpack for it to run.
        package var hasPHCpack: Bool

        /// - Precondition: the sizes are in ``CriticalBenchmark/sizes``.
        package init(
            sizes: [Int] = CriticalBenchmark.usualSizes, seed: UInt64, includesPeers: Bool = true,
            macaulay2: Macaulay2Session?, hasPHCpack: Bool = CriticalBenchmark.findsPHCpack()
        ) {
            precondition(
                sizes.allSatisfy(CriticalBenchmark.sizes.contains), "the squares have that many points")
            (self.sizes, self.seed, self.includesPeers) = (sizes, seed, includesPeers)
            (self.macaulay2, self.hasPHCpack) = (macaulay2, hasPHCpack)
        }
    }

    package static let usualSizes = [4, 5]
    /// From 6 to 145,635 points.
    package static let sizes = 2...7

    /// Whether `phc` is found along `PATH`.
    package static func findsPHCpack(
        _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Bool {
        (try? findProgram("phc", environment)) != nil
    }

    package private(set) var works: [Work] = []
    package var seed: UInt64 { options.seed }
    package var macaulay2Version: String? { options.macaulay2?.program.version.description }
    /// For each task of the other programs.
    package var limitSeconds: Double? { options.macaulay2?.limits.seconds }
    /// Where the times were taken.
    package let machine = Machine.description
    /// Whether all points were certified.
    package var isComplete: Bool { works.allSatisfy { $0.certified == $0.expected } }

    private let options: Options

    private init(_ options: Options) {
        self.options = options
    }

    /// Takes minutes, most of them those of the other programs.
    ///
    /// - Parameters:
    ///   - told: called with what is measured, after each piece of it.
    ///   - progress: called with what begins.
    package static func run(
        _ options: Options, told: (CriticalBenchmark) -> Void = { _ in },
        progress: (String) -> Void = { _ in }
    ) throws -> CriticalBenchmark {
        var benchmark = CriticalBenchmark(options)
        told(benchmark)
        for size in options.sizes {
            let architecture = try Architecture(filterSizes: [size, size], strides: [3])
            progress("\(architecture)")
            var work = try measure(architecture, seed: options.seed)
            benchmark.works.append(work)
            told(benchmark)
            if options.includesPeers {
                work.peers = try CriticalSolver.allCases.map {
                    progress("\(architecture): \($0.programName)\(options.macaulay2?.limits.remark ?? "")")
                    return try benchmark.peer($0, architecture, expected: work.expected)
                }
            }
            benchmark.works[benchmark.works.count - 1] = work
            told(benchmark)
        }
        return benchmark
    }

    private static func measure(_ architecture: Architecture, seed: UInt64) throws -> Work {
        let problem = try TrainingProblem.random(architecture, outputWidth: 1, seed: seed)
        let options = CriticalPoints.Options(seed: seed, mostPoints: .max)
        var points = try CriticalPoints.run(problem, options: options)
        var finding: [Double] = []
        let repetition = try Repetition(times: 3, seconds: 3) {
            let start = ContinuousClock.now
            points = try CriticalPoints.run(problem, options: options) { stage, _, _ in
                if case .certifying = stage { finding.append((ContinuousClock.now - start).inSeconds) }
            }
        }
        return Work(
            architecture: architecture, expected: points.expected, runs: repetition.count,
            seconds: repetition.medianSeconds, findingSeconds: Repetition.median(finding),
            found: points.foundCount, certified: points.certifiedCount,
            paths: points.pathCount, peakMegabytes: Machine.peakMegabytes)
    }

    private func peer(
        _ solver: CriticalSolver, _ architecture: Architecture, expected: Int
    ) throws -> Peer {
        func missing(_ reason: String) -> Peer {
            Peer(solver: solver, time: .missing(reason), found: nil, paths: nil)
        }
        guard let session = options.macaulay2 else { return missing("no M2") }
        guard solver != .phcpack || options.hasPHCpack else { return missing("no phc") }
        let script = try Script(
            architecture, solving: solver, expected: expected, seed: options.seed, threads: processorCount,
            provenance: session.provenance)
        let run = try session.run(script, named: "bench-\(solver.rawValue)")
        func number(_ key: String) -> Int? {
            (try? run.transcript.value("\(key).\(solver.rawValue)"))?.integer
        }
        return Peer(
            solver: solver, time: MeasuredTime(run, tasks: [solver.rawValue]), found: number("points"),
            paths: number("paths").flatMap { $0 > 0 ? $0 : nil })
    }
}

extension CriticalBenchmark.Options {
    /// How many runs of other programs there are.
    package var otherRuns: Int {
        guard includesPeers, macaulay2 != nil else { return 0 }
        return sizes.count * CriticalSolver.allCases.count { $0 != .phcpack || hasPHCpack }
    }
}

extension CriticalSolver {
    /// As people know it.
    package var programName: String {
        switch self {
        case .monodromy: return "MonodromySolver"
        case .phcpack: return "PHCpack"
        }
    }
}
