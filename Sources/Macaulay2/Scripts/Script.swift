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
    /// - Parameter provenance: for the heading.
    /// - Throws: ``TemplateError``, a defect of the program.
    public init(
        _ architecture: Architecture, options: ScriptOptions, provenance: Provenance
    ) throws(TemplateError) {
        // Merged layers have several factorizations, and would be counted as often.
        let architecture = options.approach == .critical ? architecture.reduced : architecture
        let header = ScriptPart.header(
            architecture, name: options.approach.rawValue, source: options.approach.source, options: options,
            provenance: provenance)
        try self.init([header] + options.parts(for: architecture) + [.footer])
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
        try self.init([
            .header(
                example, name: "example", source: "an example of the paper", options: ScriptOptions(),
                provenance: provenance),
            .ideals(), .parametrization,
            .example(printed: printed, alsoIn: variables, variableCount: example.endToEndFilterSize),
            .footer,
        ])
    }

    init(_ parts: [ScriptPart]) throws(TemplateError) {
        var text = ""
        for part in parts { text += try part.rendered() }
        self.text = text
    }
}

extension ScriptOptions {
    /// The texts between header and footer, each after those it uses.
    fileprivate func parts(for architecture: Architecture) throws(TemplateError) -> [ScriptPart] {
        let ideals = ScriptPart.ideals(minorsBy: strategy)
        switch approach {
        case .compare:
            return [
                ideals, .nonfaces, .parametrization,
                try .compare(plainKernel: includesPlainKernel, radical: checksRadical),
            ]
        case .kernel: return [.parametrization, .prediction, .kernel]
        case .gradedKernel: return [.parametrization, .prediction, .gradedKernel]
        case .multigradedKernel:
            let degree = maxDegree ?? NonfaceCounts(architecture)?.largestSize ?? 1
            return [.parametrization, .multigradedKernel(maxDegree: degree)]
        case .ideal: return [ideals, .ideal]
        case .lean: return [ideals, .lean]
        case .levels: return [ideals, .parametrization, .levels]
        case .minimal: return [ideals, .nonfaces, .parametrization, .minimal]
        case .certify: return [ideals, .parametrization, .prediction, .certify]
        case .radical: return [ideals, .parametrization, .radical]
        case .critical: return [.parametrization, .critical(seed: seed)]
        }
    }
}
