import ExactAlgebra
import Macaulay2
import Neurovariety
import Training

/// One architecture, computed natively and by Macaulay2, and held against each other check by check.
public struct ArchitectureComparison: Sendable {
    /// What this program found; further checks take it from here.
    public let native: NativeFindings
    /// Of the Macaulay2 that ran.
    public let macaulay2Version: Macaulay2Version
    /// In a fixed order.
    public let checks: [Check]
    /// Seconds for the same work on both sides, in order.
    public let times: [TimePair]

    /// As given.
    public var architecture: Architecture { native.architecture }

    /// What is asked beyond the usual.
    public struct Options: Sendable {
        /// How Macaulay2 computes minors; nil for its own choice.
        public var strategy: MinorsStrategy?
        /// Whether Macaulay2's `radical` is called, which is slow and has known bugs.
        public var checksRadical: Bool

        /// Makes options; without arguments nothing beyond the usual.
        public init(strategy: MinorsStrategy? = nil, checksRadical: Bool = false) {
            self.strategy = strategy
            self.checksRadical = checksRadical
        }
    }

    /// Runs a script that computes the ideals and the kernel and checks; and one that counts critical points where they
    /// are few.
    ///
    /// - Parameters:
    ///   - told: called with what is known before the whole is: what is open says that it was stopped.
    ///   - progress: called with what is going on.
    /// - Throws: ``IdealError`` or ``MinorsError`` for what is out of reach natively, ``Macaulay2Failure`` if
    ///   files cannot be written, or the program is not any more what was found. What goes wrong inside Macaulay2
    ///   leaves checks undecided.
    public static func run(
        _ architecture: Architecture, session: Macaulay2Session, options: Options = Options(),
        told: (ArchitectureComparison) -> Void = { _ in }, progress: (String) -> Void = { _ in }
    ) throws -> ArchitectureComparison {
        progress("\(architecture): natively")
        let native = try NativeFindings.run(architecture)
        let stopped = Macaulay2Findings(stopped: architecture)
        let asksForCriticalPoints = try asksForCriticalPoints(architecture)
        func comparison(
            _ checks: Macaulay2Findings, critical: Macaulay2Findings? = nil
        ) throws -> ArchitectureComparison {
            try ArchitectureComparison(
                version: session.program.version, native: native, checks: checks,
                critical: critical ?? (asksForCriticalPoints ? stopped : nil),
                includesRadical: options.checksRadical)
        }
        told(try comparison(stopped))
        func findings(_ approach: Approach, lists: Bool) throws -> Macaulay2Findings {
            progress("\(architecture): Macaulay2, \(approach.rawValue)\(session.limits.remark)")
            var rows = Set(ScriptRow.usual)
            // What the paper timed is timed by `table2`.
            rows.remove(.kernel)
            if options.checksRadical { rows.insert(.radical) }
            let script = try Script(
                architecture,
                options: ScriptOptions(
                    approach: approach, strategy: options.strategy, listing: lists ? .compared : .none,
                    rows: rows),
                provenance: session.provenance)
            let run = try session.run(script, named: architecture.fileName + "-" + approach.rawValue)
            return Macaulay2Findings(run, architecture)
        }
        let checks = try findings(.compare, lists: true)
        guard asksForCriticalPoints else { return try comparison(checks) }
        told(try comparison(checks))
        return try comparison(checks, critical: try findings(.critical, lists: false))
    }

    /// Whether Macaulay2 can count critical points by a Gröbner basis in seconds: few points, few unknowns.
    static func asksForCriticalPoints(_ architecture: Architecture) throws -> Bool {
        let degree = try EuclideanDistanceDegree(filterSizes: architecture.reduced.filterSizes)
        return degree.value <= 100 && degree.dimension <= 8
    }

    /// Holds findings against each other; for transcripts that were recorded, too.
    init(
        version: Macaulay2Version, native: NativeFindings,
        checks: Macaulay2Findings, critical: Macaulay2Findings? = nil,
        includesRadical: Bool = false
    ) throws(EuclideanDistanceDegreeError) {
        self.native = native
        macaulay2Version = version
        let parts: [(CheckName, IdealPart.Name)] = [
            (.minorsJ0, .vanishingVariables), (.minorsJ1, .firstMinors), (.minorsJ2, .secondMinors),
        ]
        var list = parts.map { name, part in
            let ours = native.polynomials(part: part)
            let theirs = checks.sameMinors(part, native: ours)
            return Check(
                name: name, statement: "nonzero generators of \(part), up to sign",
                native: Finding(
                    answer: .polynomials(ours), basis: "expanded over the integers",
                    seconds: native.seconds[part.work]),
                macaulay2: theirs)
        }
        list += [
            Check(
                name: .jInI, statement: "J ⊆ I", required: .truth(true), native: native.idealInPrime,
                macaulay2: checks.truth("jInPrimeIdeal")),
            Check(
                name: .iInRadicalJ, statement: "I ⊆ √J", required: .truth(true),
                native: native.primeInRadical, macaulay2: checks.truth("primeIdealInRadicalJ")),
            Check(
                // What shows I ⊆ √J, agreement in all large degrees, shows this as well: I is prime.
                name: .saturationOfJ, statement: "J : w_(K−1)^∞ = I", required: .truth(true),
                native: native.primeInRadical, macaulay2: checks.truth("saturationIsPrimeIdeal")),
            Check(
                name: .codimensionI, statement: "codimension of I", native: native.codimension,
                macaulay2: checks.number("codimension.P")),
            Check(
                name: .codimensionJ, statement: "codimension of J", native: native.codimensionOfIdeal,
                macaulay2: checks.number("codimension.J")),
            Check(
                name: .jIsRadical, statement: "J = I, so J is radical", native: native.isRadical,
                macaulay2: checks.truth("jIsRadical")),
            Check(
                name: .leanEqualsJ, statement: "lean J = J", required: .truth(true),
                native: native.leanEqualsIdeal,
                macaulay2: checks.truth("leanEqualsJ")),
            Check(
                name: .levelsEqualI, statement: "minors of all levels generate I", required: .truth(true),
                native: native.levelsEqualPrime,
                macaulay2: checks.truth("levelsEqualPrimeIdeal")),
            Check(
                name: .nonfacesGenerateI, statement: "minors of minimal nonfaces generate I",
                required: .truth(true),
                native: native.levelsEqualPrime, macaulay2: checks.truth("isPrimeIdealOfNeurovariety")),
            Check(
                name: .minimalGenerators, statement: "minimal generators of I",
                native: native.minimalGenerators, macaulay2: checks.degrees("gradedKernel")),
        ]
        list += [
            Check(
                name: .kernelNormalForms,
                statement: "Macaulay2's generators of I have normal form 0 by the native Gröbner basis",
                required: .truth(true), native: checks.normalForms("gradedKernel", by: native.groebnerBasis),
                macaulay2: checks.truth("gradedKernelEqualsPrimeIdeal")),
            Check(
                name: .initialIdeal, statement: "leading monomials of the Gröbner basis of I",
                native: native.initialIdeal,
                macaulay2: checks.monomials("initialIdeal", native.leadingMonomials)),
            Check(
                name: .hilbertNumerator, statement: "numerator of the Hilbert series of I",
                native: native.hilbertNumerator, macaulay2: checks.coefficients("hilbertNumerator")),
        ]
        if let critical {
            let degree = try EuclideanDistanceDegree(
                filterSizes: native.architecture.reduced.filterSizes)
            list.append(
                Check(
                    name: .criticalPoints, statement: "critical points of a random training problem",
                    native: Finding(answer: .count(degree.value), basis: "C_k, Theorem 4.1"),
                    macaulay2: critical.number("criticalPoints")))
        }
        if includesRadical {
            list.append(
                Check(
                    name: .radicalOfJ, statement: "Macaulay2's radical of J is I", required: .truth(true),
                    native: native.primeInRadical, macaulay2: checks.truth("radicalEqualsPrimeIdeal")))
        }
        self.checks = list
        times = [
            Work.firstMinors, .secondMinors, .leanIdeal, .allLevels, .minimalNonfaces, .gradedKernel,
        ].map { work in
            TimePair(work: work, native: native.seconds[work], macaulay2: checks.seconds(work))
        }.filter { $0.native != nil || $0.macaulay2 != nil }
    }

    /// Disagreement outweighs what is undecided.
    public var overall: Verdict { .worst(checks.map(\.verdict)) }
}
