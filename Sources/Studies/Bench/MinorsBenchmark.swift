import CrossValidation
import ExactAlgebra
import Exports
import PlatformBasics
import Macaulay2
import Neurovariety

/// Times of the minor engine on fixed work, and of Macaulay2 and Singular on some of the same, in one run.
///
/// Native work is warmed up once and then repeated; the median counts. Other programs run once. They build ideals, so
/// they stand beside native work that builds the polynomials too; what is only counted stands alone.
package struct MinorsBenchmark: Sendable {
    /// Minors that were expanded, and how long it took.
    package struct Work: Sendable {
        /// What becomes of the terms: counted and forgotten, kept in memory, written to a file or through a pipe.
        package enum Ending: String, Sendable {
            case counted, built, written, piped
        }

        /// Which ideal, of which network, and what was done with it.
        package let name: String
        package let architecture: Architecture
        package let minors: Int
        package let nonzero: Int
        /// Of all minors together.
        package let terms: Int
        /// How often it was done.
        package let runs: Int
        /// The median.
        package let seconds: Double
        /// Of what came out, written or in memory; of terms that were only counted, what they take where they are kept.
        package let bytes: Int
        /// Whether the terms were counted only, kept, or written.
        package let ending: Ending
        /// The largest resident size of the process until the end of this work.
        package let peakMegabytes: Int
        package var peers: [Peer] = []

        package var bytesPerSecond: Double { Double(bytes) / seconds }

        /// The part of what the machine can do: taking new memory, which all that is kept needs, or writing to a pipe.
        package func share(of probes: SpeedProbes) -> Double {
            switch ending {
            case .counted, .built: return bytesPerSecond / probes.memoryFresh
            case .written, .piped: return bytesPerSecond / probes.pipe
            }
        }
        package var nanosecondsPerTerm: Double? { terms > 0 ? seconds * 1e9 / Double(terms) : nil }
    }

    /// The same work by another program.
    package struct Peer: Sendable {
        /// Its name, and how it was told to do it.
        package let program: String
        package let time: MeasuredTime
    }

    /// What is measured beside the native engine.
    package struct Options: Sendable {
        /// Nil to leave it out.
        package var macaulay2: Macaulay2Session?
        package var singular: SingularProgram?
        /// For each run of Singular; a session has its own.
        package var limits: RunLimits
        /// Whether the next size, with ten times the terms, is counted too: two thousand million for k = 10.
        package var includesLargest: Bool
        /// For the headings of the files that are written.
        package var provenance: Provenance
        /// k of the squares (k,k;3) whose growth is measured; all other work is on the last three of them.
        package var sizes: ClosedRange<Int>
        /// Of the array that measures memory, beyond all caches.
        package var probeMegabytes: Int

        /// - Precondition: at least three sizes.
        package init(
            macaulay2: Macaulay2Session?, singular: SingularProgram?, limits: RunLimits,
            includesLargest: Bool, provenance: Provenance, sizes: ClosedRange<Int> = 5...9,
            probeMegabytes: Int = 256
        ) {
            precondition(sizes.count >= 3, "work is on three sizes")
            self.macaulay2 = macaulay2
            self.singular = singular
            self.limits = limits
            self.includesLargest = includesLargest
            self.provenance = provenance
            self.sizes = sizes
            self.probeMegabytes = probeMegabytes
        }
    }

    package private(set) var works: [Work] = []
    /// J of (k,k;3) for all sizes, counted: how time grows with terms.
    package private(set) var growth: [Work] = []
    /// What the machine can do; nil until it is measured, at the end.
    package private(set) var probes: SpeedProbes?
    package private(set) var macaulay2Version: String?
    /// Nil also where none of its tasks came to an end.
    package private(set) var singularVersion: Int?
    package var hasSingular: Bool { options.singular != nil }
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
    /// - Parameters:
    ///   - told: called with what is measured, after each piece of it.
    ///   - progress: called with what begins.
    package static func run(
        _ options: Options, told: (MinorsBenchmark) -> Void = { _ in }, progress: (String) -> Void = { _ in }
    ) throws -> MinorsBenchmark {
        var benchmark = MinorsBenchmark(options)
        try benchmark.measure(told, progress)
        return benchmark
    }

    private mutating func measure(
        _ told: (MinorsBenchmark) -> Void, _ progress: (String) -> Void
    ) throws {
        func add(_ work: Work, to benchmark: inout MinorsBenchmark) {
            benchmark.works.append(work)
            told(benchmark)
        }
        // The other programs first: if one is gone, nothing has been waited for.
        let largest = options.sizes.upperBound
        let (small, middle) = (try Self.square(largest - 2), try Self.square(largest - 1))
        told(self)
        let peers = try zip([small, middle], Self.strategies).map {
            try self.peers(of: $0, strategies: $1, progress)
        }
        if peers.joined().contains(where: { $0.time == .stopped }) {
            // The work that they stand beside takes less than a second.
            for (architecture, peers) in zip([small, middle], peers) {
                var work = try Self.build("J \(architecture), built", architecture)
                work.peers = peers
                add(work, to: &self)
            }
            return
        }
        for size in options.sizes {
            let architecture = try Self.square(size)
            progress("J \(architecture)")
            growth.append(try Self.count("J \(architecture)", architecture, .paper))
            told(self)
        }
        let ideal = try IdealGenerators(small, .paper).parts.map(\.name) == [.firstMinors] ? "J₁" : "J"
        progress("\(ideal) \(small)")
        add(try Self.count("\(ideal) \(small), counted", small, .paper), to: &self)
        add(growth[growth.count - 2].named("J \(middle), counted"), to: &self)
        progress("lean J and minors of all levels \(middle)")
        add(try Self.count("lean J \(middle), counted", middle, .lean), to: &self)
        add(try Self.count("all levels, lean \(middle), counted", middle, .leanLevels), to: &self)
        add(growth[growth.count - 1].named("J \(try Self.square(largest)), counted"), to: &self)
        for (ending, format) in [
            (Work.Ending.written, IdealFormat.text), (.written, .m2), (.piped, .text),
        ] {
            progress("J \(middle), \(ending.rawValue) as \(format)")
            add(try write(middle, format, ending), to: &self)
        }
        if options.includesLargest {
            let next = try Self.square(largest + 1)
            progress("J \(next), counted")
            add(try Self.count("J \(next), counted", next, .paper, repeats: 1), to: &self)
            progress("J \(next), piped as text")
            add(try write(next, .text, .piped, repeats: 1), to: &self)
        }
        // What is kept comes after work that needs little memory.
        for (architecture, name, peers) in [(small, ideal, peers[0]), (middle, "J", peers[1])] {
            progress("\(name) \(architecture), built")
            var work = try Self.build("\(name) \(architecture), built", architecture)
            work.peers = peers
            add(work, to: &self)
        }
        progress("memory and pipe")
        probes = try SpeedProbes.run(megabytes: options.probeMegabytes, pipeMegabytes: options.probeMegabytes)
    }

    /// Macaulay2's for the smallest of three sizes, and for the next.
    fileprivate static let strategies: [[MinorsStrategy?]] = [[nil, .cofactor, .dynamic], [.dynamic]]

    private static func square(_ size: Int) throws -> Architecture {
        try Architecture(filterSizes: [size, size], strides: [3])
    }

    /// All minors, expanded; and the bytes that their terms take in a ``Polynomial``.
    private static func expanded(_ generators: IdealGenerators) throws -> (MinorStatistics, bytes: Int) {
        try generators.parts.reduce(into: (MinorStatistics(), 0)) { total, part in
            let statistics = try part.statistics()
            total.0 += statistics
            total.1 += statistics.terms * Polynomial.bytesPerTerm(degree: part.degree)
        }
    }

    private static func count(
        _ name: String, _ architecture: Architecture, _ set: GeneratorSet, repeats: Int = 9
    ) throws -> Work {
        let generators = try IdealGenerators(architecture, set)
        var total = (MinorStatistics(), bytes: 0)
        if repeats > 1 { total = try expanded(generators) }
        let repetition = try Repetition(times: repeats, seconds: 3) { total = try expanded(generators) }
        return Work(name, architecture, total.0, repetition, bytes: total.bytes, .counted)
    }

    /// All polynomials of J in memory, as the other programs have them.
    private static func build(_ name: String, _ architecture: Architecture) throws -> Work {
        let generators = try IdealGenerators(architecture, .paper)
        let total = try expanded(generators)
        func build() throws { for part in generators.parts { _ = try part.polynomials() } }
        try build()
        return Work(
            name, architecture, total.0, try Repetition(times: 9, seconds: 3) { try build() },
            bytes: total.bytes, .built)
    }

    /// To a file in the folder for temporary files, removed afterwards, or through a pipe.
    private func write(
        _ architecture: Architecture, _ format: IdealFormat, _ ending: Work.Ending, repeats: Int = 3
    ) throws -> Work {
        let generators = try IdealGenerators(architecture, .paper)
        let total = try Self.expanded(generators).0
        let file = IdealFile(generators, format: format, provenance: options.provenance)
        var bytes = 0
        let repetition = try Repetition(times: repeats, seconds: 30) {
            if ending == .piped {
                bytes = try DrainedPipe.write { try file.write(to: $0) }
            } else {
                let sink = try DescriptorSink(unlinkedIn: ProcessInfo.processInfo.environment)
                try file.write(to: sink)
                bytes = sink.bytesWritten
            }
        }
        let name = "J \(architecture), \(ending.rawValue) as \(format)"
        return Work(name, architecture, total, repetition, bytes: bytes, ending)
    }

    private mutating func peers(
        of architecture: Architecture, strategies: [MinorsStrategy?], _ progress: (String) -> Void
    ) throws -> [Peer] {
        let generators = try IdealGenerators(architecture, .paper)
        let timed = generators.parts.filter { $0.matrixSize != nil }.map(\.name.work)
        var result: [Peer] = []
        if let session = options.macaulay2 {
            for strategy in strategies {
                let name = "Macaulay2 \(strategy?.rawValue ?? "default (bareiss)")"
                progress("\(architecture): \(name)\(session.limits.remark)")
                let script = try Script(
                    architecture, options: ScriptOptions(approach: .ideal, strategy: strategy),
                    provenance: session.provenance)
                let run = try session.run(script, named: "bench")
                result.append(Peer(program: name, time: MeasuredTime(run, works: timed)))
            }
        }
        if let singular = options.singular {
            progress("\(architecture): Singular\(options.limits.remark)")
            let outcome = try singular.minors(
                of: generators.parts, variableCount: architecture.endToEndFilterSize, limits: options.limits)
            if case .finished(let minors) = outcome { singularVersion = minors.version }
            let time = MeasuredTime(outcome) { $0.seconds.reduce(0, +) }
            result.append(Peer(program: "Singular Laplace", time: time))
        }
        return result
    }
}

extension MinorsBenchmark.Options {
    /// How many runs of other programs there are.
    package var otherRuns: Int {
        let strategies = MinorsBenchmark.strategies
        return (macaulay2 == nil ? 0 : strategies.joined().count) + (singular == nil ? 0 : strategies.count)
    }
}

extension MinorsBenchmark.Work {
    init(
        _ name: String, _ architecture: Architecture, _ total: MinorStatistics, _ repetition: Repetition,
        bytes: Int, _ ending: Ending
    ) {
        self.init(
            name: name, architecture: architecture, minors: total.minors, nonzero: total.nonzero,
            terms: total.terms, runs: repetition.count, seconds: repetition.medianSeconds, bytes: bytes,
            ending: ending, peakMegabytes: Machine.peakMegabytes)
    }

    fileprivate func named(_ name: String) -> Self {
        Self(
            name: name, architecture: architecture, minors: minors, nonzero: nonzero,
            terms: terms, runs: runs, seconds: seconds, bytes: bytes, ending: ending,
            peakMegabytes: peakMegabytes)
    }
}

extension Polynomial {
    /// What a term takes in memory: a coefficient, and its variables.
    fileprivate static func bytesPerTerm(degree: Int) -> Int {
        MemoryLayout<Int>.size + degree * MemoryLayout<UInt16>.size
    }
}
