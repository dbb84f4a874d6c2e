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
    private static func list(_ numbers: [Int]) -> String {
        "{" + numbers.map(String.init).joined(separator: ", ") + "}"
    }

    /// The heading, and the names of the script apart from those of the user.
    ///
    /// - Parameters:
    ///   - name: what is computed, in one word.
    ///   - source: where the mathematics stands.
    ///   - packages: that are loaded first.
    static func header(
        _ architecture: Architecture, name: String, source: String, packages: [String],
        provenance: Provenance
    ) -> ScriptPart {
        ScriptPart(
            "header", PackageResources.header_m2,
            [
                "title": "\(name): the linear convolutional network \(architecture)",
                "tool": Template.comment(provenance.toolVersion),
                "command": Template.comment(provenance.command),
                "source": source,
                "packages": "{" + packages.map { "\"\($0)\"" }.joined(separator: ", ") + "}",
            ])
    }

    /// The network, and the records that scripts write.
    static func records(_ architecture: Architecture, _ options: ScriptOptions) -> ScriptPart {
        ScriptPart(
            "records", PackageResources.records_m2,
            [
                "filterSizes": list(architecture.filterSizes),
                "strides": list(architecture.strides),
                "field": options.field.description,
                "listing": options.listing.rawValue,
            ])
    }

    /// Where the run begins, which ``footer`` ends.
    static func begin(name: String, _ options: ScriptOptions) -> ScriptPart {
        ScriptPart(
            "begin", PackageResources.begin_m2,
            [
                "field": options.field.description, "approach": name,
                "strategy": options.strategy?.rawValue ?? "default",
            ])
    }

    static let footer = ScriptPart("footer", PackageResources.footer_m2)
}

// MARK: what approaches share

extension ScriptPart {
    static let certificate = ScriptPart("certificate", PackageResources.certificate_m2)
    static let spans = ScriptPart("spans", PackageResources.spans_m2)
}

// MARK: one for each approach

extension ScriptPart {
    static func compare(_ options: ScriptOptions, _ prediction: Prediction) -> ScriptPart {
        ScriptPart(
            "approach-compare", PackageResources.approach_compare_m2,
            [
                "rows": "{"
                    + ScriptRow.allCases.filter(options.rows.contains).map { "\"\($0.rawValue)\"" }
                    .joined(separator: ", ") + "}",
                "strategy": name(options.strategy),
                "strategyName": options.strategy?.rawValue ?? "default",
                "otherwise": name(.fastest),
                "kernelCost": prediction.paperSeconds[.kernel].map { "; the paper took \($0) s" }
                    ?? "; this can take longer than all the rest together",
            ])
    }

    /// As an option of Macaulay2's `minors`; null leaves the choice to it.
    private static func name(_ strategy: MinorsStrategy?) -> String { strategy?.macaulay2Name ?? "null" }

    static let kernel = ScriptPart("approach-kernel", PackageResources.approach_kernel_m2)
    static let gradedKernel = ScriptPart("approach-graded-kernel", PackageResources.approach_graded_kernel_m2)

    static func multigradedKernel(maxDegree: Int) -> ScriptPart {
        ScriptPart(
            "approach-multigraded-kernel", PackageResources.approach_multigraded_kernel_m2,
            ["maxDegree": "\(maxDegree)"])
    }

    static func ideal(minorsBy strategy: MinorsStrategy?) -> ScriptPart {
        ScriptPart("approach-ideal", PackageResources.approach_ideal_m2, ["strategy": name(strategy)])
    }

    static func lean(minorsBy strategy: MinorsStrategy?) -> ScriptPart {
        ScriptPart("approach-lean", PackageResources.approach_lean_m2, ["strategy": name(strategy)])
    }

    static func levels(minorsBy strategy: MinorsStrategy?) -> ScriptPart {
        ScriptPart("approach-levels", PackageResources.approach_levels_m2, ["strategy": name(strategy)])
    }

    static let minimal = ScriptPart("approach-minimal", PackageResources.approach_minimal_m2)

    static let certify = ScriptPart(
        "approach-certify", PackageResources.approach_certify_m2, ["strategy": name(.fastest)])

    static let minimality = ScriptPart("approach-minimality", PackageResources.approach_minimality_m2)

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
                    ? "0_(ring N)" : printed.map(formatter.string).joined(separator: ",\n    "),
                "variables": variables.isEmpty ? "0_(ring N)" : names.joined(separator: ", "),
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

    static func elimination(maxDegree: Int) -> ScriptPart {
        ScriptPart(
            "bench-elimination", PackageResources.bench_elimination_m2, ["maxDegree": "\(maxDegree)"])
    }

    /// - Parameter ideal: its name in the file.
    static func reading(_ file: String, named ideal: String, by reading: IdealReading) -> ScriptPart {
        let path = "\"" + file.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        let expression =
            switch reading {
            case .code: "(load \(path); value \"\(ideal)\")"
            case .engine: "idealOfFile(N, \(path))"
            }
        return ScriptPart("bench-reading", PackageResources.bench_reading_m2, ["reading": expression])
    }

    static func phcpack(threads: Int) -> ScriptPart {
        ScriptPart("bench-phcpack", PackageResources.bench_phcpack_m2, ["threads": "\(threads)"])
    }
}
