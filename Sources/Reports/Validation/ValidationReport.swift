import CrossValidation
import Exports
import Neurovariety
import Studies

/// A validation written down: disagreements first, with witness and the command that shows them again.
package struct ValidationReport: Report {
    package let validation: Validation

    private let paper: PaperReport?

    /// - Parameter paper: stands behind the validation in text, Markdown and HTML.
    package init(_ validation: Validation, paper: PaperReport? = nil) {
        self.validation = validation
        self.paper = paper
    }

    package static let formats: [ReportFormat] = [.text, .markdown, .latex, .csv, .json, .html]

    /// The worst of the validation and of the paper.
    package var verdict: Verdict {
        .worst([validation.verdict] + (paper?.findings.map(\.verdict) ?? []))
    }

    package var tables: [Table] { [table] }

    package func text(width: Int?) -> String {
        let own = findings.map { $0 + "\n" }.joined() + table.text(width: width) + "\n" + conclusion + "\n"
        guard let paper else { return own }
        return own + paper.findings.map { $0.text + "\n" }.joined() + paper.text(width: width)
    }

    package var markdown: String {
        let own =
            "# Validation of lcngen against Macaulay2\n\n" + findings.map { "- \($0)\n" }.joined() + "\n"
            + table.markdown + "\n" + conclusion + "\n"
        guard let paper else { return own }
        return own + paper.findings.map { "\n- \($0.text)\n" }.joined() + paper.markdown
    }

    package var html: String {
        ValidationPage(
            self, sections: paper?.sections ?? [], sectionFindings: paper?.findings.map(\.text) ?? []
        ).html
    }

    /// Conditions and records as the results file has them.
    package var json: JSONValue {
        .object([
            ("verdict", JSONValue(encoding: verdict)),
            ("conditions", JSONValue(encoding: validation.conditions)),
            (
                "architectures",
                .array(
                    validation.records.map { record in
                        .about(
                            record.architecture,
                            [
                                ("checks", .array(record.checks.map { JSONValue(encoding: $0) })),
                                ("times", .array(record.times.map { JSONValue(encoding: $0) })),
                                ("seconds", .number(record.seconds)),
                            ])
                    })
            ),
        ])
    }

    /// Disagreements, then what is undecided.
    var findings: [String] {
        [Verdict.Kind.disagree, .undecided].flatMap { kind in
            validation.records.flatMap { record in
                record.checks.filter { $0.verdict.kind == kind }.compactMap { check in
                    check.verdict.finding(
                        at: "\(record.architecture), \(check.statement)",
                        command: Self.command(record.architecture))
                }
            }
        }
    }

    /// The command that shows it again.
    private static func command(_ architecture: Architecture) -> String {
        func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }
        return "lcngen compare --k \(list(architecture.filterSizes))"
            + (architecture.strides.isEmpty ? "" : " --s \(list(architecture.strides))")
    }

    var table: Table {
        Table(
            caption: "Checks by architecture",
            header: [
                "(k;s)", "K", "checks", "agree", "undecided", "disagree",
                Heading("kernel", "kernel_seconds"), Heading("ratio J₁", "ratio_J1"), "seconds",
            ], keys: Heading.architecture,
            rows: validation.records.map { record in
                func count(_ kind: Verdict.Kind) -> Cell {
                    "\(record.checks.count { $0.verdict.kind == kind })"
                }
                let kernel = record.times[.gradedKernel]?.macaulay2
                return Table.Row(
                    "\(record.architecture)",
                    [
                        "\(record.architecture.endToEndFilterSize)", "\(record.checks.count)", count(.agree),
                        count(.undecided),
                        count(.disagree), .seconds(kernel),
                        record.times[.firstMinors]?.ratio.map { .ratio($0) } ?? .nothing("–"),
                        .seconds(record.seconds),
                    ], keys: Cell.fields(record.architecture))
            },
            notes: [
                "\(validation.conditions.program), Macaulay2 \(validation.conditions.macaulay2); limit a task: "
                    + (validation.conditions.timeout.map(Quantity.limit) ?? "none") + ".",
                "kernel: in Macaulay2, graded. ratio J₁: its minors, expanded and kept, in Macaulay2 against native, same run. "
                    + "seconds: of all checks, native and in Macaulay2.",
            ], dispensable: ["seconds", "ratio J₁", "kernel"])
    }

    var conclusion: String {
        let records = validation.records
        let checks = records.reduce(0) { $0 + $1.checks.count }
        func count(_ kind: Verdict.Kind) -> Int {
            records.reduce(0) { $0 + $1.checks.count { $0.verdict.kind == kind } }
        }
        return "\(records.count) architectures, \(checks) checks: \(count(.agree)) agree, "
            + "\(count(.undecided)) undecided, \(count(.disagree)) disagree"
    }
}
