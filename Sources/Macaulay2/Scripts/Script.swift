import ExactAlgebra
import Neurovariety

/// A self-contained Macaulay2 script for one architecture.
///
/// Macaulay2 computes everything itself from the filter sizes and strides, so that it is an independent
/// oracle. The same arguments give the same bytes. Results are tagged lines, `@lcngen <key> <value>`, each
/// flushed, ending with `@lcngen done`.
public struct Script: Sendable {
    /// All of it.
    public let text: String

    /// The script as a test of a Macaulay2 package, to be copied or loaded behind its `beginDocumentation()`.
    ///
    /// Nothing in a script closes the string: `///` is in no template, and slashes of the heading are in comments.
    public var packageTest: String {
        let title = text.prefix { !$0.isNewline }
        return "\(title)\nTEST ///\n\(text.replacing("///", with: "//"))///\n"
    }

    /// - Parameters:
    ///   - provenance: for the heading.
    public init(
        _ architecture: Architecture, options: ScriptOptions, provenance: Provenance
    ) throws(TemplateError) {
        // Merged layers have several factorizations, and would be counted as often.
        let architecture = options.approach == .critical ? architecture.reduced : architecture
        var text = try Self.header(
            architecture, name: options.approach.rawValue, source: options.approach.source, options: options,
            provenance: provenance)
        let minorsOption = options.strategy.map { ", Strategy => \($0.macaulay2Name)" } ?? ""
        for template in options.approach.templates {
            switch template.name {
            case Template.ideals.name: text += try template.rendered(["minorsOption": minorsOption])
            case Template.multigradedKernel.name:
                let degree = options.maxDegree ?? NonfaceCounts(architecture)?.largestSize ?? 1
                text += try template.rendered(["maxDegree": "\(degree)"])
            case Template.critical.name: text += try template.rendered(["seed": "\(options.seed)"])
            case Template.compare.name:
                text += try template.rendered([
                    "plainKernel": options.includesPlainKernel
                        ? Template.comparePlainKernel.rendered([:]) : "",
                    "radical": options.checksRadical ? Template.compareRadical.rendered([:]) : "",
                ])
            default: text += try template.rendered([:])
            }
        }
        self.text = try text + Template.footer.rendered([:])
    }

    /// A script that compares the generators printed for an example with the kernel.
    ///
    /// - Parameter alsoIn: variables that are asked whether they contain J₁; the empty list for none.
    public init(
        example: Architecture, printed: [Polynomial], alsoIn variables: [Int], provenance: Provenance
    ) throws(TemplateError) {
        let formatter = PolynomialFormatter(.indexed, variableCount: example.endToEndFilterSize)
        var text = try Self.header(
            example, name: "example", source: "an example of the paper", options: ScriptOptions(),
            provenance: provenance)
        text += try Template.ideals.rendered(["minorsOption": ""])
        text += try Template.parametrization.rendered([:])
        text += try Template.example.rendered([
            "generators": printed.isEmpty
                ? "0_R" : printed.map(formatter.string).joined(separator: ",\n    "),
            "variables": variables.isEmpty
                ? "0_R"
                : variables.map { PolynomialSyntax.indexed.name(ofVariable: $0) }.joined(separator: ", "),
        ])
        self.text = try text + Template.footer.rendered([:])
    }

    private static func header(
        _ architecture: Architecture, name: String, source: String, options: ScriptOptions,
        provenance: Provenance
    ) throws(TemplateError) -> String {
        try Template.header.rendered([
            "title": "\(name): the linear convolutional network \(architecture)",
            "tool": Template.comment(provenance.toolVersion),
            "command": Template.comment(provenance.command),
            "source": source,
            "filterSizes": list(architecture.filterSizes),
            "strides": list(architecture.strides),
            "field": options.field.description,
            "approach": name,
            "strategy": options.strategy?.rawValue ?? "default",
            "listGenerators": options.listsGenerators
                ? "scan(generatorList, f -> lcngenRecord(\"polynomial.\" | name, toString listForm f));" : "",
        ])
    }

    private static func list(_ numbers: [Int]) -> String {
        "{" + numbers.map(String.init).joined(separator: ", ") + "}"
    }
}

extension Approach {
    /// The texts between header and footer, each after those it uses.
    var templates: [Template] {
        switch self {
        case .compare: return [.ideals, .nonfaces, .parametrization, .compare]
        case .kernel: return [.parametrization, .prediction, .kernel]
        case .gradedKernel: return [.parametrization, .prediction, .gradedKernel]
        case .multigradedKernel: return [.parametrization, .multigradedKernel]
        case .ideal: return [.ideals, .ideal]
        case .lean: return [.ideals, .lean]
        case .levels: return [.ideals, .parametrization, .levels]
        case .minimal: return [.ideals, .nonfaces, .parametrization, .minimal]
        case .certify: return [.ideals, .parametrization, .prediction, .certify]
        case .radical: return [.ideals, .parametrization, .radical]
        case .critical: return [.parametrization, .critical]
        }
    }
}

extension Template {
    static let header = Template(name: "header", bytes: PackageResources.header_m2)
    static let footer = Template(name: "footer", bytes: PackageResources.footer_m2)
    static let ideals = Template(name: "ideals", bytes: PackageResources.ideals_m2)
    static let nonfaces = Template(name: "nonfaces", bytes: PackageResources.nonfaces_m2)
    static let parametrization = Template(name: "parametrization", bytes: PackageResources.parametrization_m2)
    static let prediction = Template(name: "prediction", bytes: PackageResources.prediction_m2)
    static let compare = Template(name: "approach-compare", bytes: PackageResources.approach_compare_m2)
    static let comparePlainKernel = Template(
        name: "compare-plain-kernel", bytes: PackageResources.compare_plain_kernel_m2)
    static let compareRadical = Template(name: "compare-radical", bytes: PackageResources.compare_radical_m2)
    static let kernel = Template(name: "approach-kernel", bytes: PackageResources.approach_kernel_m2)
    static let gradedKernel = Template(
        name: "approach-graded-kernel", bytes: PackageResources.approach_graded_kernel_m2)
    static let multigradedKernel = Template(
        name: "approach-multigraded-kernel", bytes: PackageResources.approach_multigraded_kernel_m2)
    static let ideal = Template(name: "approach-ideal", bytes: PackageResources.approach_ideal_m2)
    static let lean = Template(name: "approach-lean", bytes: PackageResources.approach_lean_m2)
    static let levels = Template(name: "approach-levels", bytes: PackageResources.approach_levels_m2)
    static let minimal = Template(name: "approach-minimal", bytes: PackageResources.approach_minimal_m2)
    static let certify = Template(name: "approach-certify", bytes: PackageResources.approach_certify_m2)
    static let example = Template(name: "approach-example", bytes: PackageResources.approach_example_m2)
    static let critical = Template(name: "approach-critical", bytes: PackageResources.approach_critical_m2)
    static let radical = Template(name: "approach-radical", bytes: PackageResources.approach_radical_m2)
}
