import CrossValidation
import ExactAlgebra

/// The worked examples of the paper, each check against what the paper prints.
public struct ExamplesReport: Sendable {
    public let comparisons: [ExampleComparison]

    public init(_ comparisons: [ExampleComparison]) {
        self.comparisons = comparisons
    }

    public var overall: Verdict { .worst(comparisons.flatMap { $0.checks.map(\.verdict) }) }

    public func rendered(_ format: ReportFormat) throws -> String {
        switch format {
        case .text: return tables.map(\.text).joined(separator: "\n")
        case .markdown: return tables.map(\.markdown).joined(separator: "\n")
        case .latex: return tables.map(\.latex).joined(separator: "\n")
        case .json: return try JSON.text(comparisons.map(Record.init))
        }
    }

    public var tables: [Table] {
        comparisons.map { comparison in
            let statement = comparison.statement
            var table = Table(
                caption: "\(statement.name): \(statement.architecture)",
                header: ["check", "verdict", "the paper", "native", "Macaulay2"], rows: [], alignsRight: false
            )
            for check in comparison.checks {
                table.rows.append(
                    Table.Row(
                        check.statement,
                        [
                            check.verdict.name, check.required ?? "", check.native.answer ?? "?",
                            check.macaulay2.map { $0.answer ?? "?" } ?? "–",
                        ]))
                switch check.verdict {
                case .agrees: break
                case .disagrees(let reason, let witness):
                    let shown = witness.map { "; witness: \($0.description)" } ?? ""
                    table.notes.append("DISAGREEMENT, \(check.statement): \(reason)\(shown)")
                case .undecided(let reason): table.notes.append("undecided, \(check.statement): \(reason)")
                }
            }
            table.notes += statement.generators.map { "generator: \($0.description)" }
            return table
        }
    }

    private struct Record: Encodable {
        let name: String
        let filterSizes: [Int]
        let strides: [Int]
        let generators: [String]
        let checks: [ComparisonReport.Record.Entry]

        init(_ comparison: ExampleComparison) {
            name = comparison.statement.name
            filterSizes = comparison.statement.architecture.filterSizes
            strides = comparison.statement.architecture.strides
            generators = comparison.statement.generators.map(\.description)
            checks = comparison.checks.map(ComparisonReport.Record.Entry.init)
        }
    }
}
