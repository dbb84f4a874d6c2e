import ExactAlgebra
import Exports
import Neurovariety

/// The generators of the prime ideal of two layers as SL₂-modules, written down.
package struct ModulesReport: Report {
    package static let formats: [ReportFormat] = [.text, .csv, .json]

    package let modules: GeneratorModules

    package init(_ modules: GeneratorModules) {
        self.modules = modules
    }

    package var tables: [Table] {
        var table = Table(
            caption: "Generators of the prime ideal of \(modules.architecture) as SL₂-modules",
            header: [
                "degree", "multidegree", "dimension", Heading("modules", "highest_weights", "multiplicities"),
            ], rows: [], alignsRight: false)
        for row in modules.rows {
            table.rows.append(
                Table.Row(
                    "\(row.degree)",
                    [
                        Cell(
                            "(" + row.multidegree.map(String.init).joined(separator: ",") + ")",
                            [Cell.list(row.multidegree)]),
                        .count(row.dimension),
                        .modules(row.modules.map { ($0, Integer($1)) }),
                    ]))
        }
        table.notes = [
            "Multidegree: how many factors lie in each q_1, …, q_s. V_λ: highest weight λ, dimension λ + 1.",
            "Minimal generators: for two layers the minors of minimal nonfaces are minimal (proved).",
        ]
        return [table]
    }

    package var json: JSONValue {
        .about(
            modules.architecture,
            [
                (
                    "modules",
                    .array(
                        modules.rows.map { row in
                            .object([
                                ("degree", .integer(Integer(row.degree))),
                                ("multidegree", .integers(row.multidegree)),
                                ("highestWeights", .integers(row.modules.map(\.highestWeight))),
                                ("multiplicities", .integers(row.modules.map(\.multiplicity))),
                            ])
                        })
                )
            ])
    }
}
