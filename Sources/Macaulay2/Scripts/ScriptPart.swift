import ExactAlgebra
import Neurovariety

/// A text of `Templates/Scripts` with what stands at its places. Each template is named here and nowhere else,
/// with the values it needs as arguments.
struct ScriptPart: Sendable {
    let template: Template
    /// By the names of the places.
    let values: [String: String]

    init(_ name: String, _ bytes: [UInt8], _ values: [String: String] = [:]) {
        template = Template(name: name, bytes: bytes)
        self.values = values
    }

    func rendered() throws(TemplateError) -> String { try template.rendered(values) }
}

// MARK: around every script

extension ScriptPart {
    /// Protocol, ring and the records that scripts write.
    ///
    /// - Parameters:
    ///   - name: what is computed, in one word.
    ///   - source: where the mathematics stands.
    static func header(
        _ architecture: Architecture, name: String, source: String, options: ScriptOptions,
        provenance: Provenance
    ) -> ScriptPart {
        func list(_ numbers: [Int]) -> String {
            "{" + numbers.map(String.init).joined(separator: ", ") + "}"
        }
        return ScriptPart(
            "header", PackageResources.header_m2,
            [
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
                    ? "scan(generatorList, f -> lcngenRecord(\"polynomial.\" | name, toString listForm f));"
                    : "",
            ])
    }

    static let footer = ScriptPart("footer", PackageResources.footer_m2)
}

// MARK: what approaches share

extension ScriptPart {
    /// Matrices and minors.
    ///
    /// - Parameter strategy: nil for Macaulay2's default.
    static func ideals(minorsBy strategy: MinorsStrategy? = nil) -> ScriptPart {
        ScriptPart(
            "ideals", PackageResources.ideals_m2,
            ["minorsOption": strategy.map { ", Strategy => \($0.macaulay2Name)" } ?? ""])
    }

    static let nonfaces = ScriptPart("nonfaces", PackageResources.nonfaces_m2)
    static let parametrization = ScriptPart("parametrization", PackageResources.parametrization_m2)
    static let prediction = ScriptPart("prediction", PackageResources.prediction_m2)
}

// MARK: one for each approach

extension ScriptPart {
    /// - Throws: ``TemplateError``, for a part that is inside another.
    static func compare(plainKernel: Bool, radical: Bool) throws(TemplateError) -> ScriptPart {
        let kernel = ScriptPart("compare-plain-kernel", PackageResources.compare_plain_kernel_m2)
        let macaulay2Radical = ScriptPart("compare-radical", PackageResources.compare_radical_m2)
        return ScriptPart(
            "approach-compare", PackageResources.approach_compare_m2,
            [
                "plainKernel": plainKernel ? try kernel.rendered() : "",
                "radical": radical ? try macaulay2Radical.rendered() : "",
            ])
    }

    static let kernel = ScriptPart("approach-kernel", PackageResources.approach_kernel_m2)
    static let gradedKernel = ScriptPart("approach-graded-kernel", PackageResources.approach_graded_kernel_m2)

    static func multigradedKernel(maxDegree: Int) -> ScriptPart {
        ScriptPart(
            "approach-multigraded-kernel", PackageResources.approach_multigraded_kernel_m2,
            ["maxDegree": "\(maxDegree)"])
    }

    static let ideal = ScriptPart("approach-ideal", PackageResources.approach_ideal_m2)
    static let lean = ScriptPart("approach-lean", PackageResources.approach_lean_m2)
    static let levels = ScriptPart("approach-levels", PackageResources.approach_levels_m2)
    static let minimal = ScriptPart("approach-minimal", PackageResources.approach_minimal_m2)
    static let certify = ScriptPart("approach-certify", PackageResources.approach_certify_m2)
    static let radical = ScriptPart("approach-radical", PackageResources.approach_radical_m2)

    static func critical(seed: Int) -> ScriptPart {
        ScriptPart("approach-critical", PackageResources.approach_critical_m2, ["seed": "\(seed)"])
    }

    /// - Parameters:
    ///   - printed: generators; the empty list for the zero ideal.
    ///   - variables: those that are asked whether they contain J₁; the empty list for none.
    static func example(
        printed: [Polynomial], alsoIn variables: [Int], variableCount: Int
    ) -> ScriptPart {
        let formatter = PolynomialFormatter(.indexed, variableCount: variableCount)
        let names = variables.map { PolynomialSyntax.indexed.name(ofVariable: $0) }
        return ScriptPart(
            "approach-example", PackageResources.approach_example_m2,
            [
                "generators": printed.isEmpty
                    ? "0_R" : printed.map(formatter.string).joined(separator: ",\n    "),
                "variables": variables.isEmpty ? "0_R" : names.joined(separator: ", "),
            ])
    }
}

// MARK: peers of the benchmark

extension ScriptPart {
    static func criticalEquations(seed: UInt64) -> ScriptPart {
        // Macaulay2's seeds are ints.
        ScriptPart(
            "bench-equations", PackageResources.bench_equations_m2, ["seed": "\(seed % (1 << 31))"])
    }

    static func monodromy(expected: Int) -> ScriptPart {
        ScriptPart("bench-monodromy", PackageResources.bench_monodromy_m2, ["expected": "\(expected)"])
    }

    static func phcpack(threads: Int) -> ScriptPart {
        ScriptPart("bench-phcpack", PackageResources.bench_phcpack_m2, ["threads": "\(threads)"])
    }
}
