import CrossValidation
import ExactAlgebra
import Studies

/// A comparison as text, Markdown or JSON: disagreements first, with their witness.
package struct ComparisonReport: Report {
    package let comparison: ArchitectureComparison

    package init(_ comparison: ArchitectureComparison) {
        self.comparison = comparison
    }

    package static let formats: [ReportFormat] = [.text, .markdown, .latex, .json]

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
            header: ["check", "verdict", "native", "Macaulay2", "native answer rests on"], rows: [],
            alignsRight: false, dispensable: ["native answer rests on"])
        for check in comparison.checks {
            table.rows.append(
                Table.Row(
                    check.statement,
                    [
                        check.verdict.kind.rawValue, check.native.answer?.description ?? "?",
                        check.macaulay2.map { $0.answer?.description ?? "?" } ?? "–",
                        check.native.basis,
                    ]))
            if let note = check.verdict.note(check.statement) {
                table.notes.insert(note, at: check.verdict.kind == .disagree ? 0 : table.notes.count)
            } else if let witness = check.native.witness {
                table.notes.append("\(check.statement): no, by \(Self.shortened(witness))")
            }
        }
        return table
    }

    private static func shortened(_ polynomial: Polynomial) -> String {
        let text = polynomial.description
        return text.count <= 90 ? text : "\(text.prefix(80))… (\(polynomial.termCount) terms)"
    }

    private var timeTable: Table {
        func cell(_ seconds: Double?) -> String { seconds.map(Quantity.seconds) ?? "–" }
        return Table(
            caption: "Times",
            header: ["work", "native", "Macaulay2", "ratio"],
            rows: comparison.times.map { pair in
                Table.Row(
                    "\(pair.work)",
                    [cell(pair.native), cell(pair.macaulay2), pair.ratio.map(Quantity.ratio) ?? ""])
            },
            notes: [
                "Generators: all polynomials expanded and kept, on both sides; without start and reading."
            ])
    }

    package var json: JSONValue {
        .about(
            comparison.architecture,
            [
                ("macaulay2Version", .string(comparison.macaulay2Version.description)),
                ("verdict", .string(comparison.overall.kind.rawValue)),
                ("checks", .array(comparison.checks.map(\.json))),
                ("seconds", .array(comparison.times.map(\.json))),
            ])
    }
}

extension Check {
    var json: JSONValue {
        .members([
            ("name", .string(name.rawValue)), ("statement", .string(statement)),
            ("verdict", .string(verdict.kind.rawValue)),
            ("native", native.json), ("macaulay2", macaulay2?.json),
        ])
    }
}

extension Finding {
    fileprivate var json: JSONValue {
        .members([
            ("answer", answer.map { .string("\($0)") }), ("basis", .string(basis)),
            ("witness", witness.map { .string($0.description) }), ("seconds", seconds.map { .number($0) }),
        ])
    }
}

extension TimePair {
    var json: JSONValue {
        .members([
            ("work", .string("\(work)")), ("native", native.map { .number($0) }),
            ("macaulay2", macaulay2.map { .number($0) }),
        ])
    }
}
