import Exports
import Neurovariety
import Reports

enum VanishingCommand: Command {
    static let name = "vanishing"
    static let summary = "the vanishing ideal I of the neurovariety: the prime ideal itself"
    static let discussion = """
        One minor of a resultant matrix for each minimal nonface of the initial complex. They
        are a Gröbner basis (graded reverse lexicographic, w_0 > w_1 > …), so they generate I;
        that they do so minimally is proved for two layers, and observed for more, where certify
        --minimal decides it. --reduced writes the reduced basis.
        --count gives the numbers by degree from the combinatorics alone, far beyond what can be written;
        --as minors names each minor by level, rows and columns instead of expanding it.
        --representation gives the generators of two layers, in characteristic 0, as a representation of
        GL_r × GL_l × SL_2, which acts on the r forms of the higher degree, the l = s − r others and the
        two variables: in each degree d an exterior power Λ^d of binary forms times a sum of irreducible
        representations, which are listed. CSV has both, one below the other. --by ribbon lists the skew
        Schur functors that the sum is made of, with weights of the torus of SL_2; --by multidegree the
        modules of SL_2 in each multidegree, from all minimal nonfaces. Layers joined by stride 1 count
        as one, those of size 1 behind the first as none.
        --method linear-algebra finds I in degrees up to --max-degree from the parametrization
        alone, independently of the minors: elements of the reduced basis, each proved to vanish
        by substitution; that none is missing rests on ranks modulo a prime. For two layers it
        works with highest-weight vectors of SL_2, and --count gives dimensions of I too. At
        --time-limit and at Ctrl-C the degrees that are done are printed.

        \(IdealCommand.formats)
        """
    static let examples = [
        "vanishing --k 5,2 --s 3", "vanishing --k 8,8 --s 3 --format m2 --out I.m2",
        "vanishing --k 40,40 --s 3 --count --format json", "vanishing --k 5,2 --s 3 --as minors",
        "vanishing --k 9,5 --s 3 --representation",
    ]
    /// How the ideal is found.
    enum Method: String, CaseIterable {
        case levels
        case linearAlgebra = "linear-algebra"
    }

    /// How the generators are given.
    enum Form: String, CaseIterable {
        case polynomials, minors
    }

    static let method = Option(
        "method", "METHOD", .choice, default: Method.levels,
        help: "minors, or linear algebra on the parametrization")
    static let maxDegree = Option(
        "max-degree", "D", .int(1...LinearAlgebraIdeal.largestDegree),
        help: "the highest degree")
    static let counts = Option(
        "count", help: "numbers of generators by degree only")
    static let representation = Option(
        "representation", help: "two layers: the generators as a representation")
    /// Which parts of the representation have a line each.
    enum Part: String, CaseIterable {
        case summand, ribbon, multidegree
    }
    static let parts = Option(
        "by", "PART", .choice, default: Part.summand,
        help: "what has a line each")
    static let reduced = Option("reduced", help: "the reduced Gröbner basis")
    static let form = Option(
        "as", "FORM", .choice, default: Form.polynomials,
        help: "polynomials, or the names of the minors")
    static let format = Shared.format(GeneratorFormat.all, default: .text)

    /// What is written of the ideal.
    enum Task {
        case degrees(ReportFormat)
        case representation(Part, ReportFormat)
        case names(ReportFormat)
        case generators(IdealFormat, areReduced: Bool)
        case linearAlgebra(IdealFormat, maxDegree: Int)
        case linearAlgebraCounts(ReportFormat, maxDegree: Int)
    }

    static let task = Combination("task") { arguments -> Task in
        let namesMinors = arguments[form] == .minors
        let short = arguments[format].ofNumbers
        switch arguments[method] {
        case .linearAlgebra:
            guard let degree = arguments[maxDegree] else { throw arguments.failure("no --max-degree") }
            if arguments[counts], let short { return .linearAlgebraCounts(short, maxDegree: degree) }
            return .linearAlgebra(try arguments[format].ofPolynomials(), maxDegree: degree)
        case .levels:
            if arguments[counts], let short { return .degrees(short) }
            if arguments[representation], let short { return .representation(arguments[parts], short) }
            if namesMinors, let short { return .names(short) }
            return .generators(try arguments[format].ofPolynomials(), areReduced: arguments[reduced])
        }
    }
    static let rules: [OptionRule] = [
        maxDegree.given.goes(with: method.is(.linearAlgebra)),
        method.is(.linearAlgebra).needs(maxDegree.given),
        reduced.given.goes(with: method.is(.levels)), representation.given.goes(with: method.is(.levels)),
        form.given.goes(with: method.is(.levels)), parts.given.goes(with: representation.given),
        .atMostOne(counts.given, reduced.given, representation.given, form.given),
        counts.given.goes(with: format.is(.text, .json, .csv)),
        representation.given.goes(with: format.is(.text, .json, .csv)),
        form.is(.minors).goes(with: format.is(.text, .json, .csv)),
        format.is(.csv).goes(with: counts.given, representation.given, form.is(.minors)),
        Shared.wide.given.goes(with: counts.given, representation.given),
        Shared.wide.given.goes(with: format.is(.text)),
        RingOptions.field.given.doesNotGo(with: counts.given, representation.given, form.is(.minors)),
        RingOptions.order.given.doesNotGo(with: counts.given, representation.given, form.is(.minors)),
        RingOptions.variables.given.doesNotGo(with: counts.given, representation.given, form.is(.minors)),
        RingOptions.field.given.doesNotGo(with: method.is(.linearAlgebra)),
        RingOptions.order.is(.lex, .glex).doesNotGo(with: method.is(.linearAlgebra), reduced.given),
    ]
    static let options: [any Parameter] = [
        Shared.architecture, method, maxDegree, counts, representation, parts, reduced, form, format,
        Shared.timeLimit, RingOptions.ring, task, Shared.out, Shared.wide,
    ]

    static func whenStopped(_ arguments: Arguments) -> String? {
        arguments[method] == .linearAlgebra ? "the degrees that are done are printed" : nil
    }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let architecture = arguments[Shared.architecture]
        let ring = arguments[RingOptions.ring]
        func announce(_ counts: Bool) {
            guard let degree = arguments[maxDegree] else { return }
            let cost = LinearAlgebraCost(architecture, maxDegree: degree, liftsElements: !counts)
            frame.announce(architecture, cost, seconds: cost.seconds)
        }
        @Sendable func name(_ degree: Int) -> String { "\(architecture): degree \(degree)" }
        switch arguments[task] {
        case .degrees(let format):
            let seconds = NonfaceCounts.seconds(architecture)
            frame.announce(architecture, "about \(RoughEstimate(seconds: seconds))", seconds: seconds)
            let counts = NonfaceCounts(architecture) {
                frame.progress.show("\(architecture): counting", share: $0)
            }
            guard let counts else { throw IdealError.nonfacesNotCounted(architecture) }
            try frame.write(GeneratorDegrees(architecture, byDegree: counts.bySize), as: format)
        case .representation(let part, let format):
            if part == .summand {
                let seconds = GeneratorRepresentation.seconds(architecture)
                frame.announce(architecture, "about \(RoughEstimate(seconds: seconds))", seconds: seconds)
            }
            try frame.write(try report(architecture, by: part, arguments), as: format)
        case .names(let format):
            try frame.write(NamedMinors(try PrimeIdeal(architecture)), as: format)
        case .generators(let format, let areReduced):
            try IdealFile.check(
                areReduced ? .reduced : .minimal, architecture, format: format, ring: ring)
            let ideal = try PrimeIdeal(architecture)
            let minimal = IdealGenerators(ideal)
            // Of the minors; what reduces them takes as long again where they are long.
            try frame.announce(architecture, expansionOf: minimal)
            let generators =
                areReduced
                ? try IdealGenerators(reducing: ideal) { [notes = frame.notes] in
                    notes.show($0, share: $1)
                } : minimal
            try frame.write(
                IdealFile(generators, format: format, ring: ring, provenance: frame.provenance))
        case .linearAlgebra(let format, let maxDegree):
            try IdealGenerators.checkFilterSize(architecture)
            try IdealFile.check(
                .reduced, architecture, maxDegree: maxDegree, format: format, ring: ring)
            try LinearAlgebraIdeal.check(architecture, maxDegree: maxDegree)
            announce(false)
            let (found, isDone) = try frame.untilStopped { work in
                _ = try LinearAlgebraIdeal.run(architecture, maxDegree: maxDegree) {
                    work.begin(name($0))
                } found: {
                    work.tell($0)
                }
            }
            // Degrees that are whole make a file that says how far it goes.
            guard let ideal = found else {
                throw CommandFailure(.stopped, "stopped before degree 1 was done")
            }
            if let first = ideal.missingDegrees.first {
                frame.note("stopped before degree \(first) was done: what is written goes up to \(first - 1)")
            }
            try frame.write(
                IdealFile(
                    IdealGenerators(ideal), format: format, ring: ring, provenance: frame.provenance))
            return isDone ? .agreed : .stopped
        case .linearAlgebraCounts(let format, let maxDegree):
            try IdealGenerators.checkFilterSize(architecture)
            announce(true)
            // By highest weights for two layers, without lifting elements for others.
            let (found, isDone) = try frame.untilStopped { (work: LeavableWork<any Report>) in
                if HighestWeightIdeal.applies(to: architecture, maxDegree: maxDegree) {
                    _ = HighestWeightIdeal.run(architecture, maxDegree: maxDegree) {
                        work.begin(name($0))
                    } found: {
                        work.tell(HighestWeightReport($0))
                    }
                } else {
                    _ = try LinearAlgebraIdeal.run(architecture, maxDegree: maxDegree, liftsElements: false) {
                        work.begin(name($0))
                    } found: {
                        work.tell(LinearAlgebraReport($0))
                    }
                }
            }
            guard let found else {
                throw CommandFailure(.stopped, "stopped before degree 1 was done")
            }
            try frame.write(found, as: format)
            return isDone ? .agreed : .stopped
        }
        return .agreed
    }

    private static func report(
        _ architecture: Architecture, by part: Part, _ arguments: Arguments
    ) throws -> any Report {
        var report: (any Report)?
        switch part {
        case .summand: report = try GeneratorRepresentation(architecture).map(RepresentationReport.init)
        case .ribbon: report = try RibbonRepresentations(architecture).map(RibbonsReport.init)
        case .multidegree:
            try GeneratorModules.check(architecture)
            report = try GeneratorModules(architecture).map(ModulesReport.init)
        }
        guard let report else {
            let reduced = architecture.reduced
            let reason =
                reduced == architecture
                ? "" : ": layers joined by stride 1 are one, and those of size 1 behind the first none"
            throw arguments.failure(
                "--representation is for two layers; \(architecture) has \(reduced.layerCount)\(reason)")
        }
        return report
    }
}
