import Macaulay2
import Neurovariety
import Reports

enum Macaulay2Command: Command {
    static let name = "m2"
    static let summary = "write a self-contained Macaulay2 script"
    static let discussion = """
        The approaches:
          compare        J1, J2 and J timed apart, against the kernel; then every check
          kernel         the kernel between plain rings: what the paper timed in Table 2
          graded-kernel  the kernel with degrees that make the map homogeneous
          multigraded-kernel  the kernel up to --max-degree by the package
                         MultigradedImplicitization, where Macaulay2 has it
          ideal          J = J0 + J1 + J2, each timed apart
          lean           J with fewer generators
          levels         the minors of all levels: the prime ideal in seconds
          minimal        one minor for each minimal nonface: the prime ideal
          certify        Macaulay2's own proof that these are a Gröbner basis of a prime ideal
          radical        Macaulay2's own radical of J, against the kernel
          critical       the number of critical points of a random training problem; over
                         ZZ/32003 unless --field says otherwise
        Run it by "M2 --script FILE", or by load "FILE" in a session. Results are the lines
        that begin with @lcngen. The same command writes the same bytes. A TEST fails where a
        check of the script fails.
        """
    static let examples = [
        "m2 --k 7,7 --s 3", "m2 --k 5,5 --s 3 --approach levels --strategy dynamic",
        "m2 --k 3,2,2 --s 2,2 --field ZZ/32003",
        "m2 --k 3,3 --s 2 --approach critical", "m2 --k 5,2 --s 3 --test",
    ]
    static let options =
        Option.architecture + [
            Option(
                "approach", "NAME", choices: Approach.allCases.map(\.rawValue), default: "compare",
                help: "what the script computes"),
            Option(
                "strategy", "NAME", choices: MinorsStrategy.allCases.map(\.rawValue),
                default: "Macaulay2's own", help: "how minors are computed"),
            Option("field", "FIELD", default: "QQ", help: "QQ or ZZ/p with a prime p up to 32749"),
            Option("list", help: "print every generator as a record"),
            Option(
                "max-degree", "D", default: "the largest degree of a generator",
                help: "for multigraded-kernel"),
            Option("seed", "N", default: "1", help: "critical: for the random problem"),
            Option("radical", help: "compare: also call Macaulay2's radical (slow)"),
            Option("test", help: "as a TEST for a Macaulay2 package"),
            .out,
        ]

    static func run(_ arguments: Arguments) throws -> ExitStatus {
        var options = ScriptOptions(approach: arguments.choice("approach", default: .compare))
        options.strategy = arguments.string("strategy").flatMap { MinorsStrategy(rawValue: $0) }
        options.field = try arguments.field() ?? options.field
        options.maxDegree = try arguments.int("max-degree", in: 1...100)
        options.seed = try arguments.int("seed", in: 0...1_000_000_000) ?? 1
        options.listsGenerators = arguments.has("list")
        options.checksRadical = arguments.has("radical")
        let architecture = try arguments.architecture()
        try IdealGenerators.checkFilterSize(architecture)
        let script = try Script(
            architecture, options: options, provenance: arguments.provenance)
        try OutputSink.write(
            arguments.has("test") ? script.packageTest : script.text, to: arguments.outputPath)
        return .agreed
    }
}

extension Arguments {
    func field() throws(CommandFailure) -> CoefficientField? {
        guard let text = string("field") else { return nil }
        guard let field = CoefficientField(text) else {
            throw CommandFailure(
                .usage,
                "--field is '\(text)', neither QQ nor ZZ/p with a prime p up to "
                    + "\(CoefficientField.largestCharacteristic) (see lcngen \(command) --help)")
        }
        return field
    }
}
