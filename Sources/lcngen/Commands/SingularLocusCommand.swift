import ExactAlgebra
import Exports
import Neurovariety
import Reports

enum SingularLocusCommand: Command {
    static let name = "singular-locus"
    static let summary = "where the neurovariety is singular: components, their ideals, the stratification"
    static let discussion = """
        With the filter sizes k and strides s of the reduced architecture, there is a component
        for each layer l but the last with k_l > s_l: the neurovariety with k_l - s_l and
        k_(l+1) + 1 in the places l and l+1. A factor of layer l in the variables of the next
        layer can move there: general filters of a component have several factorizations. 0 is
        singular too, unless the neurovariety is a linear space. This is a theorem, over every
        algebraically closed field; the proof is in the documentation of Neurovariety.
        The answer is printed with the number of generators of the prime ideal of each
        component, as far as they are counted at --time-limit and at Ctrl-C.
        --component N writes the prime ideal of component N, as lcngen vanishing does.
        --strata goes on with the singular locus of each component, and so on: all strata with
        what each contains and its multiplicity (characteristic 0), at most \(SingularStrata.mostStrata).
        The svg format draws them, at most \(StrataReport.mostWidth) wide; where a row does not fit, rows are
        wrapped, and the lines between them left out.
        """
    static let examples = [
        "singular-locus --k 5,2 --s 3", "singular-locus --k 5,2 --s 3 --component 1 --format m2",
        "singular-locus --k 7,3,2 --s 2,2 --strata --format svg --out strata.svg",
    ]
    static let component = Option(
        "component", "N", .int(1...1_000_000), help: "the prime ideal of the N-th component, from 1")
    static let strata = Option("strata", help: "the singular locus of each component too, and so on")
    static let format = Shared.format(GeneratorFormat.all + [.svg], default: .text)

    /// What is written.
    enum Task {
        case components(ReportFormat)
        case strata(ReportFormat)
        case ideal(of: SingularComponent, IdealFormat)
    }

    static let task = Combination("task") { arguments -> Task in
        let format = arguments[format]
        if let number = arguments[component] {
            let architecture = arguments[Shared.architecture]
            let components = SingularLocus(architecture).components
            guard number <= components.count else {
                throw arguments.failure(
                    "--component is \(number); the singular locus of \(architecture) has "
                        + (components.isEmpty
                            ? "no components" : "components 1 to \(components.count)"))
            }
            return .ideal(of: components[number - 1], try format.ofPolynomials())
        }
        if arguments[strata], let short = format.ofReport(StrataReport.formats) { return .strata(short) }
        guard let short = format.ofReport(SingularLocusReport.formats) else {
            throw arguments.failure("--format \(format.rawValue) goes with --component")
        }
        return .components(short)
    }
    static let rules: [OptionRule] = [
        .atMostOne(component.given, strata.given),
        format.is(.svg).goes(with: strata.given), format.is(.csv).doesNotGo(with: component.given),
        RingOptions.field.given.goes(with: component.given),
        RingOptions.order.given.goes(with: component.given),
        RingOptions.variables.given.goes(with: component.given),
        Shared.wide.given.doesNotGo(with: component.given), Shared.wide.given.goes(with: format.is(.text)),
    ]
    static let options: [any Parameter] = [
        Shared.architecture, component, strata, format, Shared.timeLimit, RingOptions.ring, task, Shared.out,
        Shared.wide,
    ]

    static func whenStopped(_ arguments: Arguments) -> String? {
        if case .components = arguments[task] { return "the components are printed" }
        return nil
    }

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let architecture = arguments[Shared.architecture]
        try IdealGenerators.checkFilterSize(architecture)
        switch arguments[task] {
        case .components(let format):
            let locus = SingularLocus(architecture)
            let (report, isDone) = try frame.untilStopped { (work: LeavableWork<SingularLocusReport>) in
                var counts: [[Int: Integer]?] = []
                work.tell(SingularLocusReport(locus))
                for component in locus.components {
                    work.begin("\(component.architecture): counting generators")
                    counts.append(NonfaceCounts(component.architecture)?.bySize)
                    work.tell(SingularLocusReport(locus, generators: counts))
                }
            }
            try frame.write(report ?? SingularLocusReport(locus), as: format)
            return isDone ? .agreed : .stopped
        case .strata(let format):
            try frame.write(StrataReport(try SingularStrata(architecture)), as: format)
        case .ideal(let component, let format):
            let ring = arguments[RingOptions.ring]
            let architecture = component.architecture
            try IdealFile.check(.minimal, architecture, format: format, ring: ring)
            let generators = IdealGenerators(try PrimeIdeal(architecture))
            try frame.announce(architecture, expansionOf: generators)
            try frame.write(
                IdealFile(generators, format: format, ring: ring, provenance: frame.provenance))
        }
        return .agreed
    }
}
