import ExactAlgebra
import Exports
import Neurovariety

/// The components of a singular locus, written down.
package struct SingularLocusReport: Report {
    package static let formats: [ReportFormat] = [.text, .csv, .json]

    private let locus: SingularLocus
    /// Of the prime ideal of each component, by degree; nil where they were not counted.
    private let generators: [[Int: Integer]?]

    /// - Parameter generators: how many the prime ideal of each of the first components has, by degree.
    package init(_ locus: SingularLocus, generators: [[Int: Integer]?] = []) {
        self.locus = locus
        self.generators = locus.components.indices.map { $0 < generators.count ? generators[$0] : nil }
    }

    /// As given, and reduced where that is another: `(3,3,2;1,2) [reduced: (5,2;2)]`.
    static func name(_ architecture: Architecture) -> String {
        let reduced = architecture.reduced
        return reduced == architecture ? "\(architecture)" : "\(architecture) [reduced: \(reduced)]"
    }

    /// How singular it is, in a few words.
    static func words(_ locus: SingularLocus) -> String {
        if locus.isLinear { return "smooth: a linear space" }
        guard let codimension = locus.codimension else { return "smooth away from 0" }
        return "singular in codimension \(codimension)"
    }

    private var caption: String {
        let name = Self.name(locus.architecture)
        if locus.isLinear { return "The neurovariety of \(name) is a linear space, without singular points." }
        let count = locus.components.count
        guard count > 0 else {
            return "The neurovariety of \(name) is smooth away from 0, and singular in 0: proved."
        }
        return "Singular locus of the neurovariety of \(name): \(count) "
            + (count == 1 ? "component" : "components") + ", with 0 in each, proved"
    }

    package var tables: [Table] {
        let blocks = locus.architecture.blocks
        func layers(_ block: Int) -> String {
            blocks[block].layers.map { "\($0 + 1)" }.joined(separator: ", ")
        }
        var table = Table(
            caption: caption, name: "components",
            header: [
                "component", Heading("factor moves", "layer"), Heading("k(ℓ);s", "filter_sizes", "strides"),
                Heading("reduced", "reduced_filter_sizes", "reduced_strides"), "dimension", "codimension",
                "degree", "branches", "generators",
            ],
            rows: zip(locus.components, generators).enumerated().map { index, row in
                let (component, generators) = row
                let (architecture, reduced) = (component.architecture, component.architecture.reduced)
                return Table.Row(
                    "\(index + 1)",
                    [
                        Cell(
                            "layer \(layers(component.layer)) → \(layers(component.layer + 1))",
                            ["\(component.layer + 1)"]),
                        Cell("\(architecture)", Cell.fields(architecture)),
                        Cell("\(reduced)", Cell.fields(reduced)),
                        .count(architecture.dimension), .count(locus.codimension(of: component)),
                        .count(architecture.degree), .count(component.branchCount),
                        generators.map { .count($0.values.reduce(.zero, +)) } ?? .nothing("–"),
                    ])
            }, dispensable: ["branches", "codimension", "reduced"])
        guard !locus.components.isEmpty else {
            return [table]
        }
        table.notes = [
            "Dimensions are those of affine cones; codimension: in the neurovariety. Branches: so many, all smooth, go through a general point."
        ]
        if generators.contains(nil) {
            table.notes.append(
                "Generators that are missing were too many to count, or the count was stopped.")
        }
        return [table]
    }

    /// Without components a sentence says all.
    package func text(width: Int?) -> String {
        locus.components.isEmpty ? caption + "\n" : tables.map { $0.text(width: width) }.joined()
    }

    package var json: JSONValue { .about(locus.architecture, Self.members(locus, generators)) }

    static func members(
        _ locus: SingularLocus, _ generators: [[Int: Integer]?]
    ) -> [(String, JSONValue?)] {
        let blocks = locus.architecture.blocks
        func layers(_ block: Int) -> JSONValue { .integers(blocks[block].layers.map { $0 + 1 }) }
        return [
            ("reduced", .about(locus.architecture.reduced, [])),
            ("dimension", .integer(locus.architecture.dimension)),
            ("degree", .integer(locus.architecture.degree)),
            ("claim", .string("proved")),
            ("isSmoothAwayFromZero", .boolean(locus.isSmoothAwayFromZero)),
            ("isSmoothAtZero", .boolean(locus.isLinear)),
            ("codimension", locus.codimension.map { .integer($0) } ?? .null),
            (
                "components",
                .array(
                    zip(locus.components, generators).map { component, generators in
                        let architecture = component.architecture
                        return .about(
                            architecture,
                            [
                                ("reduced", .about(architecture.reduced, [])),
                                ("layer", .integer(component.layer + 1)),
                                ("movesFrom", layers(component.layer)),
                                ("movesTo", layers(component.layer + 1)),
                                ("dimension", .integer(architecture.dimension)),
                                ("codimension", .integer(locus.codimension(of: component))),
                                ("degree", .integer(architecture.degree)),
                                ("branches", .integer(component.branchCount)),
                                ("generators", .byDegree(generators)),
                            ])
                    })
            ),
        ]
    }
}
