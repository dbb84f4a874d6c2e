import Exports
import Macaulay2
import Reports
import Studies

enum BenchCommand: Command {
    /// What is measured.
    enum Subject: String, CaseIterable {
        case minors, kernel
        case linearAlgebra = "linear-algebra"
        case reading, factor, critical
    }

    static let name = "bench"
    static let summary = "times of the native engines, with Macaulay2 and Singular in the same run"
    static let subjects = Subject.allCases.map(\.rawValue)
    static let discussion = """
        minors  the ideals J of (7,7;3), (8,8;3), (9,9;3): counted, written, built in memory,
                which is what Macaulay2, by every strategy of its minors, and Singular, where
                it is installed, are measured at too; how the time grows with the number
                of terms; and how fast this machine moves bytes through memory and a pipe.
                Takes a few minutes, most of them not ours.
                CSV has all tables, which the first field names.
        kernel  generators of the prime ideal for squares (k,k;3): by their minors, also with
                the certificate, beside Macaulay2's kernel, plain and graded, its package
                MultigradedImplicitization and the same minors there, and Singular's preimage
                and eliminate. Status 1 if numbers of generators differ.
        linear-algebra  the same from the parametrization alone, up to the largest degree of a
                generator: vanishing --method linear-algebra beside MultigradedImplicitization
                and elimination up to that degree. Status 1 as well.
        reading  the way into Macaulay2: I and lean J, written as m2-engine and m2 and read
                there, beside Macaulay2 alone. Status 1 as well.
        factor  products of two random layers (k1,k2;2), with a common factor of the degree of
                the second layer and with a larger one: the whole factorization, and of it gcd
                and divisions beside Singular's, where it is installed. Status 1 if the gcds
                differ.
        critical  critical points of training for squares (k,k;3): with certificates, and found
                per second beside those of Macaulay2's MonodromySolver and of PHCpack (phc,
                run by Macaulay2). Status 2 if a point is not certified.
        Limits are for each task of the other programs; at --time-limit, which is for the whole, and
        at Ctrl-C what was measured is printed.
        """
    static let examples = [
        "bench kernel --squares 4,5", "bench factor --sizes 100,500 --format markdown",
        "bench critical --squares 3 --native --format json --out bench.json",
    ]
    static let large = Option("large", help: "count (10,10;3) too, two thousand million terms")
    static let sizes = Option(
        "sizes", "K,K,…", .ints(each: FactorBenchmark.smallestSize...1_000_000),
        shownAs: FactorBenchmark.usualSizes.map(String.init).joined(separator: ","),
        help: "sizes of the filters")
    static let squares = Option(
        "squares", "K,…", .ints(each: CriticalBenchmark.sizes),
        shownAs: "4,5; kernel, linear-algebra: 4,5,6; reading: 5,6,7", help: "k of the squares (k,k;3)")
    static let seed = Option(
        "seed", "N", .seed, shownAs: "1", help: "for layers, data and paths")
    static let native = Option("native", help: "no other programs")
    static let format = Shared.format(MinorsBenchmarkReport.formats)

    static let rules = [
        large.given.goes(with: .subject(of: name, Subject.minors)),
        sizes.given.goes(with: .subject(of: name, Subject.factor)),
        squares.given.goes(
            with: .subject(
                of: name, Subject.kernel, .linearAlgebra, .reading, .critical)),
        seed.given.goes(with: .subject(of: name, Subject.factor, .critical)),
        Shared.m2.given.goes(
            with: .subject(
                of: name, Subject.minors, .kernel, .linearAlgebra, .reading, .critical)),
        Shared.m2.given.doesNotGo(with: native.given), Shared.timeout.given.doesNotGo(with: native.given),
        Shared.memoryLimit.given.doesNotGo(with: native.given),
        Shared.wide.given.goes(with: format.is(.text)),
    ]
    static let options: [any Parameter] = [
        large, sizes, squares, seed, native, Shared.timeLimit, format, Shared.out, Shared.wide, Shared.m2,
        Shared.limits,
    ]

    static func whenStopped(_ arguments: Arguments) -> String? { "what was measured is printed" }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        switch arguments.subject.flatMap(Subject.init) {
        case .kernel?: return try runIdeals(.kernel, arguments, frame)
        case .linearAlgebra?: return try runIdeals(.linearAlgebra, arguments, frame)
        case .reading?: return try runIdeals(.reading, arguments, frame)
        case .factor?: return try runFactor(arguments, frame)
        case .critical?: return try runCritical(arguments, frame)
        case .minors?, nil: return try runMinors(arguments, frame)
        }
    }

    private static func runMinors(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let limits = arguments[Shared.limits]
        let isAlone = arguments[native]
        let macaulay2 = Macaulay2Choice(name: arguments[Shared.m2], limits: limits)
        let options = MinorsBenchmark.Options(
            macaulay2: isAlone ? nil : try macaulay2.sessionIfAny(frame.provenance).session,
            singular: isAlone ? nil : SingularProgram(), limits: limits,
            includesLargest: arguments[large], provenance: frame.provenance)
        frame.announce(runsOfOthers: options.otherRuns, within: arguments[Shared.limits])
        let (benchmark, isDone) = try measured(frame, runsPrograms: !isAlone) {
            try MinorsBenchmark.run(options, told: $0, progress: $1)
        }
        try write(MinorsBenchmarkReport(benchmark), isDone: isDone, arguments, frame)
        return isDone ? .agreed : .stopped
    }

    private static func runIdeals(
        _ subject: IdealBenchmark.Subject, _ arguments: Arguments, _ frame: Frame
    ) throws -> ExitStatus {
        let limits = arguments[Shared.limits]
        let isAlone = arguments[native]
        let macaulay2 = Macaulay2Choice(name: arguments[Shared.m2], limits: limits)
        let options = IdealBenchmark.Options(
            subject, sizes: arguments[squares], includesPeers: !isAlone,
            macaulay2: isAlone ? nil : try macaulay2.sessionIfAny(frame.provenance).session,
            singular: isAlone ? nil : SingularProgram(), limits: limits, provenance: frame.provenance)
        frame.announce(runsOfOthers: options.otherRuns, within: arguments[Shared.limits])
        let (benchmark, isDone) = try measured(frame, runsPrograms: !isAlone) {
            try IdealBenchmark.run(options, told: $0, progress: $1)
        }
        try write(IdealBenchmarkReport(benchmark), isDone: isDone, arguments, frame)
        guard benchmark.agrees else { return .disagreed }
        return isDone ? .agreed : .stopped
    }

    private static func runFactor(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let isAlone = arguments[native]
        let singular = isAlone ? nil : SingularProgram()
        if singular == nil, !isAlone {
            frame.note("no Singular found; native times only")
        }
        let options = FactorBenchmark.Options(
            sizes: arguments[sizes] ?? FactorBenchmark.usualSizes, seed: arguments[seed] ?? 1,
            singular: singular,
            limits: arguments[Shared.limits])
        let (benchmark, isDone) = try measured(frame, runsPrograms: !isAlone) {
            try FactorBenchmark.run(options, told: $0, progress: $1)
        }
        try write(FactorBenchmarkReport(benchmark), isDone: isDone, arguments, frame)
        guard benchmark.agrees else { return .disagreed }
        return isDone ? .agreed : .stopped
    }

    private static func runCritical(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let macaulay2 = Macaulay2Choice(name: arguments[Shared.m2], limits: arguments[Shared.limits])
        let isAlone = arguments[native]
        let options = CriticalBenchmark.Options(
            sizes: arguments[squares] ?? CriticalBenchmark.usualSizes, seed: arguments[seed] ?? 1,
            includesPeers: !isAlone,
            macaulay2: isAlone ? nil : try macaulay2.sessionIfAny(frame.provenance).session)
        frame.announce(runsOfOthers: options.otherRuns, within: arguments[Shared.limits])
        let (benchmark, isDone) = try measured(frame, runsPrograms: !isAlone) {
            try CriticalBenchmark.run(options, told: $0, progress: $1)
        }
        try write(CriticalBenchmarkReport(benchmark), isDone: isDone, arguments, frame)
        guard isDone else { return .stopped }
        return benchmark.isComplete ? .agreed : .undecided
    }

    private static func write(
        _ report: some Report, isDone: Bool, _ arguments: Arguments, _ frame: Frame
    ) throws {
        if isDone {
            try frame.write(report, as: arguments[format])
        } else {
            try frame.write(StoppedReport(report), as: arguments[format])
        }
    }

    /// Measures to the end, or until it is to stop: then what was measured by then.
    private static func measured<Benchmark: Sendable>(
        _ frame: Frame, runsPrograms: Bool,
        _ run:
            @escaping @Sendable (_ told: (Benchmark) -> Void, _ progress: (String) -> Void) throws ->
            Benchmark
    ) throws -> (Benchmark, isDone: Bool) {
        let (found, isDone) = try frame.untilStopped(runsPrograms: runsPrograms) {
            (work: LeavableWork<Benchmark>) in
            work.tell(
                try run {
                    work.tell($0)
                } _: {
                    work.begin($0)
                })
        }
        guard let found else {
            throw CommandFailure(.stopped, "stopped before anything was measured")
        }
        return (found, isDone)
    }
}
