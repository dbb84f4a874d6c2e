import CrossValidation
import ExactAlgebra
import Exports
import Studies

/// The worked examples of the paper, each check against what the paper prints.
package struct ExamplesReport: Report {
    package let comparisons: [ExampleComparison]

    package init(_ comparisons: [ExampleComparison]) {
        self.comparisons = comparisons
    }

    package var overall: Verdict { .worst(comparisons.flatMap { $0.checks.map(\.verdict) }) }

    package static let formats: [ReportFormat] = [.text, .markdown, .latex, .csv, .json]

    package var tables: [Table] {
        comparisons.map { comparison in
            let statement = comparison.statement
            var table = Table(
                caption: "\(statement.name): \(statement.architecture)", name: statement.name,
                header: ["check", Check.verdictHeading, "the paper", "native", "Macaulay2"],
                keys: Heading.architecture + ["name", "check"], rows: [], alignsRight: false
            )
            for check in comparison.checks {
                table.rows.append(
                    Table.Row(
                        check.statement,
                        [
                            check.verdictCell, Cell(check.required?.description ?? ""),
                            check.native.cell, check.macaulay2?.cell ?? .nothing("–"),
                        ], keys: Cell.fields(statement.architecture) + [check.name.rawValue, check.statement]
                    ))
            }
            table.notes = comparison.checks.notes
            table.notes += statement.generators.map { "generator: \($0.description)" }
            return table
        }
    }

    package var json: JSONValue {
        .object([
            (
                "examples",
                .array(
                    comparisons.map { comparison in
                        let statement = comparison.statement
                        return .about(
                            statement.architecture,
                            [
                                ("name", .string(statement.name)),
                                (
                                    "generators",
                                    .array(statement.generators.map { JSONValue(encoding: $0) })
                                ),
                                ("checks", .array(comparison.checks.map(\.json))),
                            ])
                    })
            ), ("verdict", JSONValue(encoding: overall)),
        ])
    }
}
