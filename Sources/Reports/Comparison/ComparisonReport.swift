import CrossValidation
import ExactAlgebra
import Exports
import Studies

/// A comparison as text, Markdown or JSON: disagreements first, with their witness.
package struct ComparisonReport: Report {
    package let comparison: ArchitectureComparison

    package init(_ comparison: ArchitectureComparison) {
        self.comparison = comparison
    }

    package static let formats: [ReportFormat] = [.text, .markdown, .latex, .csv, .json]

    package var tables: [Table] { [checkTable, timeTable] }
    package func text(width: Int?) -> String {
        checkTable.text(width: width) + "\n" + timeTable.text(width: width) + "\n" + conclusion + "\n"
    }
    package var markdown: String {
        checkTable.markdown + "\n" + timeTable.markdown + "\n" + conclusion + "\n"
    }

    private var conclusion: String {
        switch comparison.overall {
        case .agrees: return "\(comparison.architecture): every check agrees"
        case .disagrees: return "\(comparison.architecture): a check DISAGREES"
        case .undecided: return "\(comparison.architecture): no disagreement, but not everything was decided"
        }
    }

    private var checkTable: Table {
        var table = Table(
            caption:
                "\(comparison.architecture): native results against Macaulay2 \(comparison.macaulay2Version)",
            name: "checks",
            header: [
                "check", Check.verdictHeading, "native", "Macaulay2",
                Heading("native answer rests on", "basis"),
            ], keys: ["name", "check"], rows: [],
            alignsRight: false,
            dispensable: ["native answer rests on"])
        for check in comparison.checks {
            table.rows.append(
                Table.Row(
                    check.statement,
                    [
                        check.verdictCell, check.native.cell,
                        check.macaulay2?.cell ?? .nothing("–"), Cell(check.native.basis),
                    ], keys: [check.name.rawValue, check.statement]))
        }
        table.notes = comparison.checks.notes
        for check in comparison.checks where check.verdict.kind != .disagree {
            guard let witness = check.native.witness else { continue }
            table.notes.append("\(check.statement): no, by \(Self.shortened(witness))")
        }
        return table
    }

    private static func shortened(_ polynomial: Polynomial) -> String {
        let text = polynomial.description
        return text.count <= 90 ? text : "\(text.prefix(80))… (\(polynomial.termCount) terms)"
    }

    private var timeTable: Table {
        Table(
            caption: "Times", name: "times",
            header: [
                "work", Heading("native", "native_seconds"), Heading("Macaulay2", "macaulay2_seconds"),
                "ratio",
            ],
            rows: comparison.times.map { pair in
                Table.Row(
                    "\(pair.work)",
                    [
                        .seconds(pair.native), .seconds(pair.macaulay2),
                        pair.ratio.map { .ratio($0) } ?? .nothing(),
                    ], keys: [pair.work.rawValue])
            },
            notes: [
                "Generators: all polynomials expanded and kept, on both sides; without start and reading."
            ])
    }

    package var json: JSONValue {
        .about(
            comparison.architecture,
            [
                ("macaulay2", .string(comparison.macaulay2Version.description)),
                ("verdict", JSONValue(encoding: comparison.overall)),
                ("checks", .array(comparison.checks.map(\.json))),
                ("times", .array(comparison.times.map { JSONValue(encoding: $0) })),
            ])
    }
}

extension Check {
    var json: JSONValue {
        .members([
            ("name", .string(name.rawValue)), ("statement", .string(statement)),
            ("verdict", JSONValue(encoding: verdict)),
            ("native", native.json), ("macaulay2", macaulay2?.json),
        ])
    }
}

extension Finding {
    var cell: Cell { answer.map { Cell("\($0)") } ?? .nothing("?") }

    fileprivate var json: JSONValue {
        .members([
            ("answer", answer.map { JSONValue(encoding: $0) }), ("basis", .string(basis)),
            ("witness", witness.map { JSONValue(encoding: $0) }), ("seconds", seconds.map { .number($0) }),
        ])
    }
}
