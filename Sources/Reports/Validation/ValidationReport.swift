import Foundation

/// A validation written down: disagreements first, with witness and the command that shows them again.
public struct ValidationReport: Sendable {
    public let validation: Validation

    public init(_ validation: Validation) {
        self.validation = validation
    }

    /// `text`, `markdown` or `json`; for HTML see ``ValidationPage``.
    public func rendered(_ format: ReportFormat) throws -> String {
        switch format {
        case .json:
            return try JSON.text(Everything(conditions: validation.conditions, records: validation.records))
        case .markdown:
            return "# Validation of lcngen against Macaulay2\n\n" + findings.map { "- \($0)\n" }.joined()
                + "\n" + table.markdown + "\n" + conclusion + "\n"
        case .latex: return table.latex
        case .text: return findings.map { $0 + "\n" }.joined() + table.text + "\n" + conclusion + "\n"
        }
    }

    private struct Everything: Encodable {
        let conditions: Validation.Conditions
        let records: [ValidationRecord]
    }

    /// Disagreements, then what is undecided.
    var findings: [String] {
        ["disagree", "undecided"].flatMap { verdict in
            validation.records.flatMap { record in
                record.checks.filter { $0.verdict == verdict }.map { Self.line($0, record) }
            }
        }
    }

    private static func line(_ check: ValidationRecord.Entry, _ record: ValidationRecord) -> String {
        let kind = check.verdict == "disagree" ? "DISAGREEMENT" : "undecided"
        let witness = check.witness.map { "; witness \($0)" } ?? ""
        return
            "\(kind) at \(record.name), \(check.statement): \(check.reason ?? "")\(witness) [\(record.command)]"
    }

    var table: Table {
        Table(
            caption: "Checks by architecture",
            header: [
                "(k;s)", "K", "checks", "agree", "undecided", "disagree", "kernel", "ratio J", "seconds",
            ],
            rows: validation.records.map { record in
                func count(_ verdict: String) -> String { "\(record.checks.count { $0.verdict == verdict })" }
                let kernel = record.times.first { $0.work == "kernel, graded" }?.macaulay2
                return Table.Row(
                    record.name,
                    [
                        "\(record.endToEndFilterSize)", "\(record.checks.count)", count("agree"),
                        count("undecided"),
                        count("disagree"), kernel.map(Quantity.seconds) ?? "–",
                        Self.ratio(record).map { "\(Quantity.count(Int($0.rounded())))×" } ?? "–",
                        Quantity.seconds(record.seconds),
                    ])
            },
            notes: [
                "\(validation.conditions.program), Macaulay2 \(validation.conditions.macaulay2); limit a task: "
                    + (validation.conditions.timeout.map(Quantity.limit) ?? "none") + ".",
                "ratio J: the minors of J₁ in Macaulay2 against native, same run.",
            ])
    }

    /// Macaulay2's time for J₁ over the native one.
    static func ratio(_ record: ValidationRecord) -> Double? {
        guard let pair = record.times.first(where: { $0.work == "J1" }), let native = pair.native,
            let other = pair.macaulay2, native > 0
        else { return nil }
        return other / native
    }

    var conclusion: String {
        let records = validation.records
        let checks = records.reduce(0) { $0 + $1.checks.count }
        func count(_ verdict: String) -> Int {
            records.reduce(0) { $0 + $1.checks.count { $0.verdict == verdict } }
        }
        return "\(records.count) architectures, \(checks) checks: \(count("agree")) agree, "
            + "\(count("undecided")) undecided, \(count("disagree")) disagree"
    }
}
