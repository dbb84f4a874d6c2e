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

    /// A script that computes with the ideals of an architecture.
    ///
    /// - Parameters:
    ///   - prediction: for ``Approach/compare``: what Macaulay2 is to confirm.
    ///   - provenance: for the heading.
    /// - Throws: ``TemplateError``, a defect of the program.
    public init(
        _ architecture: Architecture, options: ScriptOptions, prediction: Prediction = Prediction(),
        provenance: Provenance
    ) throws(TemplateError) {
        // Merged layers have several factorizations, and would be counted as often.
        let architecture = options.approach == .critical ? architecture.reduced : architecture
        try self.init(
            architecture, name: options.approach.rawValue, source: options.approach.source, options: options,
            uses: options.approach.packageParts, definitions: options.definitions(prediction),
            body: options.body(architecture, prediction), provenance: provenance)
    }

    /// A script that compares the generators printed for an example with the kernel.
    ///
    /// - Parameters:
    ///   - printed: in the variables of the end-to-end filter.
    ///   - variables: those that are asked whether they contain J₁; the empty list for none.
    ///   - provenance: for the heading.
    /// - Throws: ``TemplateError``, a defect of the program.
    public init(
        example: Architecture, printed: [Polynomial], alsoIn variables: [Int], provenance: Provenance
    ) throws(TemplateError) {
        try self.init(
            example, name: "example", source: "an example of the paper", options: ScriptOptions(),
            uses: [.ideals, .parametrization],
            body: [.example(printed: printed, alsoIn: variables, variableCount: example.endToEndFilterSize)],
            provenance: provenance)
    }

    /// - Parameters:
    ///   - name: what is computed, in one word.
    ///   - source: where the mathematics stands.
    ///   - packages: of Macaulay2's distribution, whose names the texts use.
    ///   - parts: of our package, without those that they use themselves.
    ///   - definitions: before the run, where the user's names are not seen.
    ///   - body: what runs.
    init(
        _ architecture: Architecture, name: String, source: String, options: ScriptOptions,
        packages: [String] = ["MinimalPrimes", "Saturation"], uses parts: [PackagePart],
        definitions: [ScriptPart] = [], body: [ScriptPart], provenance: Provenance
    ) throws(TemplateError) {
        try self.init(
            [.header(architecture, name: name, source: source, packages: packages, provenance: provenance)]
                + PackagePart.closure(of: parts).map(\.scriptPart)
                + [.records(architecture, options)] + definitions + [.begin(name: name, options)] + body
                + [.footer])
    }

    init(_ parts: [ScriptPart]) throws(TemplateError) {
        var text = ""
        for part in parts { text += try part.rendered() }
        self.text = text
    }
}

extension Approach {
    /// What its texts use of the package, without what those parts use themselves.
    fileprivate var packageParts: [PackagePart] {
        switch self {
        case .compare, .levels, .minimal, .certify, .minimality: return [.certificates]
        case .kernel, .gradedKernel, .multigradedKernel, .radical: return [.parametrization, .ideals]
        case .ideal, .lean: return [.ideals]
        case .critical: return [.training]
        }
    }
}

extension ScriptOptions {
    fileprivate func definitions(_ prediction: Prediction) -> [ScriptPart] {
        switch approach {
        case .compare: return [.certificate, .spans, .predictions(prediction)]
        case .certify, .minimality: return [.certificate]
        default: return []
        }
    }

    fileprivate func body(_ architecture: Architecture, _ prediction: Prediction) -> [ScriptPart] {
        switch approach {
        case .compare: return [.compare(self, prediction)]
        case .kernel: return [.kernel]
        case .gradedKernel: return [.gradedKernel]
        case .multigradedKernel:
            return [
                .multigradedKernel(maxDegree: maxDegree ?? NonfaceCounts(architecture)?.largestSize ?? 1)
            ]
        case .ideal: return [.ideal(minorsBy: strategy)]
        case .lean: return [.lean(minorsBy: strategy)]
        case .levels: return [.levels(minorsBy: strategy)]
        case .minimal: return [.minimal]
        case .certify: return [.certify]
        case .minimality: return [.minimality]
        case .radical: return [.radical]
        case .critical: return [.critical(seed: seed)]
        }
    }
}
