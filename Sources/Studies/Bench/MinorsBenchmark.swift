import CrossValidation
import ExactAlgebra
import Exports
import Foundation
import Macaulay2
import Neurovariety

/// Times of the minor engine on fixed work, and of Macaulay2 and Singular on some of the same, in one run.
///
/// Native work is warmed up once and then repeated; the median counts. Other programs run once.
package struct MinorsBenchmark: Sendable {
    package struct Work: Sendable {
        package let name: String
        package let architecture: Architecture
        package let minors: Int
        package let nonzero: Int
        package let terms: Int
        package let runs: Int
        package let seconds: Double
        /// Bytes written, for work that writes.
        package let bytes: Int?
        /// The largest resident size of the process until the end of this work.
        package let peakMegabytes: Int
        package var peers: [Peer] = []

        package var nanosecondsPerTerm: Double? { terms > 0 ? seconds * 1e9 / Double(terms) : nil }
    }

    /// The same work by another program.
    package struct Peer: Sendable {
        package let program: String
        package let time: MeasuredTime
    }

    package struct Options: Sendable {
        package var macaulay2: Macaulay2Session?
        package var singular: SingularProgram?
        package var limits: RunLimits
        /// Whether (10,10;3), two thousand million terms, is counted too.
        package var includesLargest: Bool
        package var provenance: Provenance

        package init(
            macaulay2: Macaulay2Session?, singular: SingularProgram?, limits: RunLimits,
            includesLargest: Bool,
            provenance: Provenance
        ) {
            self.macaulay2 = macaulay2
            self.singular = singular
            self.limits = limits
            self.includesLargest = includesLargest
            self.provenance = provenance
        }
    }

    package private(set) var works: [Work] = []
    /// J of (k,k;3) for k = 5 … 9, counted: how time grows with terms.
    package private(set) var growth: [Work] = []
    package private(set) var macaulay2Version: String?
    package private(set) var singularVersion: Int?
    /// For each task of the other programs.
    package var limitSeconds: Double? { options.limits.seconds }
    /// Where the times were taken.
    package let machine = Machine.description

    private let options: Options

    private init(_ options: Options) {
        self.options = options
        macaulay2Version = options.macaulay2?.program.version.description
    }

    /// Takes minutes, most of them those of the other programs.
    ///
    /// - Parameter progress: called with what begins.
    package static func run(
        _ options: Options, progress: (String) -> Void = { _ in }
    ) throws -> MinorsBenchmark {
        var benchmark = MinorsBenchmark(options)
        try benchmark.measure(progress)
        return benchmark
    }

    private mutating func measure(_ progress: (String) -> Void) throws {
        for size in 5...9 {
            progress("J (\(size),\(size);3)")
            growth.append(try Self.count("J (\(size),\(size);3)", size, .paper))
        }
        progress("J₁ (7,7;3)")
        var first = try Self.count("J₁ (7,7;3), counted", 7, .paper)
        first.peers = try peers(of: 7, strategies: [nil, .cofactor, .dynamic], progress)
        var second = growth[3].named("J (8,8;3), counted")
        second.peers = try peers(of: 8, strategies: [.dynamic], progress)
        works = [first, second]
        progress("lean J and 𝔓 (8,8;3)")
        works.append(try Self.count("lean J (8,8;3), counted", 8, .lean))
        works.append(try Self.count("𝔓, lean top level (8,8;3), counted", 8, .leanLevels))
        works.append(growth[4].named("J (9,9;3), counted"))
        for format in [IdealFormat.text, .m2] {
            progress("J (8,8;3), written as \(format.rawValue)")
            works.append(try write(8, format))
        }
        if options.includesLargest {
            progress("J (10,10;3)")
            works.append(try Self.count("J (10,10;3), counted", 10, .paper, repeats: 1))
        }
    }

    private static func square(_ size: Int) throws -> Architecture {
        try Architecture(filterSizes: [size, size], strides: [3])
    }

    private static func count(
        _ name: String, _ size: Int, _ set: GeneratorSet, repeats: Int = 9
    ) throws -> Work {
        let architecture = try square(size)
        let generators = try IdealGenerators(architecture, set)
        var total = MinorStatistics()
        func expand() throws {
            total = try generators.parts.reduce(into: MinorStatistics()) { $0 += try $1.statistics() }
        }
        if repeats > 1 { try expand() }
        let repetition = try Repetition(times: repeats, seconds: 3) { try expand() }
        return Work(name, architecture, total, repetition, bytes: nil)
    }

    /// To a file in the folder for temporary files, removed afterwards.
    private func write(_ size: Int, _ format: IdealFormat) throws -> Work {
        let architecture = try Self.square(size)
        let generators = try IdealGenerators(architecture, .paper)
        let total = try generators.parts.reduce(into: MinorStatistics()) { $0 += try $1.statistics() }
        let file = IdealFile(generators, format: format, idealName: "J", provenance: options.provenance)
        var bytes = 0
        let repetition = try Repetition(times: 3, seconds: 30) {
            let sink = try UnlinkedFile()
            try file.write(to: sink)
            bytes = sink.bytesWritten
        }
        let name = "J (\(size),\(size);3), written as \(format.rawValue)"
        return Work(name, architecture, total, repetition, bytes: bytes)
    }

    private mutating func peers(
        of size: Int, strategies: [MinorsStrategy?], _ progress: (String) -> Void
    ) throws -> [Peer] {
        let architecture = try Self.square(size)
        let generators = try IdealGenerators(architecture, .paper)
        let timed = generators.parts.filter { $0.matrixSize != nil }.map(\.name.work)
        var result: [Peer] = []
        if let session = options.macaulay2 {
            for strategy in strategies {
                let name = "Macaulay2 \(strategy?.rawValue ?? "default (bareiss)")"
                progress("\(architecture): \(name)")
                let script = try Script(
                    architecture, options: ScriptOptions(approach: .ideal, strategy: strategy),
                    provenance: session.provenance)
                let run = try session.run(script, named: "bench")
                result.append(Peer(program: name, time: MeasuredTime(run, works: timed)))
            }
        }
        if let singular = options.singular {
            progress("\(architecture): Singular")
            let outcome = try singular.minors(
                of: generators.parts, variableCount: architecture.endToEndFilterSize, limits: options.limits)
            switch outcome {
            case .finished(let version, let seconds, _):
                singularVersion = version
                result.append(Peer(program: "Singular Laplace", time: .seconds(seconds.reduce(0, +))))
            case .timedOut(let limit): result.append(Peer(program: "Singular Laplace", time: .beyond(limit)))
            case .failed: result.append(Peer(program: "Singular Laplace", time: .missing("failed")))
            }
        }
        return result
    }
}

extension MinorsBenchmark.Work {
    init(
        _ name: String, _ architecture: Architecture, _ total: MinorStatistics, _ repetition: Repetition,
        bytes: Int?
    ) {
        var usage = rusage()
        #if canImport(Darwin)
            getrusage(RUSAGE_SELF, &usage)
            let unit = 1 << 20
        #else
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            let unit = 1 << 10
        #endif
        self.init(
            name: name, architecture: architecture, minors: total.minors, nonzero: total.nonzero,
            terms: total.terms, runs: repetition.count,
            seconds: repetition.medianSeconds, bytes: bytes, peakMegabytes: usage.ru_maxrss / unit)
    }

    fileprivate func named(_ name: String) -> Self {
        Self(
            name: name, architecture: architecture, minors: minors, nonzero: nonzero,
            terms: terms, runs: runs, seconds: seconds, bytes: bytes, peakMegabytes: peakMegabytes)
    }
}
