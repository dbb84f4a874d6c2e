import Exports
import Macaulay2
import Reports
import Studies

enum BenchCommand: Command {
    /// What is measured.
    enum Subject: String, CaseIterable {
        case minors, factor, critical
    }

    static let name = "bench"
    static let summary = "times of the native engines, with Macaulay2 and Singular in the same run"
    static let subjects = Subject.allCases.map(\.rawValue)
    static let discussion = """
        minors  the ideals J of (7,7;3), (8,8;3), (9,9;3): counted, written, built in memory,
                which is what Macaulay2, by every strategy of its minors, and Singular, where
                it is installed, are measured at too; and how the time grows with the number
                of terms. Takes a few minutes, most of them not ours.
        factor  products of two random layers (k1,k2;2), with a common factor of the degree of
                the second layer and with a larger one: the whole factorization, and of it gcd
                and divisions beside Singular's, where it is installed. Status 1 if the gcds
                differ.
        critical  critical points of training for squares (k,k;3): with certificates, and found
                per second beside those of Macaulay2's MonodromySolver and of PHCpack (phc,
                run by Macaulay2). Status 2 if a point is not certified.
        """
    static let examples = [
        "bench minors --timeout 20", "bench minors --format json --out bench.json",
        "bench factor --sizes 100,1000", "bench critical --squares 4,5 --timeout 300",
    ]
    static let large = Option("large", help: "minors: count (10,10;3) too, two thousand million terms")
    static let sizes = Option(
        "sizes", "K,K,…", .ints(each: FactorBenchmark.smallestSize...1_000_000),
        shownAs: FactorBenchmark.usualSizes.map(String.init).joined(separator: ","),
        help: "factor: sizes of the filters")
    static let squares = Option(
        "squares", "K,…", .ints(each: CriticalBenchmark.sizes),
        shownAs: CriticalBenchmark.usualSizes.map(String.init).joined(separator: ","),
        help: "critical: k of the squares (k,k;3)")
    static let seed = Option(
        "seed", "N", .seed, shownAs: "1", help: "factor, critical: for layers, data and paths")
    static let native = Option("native", help: "no other programs")
    static let format = Shared.format(MinorsBenchmarkReport.formats)

    /// What not all of the subjects take.
    static let special = Combination("special", of: [large, sizes, squares, seed, Shared.m2]) { arguments in
        let given = (
            isLarge: arguments[large], sizes: arguments[sizes], squares: arguments[squares],
            seed: arguments[seed], macaulay2: arguments[Shared.m2]
        )
        for (name, isGiven, subjects) in [
            (large.name, given.isLarge, [Subject.minors]),
            (sizes.name, given.sizes != nil, [.factor]),
            (squares.name, given.squares != nil, [.critical]),
            (seed.name, given.seed != nil, [.factor, .critical]),
            (Shared.m2.name, given.macaulay2 != nil, [.minors, .critical]),
        ] where isGiven && !subjects.map(\.rawValue).contains(arguments.subject) {
            let names = subjects.map(\.rawValue).joined(separator: " and ")
            throw CommandFailure(.usage, "--\(name) goes with bench \(names)")
        }
        return given
    }
    static let options: [any Parameter] = [special, native, format, Shared.out, Shared.limits]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        switch arguments.subject.flatMap(Subject.init) {
        case .factor?: return try runFactor(arguments, frame)
        case .critical?: return try runCritical(arguments, frame)
        default: return try runMinors(arguments, frame)
        }
    }

    private static func runMinors(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let limits = arguments[Shared.limits]
        let isAlone = arguments[native]
        let given = arguments[special]
        let macaulay2 = Macaulay2Choice(name: given.macaulay2, limits: limits)
        let options = MinorsBenchmark.Options(
            macaulay2: isAlone ? nil : try macaulay2.sessionIfAny(frame.provenance).session,
            singular: isAlone ? nil : SingularProgram(), limits: limits,
            includesLargest: given.isLarge, provenance: frame.provenance)
        let benchmark = try MinorsBenchmark.run(options) { frame.progress.begin($0) }
        try frame.write(MinorsBenchmarkReport(benchmark), as: arguments[format])
        return .agreed
    }

    private static func runFactor(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let isAlone = arguments[native]
        let singular = isAlone ? nil : SingularProgram()
        if singular == nil, !isAlone {
            frame.note("lcngen bench factor: no Singular found; native times only")
        }
        let given = arguments[special]
        let options = FactorBenchmark.Options(
            sizes: given.sizes ?? FactorBenchmark.usualSizes, seed: given.seed ?? 1, singular: singular,
            limits: arguments[Shared.limits])
        let benchmark = try FactorBenchmark.run(options) { frame.progress.begin($0) }
        try frame.write(FactorBenchmarkReport(benchmark), as: arguments[format])
        return benchmark.agrees ? .agreed : .disagreed
    }

    private static func runCritical(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let given = arguments[special]
        let macaulay2 = Macaulay2Choice(name: given.macaulay2, limits: arguments[Shared.limits])
        let isAlone = arguments[native]
        let benchmark = try CriticalBenchmark.run(
            CriticalBenchmark.Options(
                sizes: given.squares ?? CriticalBenchmark.usualSizes, seed: given.seed ?? 1,
                includesPeers: !isAlone,
                macaulay2: isAlone ? nil : try macaulay2.sessionIfAny(frame.provenance).session)
        ) { frame.progress.begin($0) }
        try frame.write(CriticalBenchmarkReport(benchmark), as: arguments[format])
        return benchmark.isComplete ? .agreed : .undecided
    }
}
