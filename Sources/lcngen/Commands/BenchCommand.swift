import Exports
import Macaulay2
import Reports
import Studies

enum BenchCommand: Command {
    /// What is measured.
    enum Subject: String, CaseIterable {
        case minors, factor
    }

    static let name = "bench"
    static let summary = "times of the native engines, with Macaulay2 and Singular in the same run"
    static let subjects = Subject.allCases.map(\.rawValue)
    static let discussion = """
        minors  the ideals J of (7,7;3), (8,8;3), (9,9;3): counted, written; Macaulay2 by every
                strategy of its minors, and Singular where it is installed; and how the time
                grows with the number of terms. Takes a few minutes, most of them not ours.
        factor  products of two random layers (k1,k2;2), with a common factor of the degree of
                the second layer and with a larger one: the whole factorization, and Singular's
                gcd and divisions where it is installed. Status 1 if the gcds differ.
        """
    static let examples = [
        "bench minors --timeout 20", "bench minors --format json --out bench.json",
        "bench factor --sizes 100,1000",
    ]
    static let large = Option("large", help: "minors: count (10,10;3) too, two thousand million terms")
    static let sizes = Option(
        "sizes", "K,K,…", .ints(each: FactorBenchmark.smallestSize...1_000_000),
        shownAs: FactorBenchmark.usualSizes.map(String.init).joined(separator: ","),
        help: "factor: sizes of the filters")
    static let seed = Option("seed", "N", .seed, shownAs: "1", help: "factor: for the layers")
    static let native = Option("native", help: "no other programs")
    static let format = Shared.format(MinorsBenchmarkReport.formats)

    /// What only one of the subjects takes.
    static let minorsOptions = Combination("minors", of: [large, Shared.m2]) { arguments in
        let (isLarge, program) = (arguments[large], arguments[Shared.m2])
        guard arguments.subject == Subject.minors.rawValue || (!isLarge && program == nil) else {
            throw CommandFailure(.usage, "--large and --m2 go with bench minors")
        }
        return (includesLargest: isLarge, macaulay2: program)
    }
    static let factorOptions = Combination("factor", of: [sizes, seed]) { arguments in
        let (given, seed) = (arguments[sizes], arguments[seed])
        guard arguments.subject == Subject.factor.rawValue || (given == nil && seed == nil) else {
            throw CommandFailure(.usage, "--sizes and --seed go with bench factor")
        }
        return (sizes: given ?? FactorBenchmark.usualSizes, seed: seed ?? 1)
    }
    static let options: [any Parameter] = [
        minorsOptions, factorOptions, native, format, Shared.out, Shared.limits,
    ]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        switch arguments.subject.flatMap(Subject.init) {
        case .factor?: return try runFactor(arguments, frame)
        default: return try runMinors(arguments, frame)
        }
    }

    private static func runMinors(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let limits = arguments[Shared.limits]
        let isAlone = arguments[native]
        let given = arguments[minorsOptions]
        let macaulay2 = Macaulay2Choice(name: given.macaulay2, limits: limits)
        let options = MinorsBenchmark.Options(
            macaulay2: isAlone ? nil : try macaulay2.sessionIfAny(frame.provenance).session,
            singular: isAlone ? nil : SingularProgram(), limits: limits,
            includesLargest: given.includesLargest, provenance: frame.provenance)
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
        let given = arguments[factorOptions]
        let options = FactorBenchmark.Options(
            sizes: given.sizes, seed: given.seed, singular: singular, limits: arguments[Shared.limits])
        let benchmark = try FactorBenchmark.run(options) { frame.progress.begin($0) }
        try frame.write(FactorBenchmarkReport(benchmark), as: arguments[format])
        return benchmark.agrees ? .agreed : .disagreed
    }
}
