import Exports
import Macaulay2
import Neurovariety

/// Ideals by several ways, natively and by other programs, in one run: each beside others that end with the same.
package struct IdealBenchmark: Sendable {
    /// What is measured.
    package enum Subject: String, CaseIterable, Sendable {
        /// Equations of the neurovariety: generators of the prime ideal.
        case kernel
        /// The same up to the largest degree of a generator, by no theorem about minors.
        case linearAlgebra = "linear-algebra"
        /// Ideals that this program writes and Macaulay2 reads, beside those that it makes itself.
        case reading
    }

    /// An ideal and the ways to it.
    package struct Work: Sendable {
        package let architecture: Architecture
        /// Its name: `I` or `lean J`.
        package let ideal: String
        /// The native one first.
        package let ways: [Way]

        /// What others take is compared with this.
        package var reference: Way? { ways.first { $0.role == .reference } }

        /// How many times the time of the reference a way took.
        package func ratio(of way: Way) -> Double? {
            guard let seconds = way.time.seconds, let unit = reference?.time.seconds else { return nil }
            return seconds / max(unit, 1e-9)
        }

        /// What does not fit: another number of generators.
        package var disagreement: String? {
            guard let reference, let expected = reference.generators else { return nil }
            let other = ways.first { $0.role == .same && $0.generators != nil && $0.generators != expected }
            return other.map {
                "\(reference.name): \(expected) generators, \($0.name): \($0.generators ?? 0)"
            }
        }
    }

    /// One way to an ideal, and what it took.
    package struct Way: Sendable {
        package enum Role: Sendable {
            /// The native one, with which others are compared.
            case reference
            /// Ends with the same.
            case same
            /// A part of the one before, or something else that is worth knowing.
            case apart
        }

        /// Program and method.
        package let name: String
        package let role: Role
        package let time: MeasuredTime
        /// How often it was done; the median counts.
        package let runs: Int
        /// How many generators came out; nil where it is not told.
        package let generators: Int?

        init(_ name: String, _ role: Role, _ time: MeasuredTime, runs: Int = 1, generators: Int? = nil) {
            (self.name, self.role, self.time, self.runs) = (name, role, time, runs)
            self.generators = generators
        }
    }

    /// What is measured.
    package struct Options: Sendable {
        package var subject: Subject
        /// k of the squares (k,k;3).
        package var sizes: [Int]
        /// Whether other programs are measured at all.
        package var includesPeers: Bool
        /// Nil where there is none.
        package var macaulay2: Macaulay2Session?
        package var singular: SingularProgram?
        /// For each run of Singular; a session has its own.
        package var limits: RunLimits
        /// For the headings of the files that are written.
        package var provenance: Provenance

        /// - Precondition: the sizes are in ``IdealBenchmark/sizes``.
        package init(
            _ subject: Subject, sizes: [Int]? = nil, includesPeers: Bool = true,
            macaulay2: Macaulay2Session?, singular: SingularProgram?, limits: RunLimits,
            provenance: Provenance
        ) {
            let sizes = sizes ?? subject.usualSizes
            precondition(sizes.allSatisfy(IdealBenchmark.sizes.contains), "the squares have equations")
            (self.subject, self.sizes, self.includesPeers) = (subject, sizes, includesPeers)
            (self.macaulay2, self.singular, self.limits) = (macaulay2, singular, limits)
            self.provenance = provenance
        }
    }

    /// From one quadric to what takes linear algebra seconds.
    package static let sizes = CriticalBenchmark.sizes

    package private(set) var works: [Work] = []
    package var subject: Subject { options.subject }
    package var macaulay2Version: String? { options.macaulay2?.program.version.description }
    /// Nil also where none of its tasks came to an end.
    package private(set) var singularVersion: Int?
    package var hasSingular: Bool { options.singular != nil }
    /// For each task of the other programs.
    package var limitSeconds: Double? { options.limits.seconds }
    /// Where the times were taken.
    package let machine = Machine.description
    /// Whether all ways that ended found as many generators.
    package var agrees: Bool { works.allSatisfy { $0.disagreement == nil } }

    let options: Options

    private init(_ options: Options) {
        self.options = options
    }

    /// - Parameters:
    ///   - told: called with what is measured, after each piece of it.
    ///   - progress: called with what begins.
    package static func run(
        _ options: Options, told: (IdealBenchmark) -> Void = { _ in }, progress: (String) -> Void = { _ in }
    ) throws -> IdealBenchmark {
        var benchmark = IdealBenchmark(options)
        told(benchmark)
        for size in options.sizes {
            let architecture = try Architecture(filterSizes: [size, size], strides: [3])
            func progressHere(_ text: String) { progress("\(architecture): \(text)") }
            switch options.subject {
            case .kernel:
                benchmark.works.append(try benchmark.kernel(of: architecture, progressHere))
                told(benchmark)
            case .linearAlgebra:
                benchmark.works.append(try benchmark.linearAlgebra(of: architecture, progressHere))
                told(benchmark)
            case .reading:
                for set in [GeneratorSet.minimal, .lean] {
                    benchmark.works.append(try benchmark.reading(of: architecture, set, progressHere))
                    told(benchmark)
                }
            }
        }
        return benchmark
    }
}

extension IdealBenchmark.Options {
    /// How many runs of other programs there are, where each ends or takes long; what is short is repeated.
    package var otherRuns: Int {
        guard includesPeers else { return 0 }
        let (ofMacaulay2, ofSingular) = subject.otherRuns
        return sizes.count * ((macaulay2 == nil ? 0 : ofMacaulay2) + (singular == nil ? 0 : ofSingular))
    }
}

extension IdealBenchmark.Subject {
    /// For each size.
    fileprivate var otherRuns: (ofMacaulay2: Int, ofSingular: Int) {
        switch self {
        case .kernel: return (4, 2)
        case .linearAlgebra: return (2, 1)
        case .reading: return (6, 0)
        }
    }

    /// k of the squares that are measured if nothing else is said.
    package var usualSizes: [Int] {
        switch self {
        case .kernel, .linearAlgebra: return [4, 5, 6]
        case .reading: return [5, 6, 7]
        }
    }
}

// MARK: other programs

extension IdealBenchmark {
    /// What takes less is repeated.
    private static let shortSeconds = 2.0
    private static let mostRuns = 5

    /// Another program's way: once, and what is short again.
    private func other(
        _ name: String, _ progress: (String) -> Void,
        once: () throws -> (time: MeasuredTime, generators: Int?)
    ) rethrows -> Way {
        progress(name + options.limits.remark)
        var runs: [Double] = []
        while true {
            let (time, generators) = try once()
            // A later run that fails is told too.
            guard let seconds = time.seconds else { return Way(name, .same, time, generators: generators) }
            runs.append(seconds)
            guard runs.count < Self.mostRuns, runs.reduce(0, +) < Self.shortSeconds else {
                return Way(
                    name, .same, .seconds(Repetition.median(runs)), runs: runs.count, generators: generators)
            }
        }
    }

    /// A way by a script for Macaulay2, whose task and records have the same name.
    ///
    /// - Parameter script: made only if there is a Macaulay2.
    func macaulay2(
        _ name: String, task: String, _ progress: (String) -> Void,
        script: (Macaulay2Session) throws -> Script
    ) throws -> Way {
        let name = "Macaulay2, \(name)"
        guard let session = options.macaulay2 else { return Way(name, .same, .missing("no M2")) }
        let script = try script(session)
        return try other(name, progress) {
            let run = try session.run(script, named: "bench-\(task)")
            return (MeasuredTime(run, tasks: [task]), Self.generators(run, task: task))
        }
    }

    private static func generators(_ run: Macaulay2Run, task: String) -> Int? {
        (try? run.transcript.value("numgens.\(task)"))?.integer
    }

    /// The kernel up to a degree by the package MultigradedImplicitization.
    func multigradedKernel(
        of architecture: Architecture, maxDegree: Int, _ progress: (String) -> Void
    ) throws -> Way {
        let name = "Macaulay2, MultigradedImplicitization"
        guard let session = options.macaulay2 else { return Way(name, .same, .missing("no M2")) }
        let script = try Script(
            architecture, options: ScriptOptions(approach: .multigradedKernel, maxDegree: maxDegree),
            provenance: session.provenance)
        return try other(name, progress) {
            let run = try session.run(script, named: "bench-multigraded-kernel")
            return (
                (try? MeasuredTime(multigradedKernel: run)) ?? .missing("failed"),
                Self.generators(run, task: "multigradedKernel")
            )
        }
    }

    mutating func singular(
        _ name: String, _ method: SingularProgram.EquationsMethod, of architecture: Architecture,
        _ progress: (String) -> Void
    ) throws -> Way {
        let name = "Singular, \(name)"
        guard let singular = options.singular else { return Way(name, .same, .missing("no Singular")) }
        var version: Int?
        let way = try other(name, progress) {
            let outcome = try singular.equations(of: architecture, by: method, limits: options.limits)
            var count: Int?
            if case .finished(let equations) = outcome {
                (version, count) = (equations.version, equations.count)
            }
            return (MeasuredTime(outcome) { $0.seconds }, count)
        }
        singularVersion = version ?? singularVersion
        return way
    }
}
