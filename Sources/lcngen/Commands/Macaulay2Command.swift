import Macaulay2
import Neurovariety
import Studies

enum Macaulay2Command: Command {
    static let name = "m2"
    static let summary = "write a self-contained Macaulay2 script"
    static let discussion = """
        The approaches:
          compare        what the paper compares, row by row, and a table at the end: what
                         was found, in what time, beside the paper's time, the native one,
                         and what is expected
          kernel         the kernel between plain rings: what the paper timed in Table 2
          graded-kernel  the kernel with degrees that make the map homogeneous
          multigraded-kernel  the kernel up to --max-degree by the package
                         MultigradedImplicitization, where Macaulay2 has it
          ideal          J = J0 + J1 + J2, each timed apart
          lean           J with fewer generators
          levels         the minors of all levels: the prime ideal in seconds
          minimal        one minor for each minimal nonface: the prime ideal
          certify        Macaulay2's own proof that these are a Gröbner basis of a prime ideal
          minimality     Macaulay2's own proof that they are a minimal generating set
          radical        Macaulay2's own radical of J, against the kernel
          critical       the number of critical points of a random training problem; over
                         ZZ/32003 unless --field says otherwise
        Rows of compare, what is cheap first, the kernel of the paper last:
          prime          the prime ideal and its certificate: dimension, degree, Hilbert series
          levels, lean   other generators, by Macaulay2's fastest strategy
          J              the paper's ideal, by --strategy
          radicality     whether J is radical; its radical is the prime ideal
          radical        Macaulay2's own radical (slow; only where it is named)
          graded-kernel, kernel   the kernel, both ways
        Run it by "M2 --script FILE", or by load "FILE" in a session, of which it sets the
        name lcngenResults only. Results are also the lines that begin with @lcngen.
        Macaulay2 confirms what is written as expected: the script is a check by itself. But
        for the native times of compare, the same command writes the same bytes. A TEST fails
        where a check of the script fails.
        """
    static let examples = [
        "m2 --k 7,7 --s 3", "m2 --k 5,5 --s 3 --without kernel",
        "m2 --k 5,5 --s 3 --approach levels --strategy dynamic",
        "m2 --k 3,2,2 --s 2,2 --field ZZ/32003",
        "m2 --k 3,3 --s 2 --approach critical", "m2 --k 5,2 --s 3 --test",
    ]
    static let approach = Option(
        "approach", "NAME", .choice, default: Approach.compare, help: "what the script computes")
    static let only = Option(
        "only", "ROW,…", .list(of: ScriptRow.allCases), shownAs: "all but radical", help: "these rows")
    static let without = Option(
        "without", "ROW,…", .list(of: ScriptRow.usual), help: "all but radical and these rows")
    static let strategy = Shared.strategy(help: "how minors are computed")
    static let field = Option(
        "field", "FIELD", .field, shownAs: "QQ",
        help: "QQ or ZZ/p with a prime p up to \(CoefficientField.largestCharacteristic)")
    static let list = Option("list", help: "print every generator as a record")
    static let maxDegree = Option(
        "max-degree", "D", .int(1...100), shownAs: "the largest degree of a generator",
        help: "for multigraded-kernel")
    static let seed = Option(
        "seed", "N", .int(0...1_000_000_000), default: 1, help: "critical: for the random problem")
    static let test = Option("test", help: "as a TEST for a Macaulay2 package")
    static let rows = Combination("rows", of: [only, without, strategy]) { arguments -> Set<ScriptRow> in
        let rows =
            arguments[only].map(Set.init) ?? Set(ScriptRow.usual).subtracting(arguments[without] ?? [])
        guard !rows.isEmpty else {
            throw CommandFailure(.usage, "--without leaves no row")
        }
        if arguments[strategy] != nil, arguments[approach] == .compare, !rows.contains(.ideal) {
            throw CommandFailure(.usage, "--strategy goes with the row J, which is left out")
        }
        return rows
    }
    /// Random problems over a small field are not generic.
    static let problemField = Combination("problem field", of: [approach, field]) { arguments in
        if arguments[approach] == .critical, case .prime(let p)? = arguments[field], p < smallestPrime {
            throw CommandFailure(
                .usage,
                "random problems over ZZ/\(p) are not generic; critical needs QQ or a prime from \(smallestPrime) on"
            )
        }
        return arguments[field]
    }
    private static let smallestPrime = 1009
    static let rules = [
        only.given.goes(with: approach.is(.compare)),
        without.given.goes(with: approach.is(.compare)),
        .atMostOne(only.given, without.given),
        strategy.given.goes(with: approach.is(.compare, .ideal, .lean, .levels)),
        list.given.doesNotGo(with: approach.is(.critical)),
        maxDegree.given.goes(with: approach.is(.multigradedKernel)),
        seed.given.goes(with: approach.is(.critical)),
    ]
    static let options: [any Parameter] = [
        Shared.architecture, problemField, rows, list, maxDegree, seed, test, Shared.out,
    ]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let architecture = arguments[Shared.architecture]
        try IdealGenerators.checkFilterSize(architecture)
        let options = ScriptOptions(
            approach: arguments[approach], strategy: arguments[strategy], field: arguments[problemField],
            listing: arguments[list] ? .all : .none, rows: arguments[rows], seed: arguments[seed],
            maxDegree: arguments[maxDegree])
        let prediction =
            options.approach == .compare
            ? try Prediction(natively: architecture, rows: options.rows, over: options.field)
            : Prediction()
        let script = try Script(
            architecture, options: options, prediction: prediction, provenance: frame.provenance)
        try frame.write(arguments[test] ? script.packageTest : script.text)
        return .agreed
    }
}
