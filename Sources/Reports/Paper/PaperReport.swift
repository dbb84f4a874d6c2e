import CrossValidation
import Macaulay2
import Studies

/// What the paper prints, made again, written down.
package struct PaperReport: Sendable {
    private let table2: Table2Report
    private let table3: Table3Report
    private let figure1: MergeDiagramReport
    private let examples: ExamplesReport

    /// - Parameter macaulay2: its version.
    package init(_ paper: PaperRegeneration, macaulay2: String, limits: RunLimits) {
        table2 = Table2Report(paper.table2, macaulay2: macaulay2, limits: limits)
        table3 = Table3Report(paper.table3)
        figure1 = MergeDiagramReport(paper.figure1)
        examples = ExamplesReport(paper.examples)
    }

    /// What differs from the paper, or could not be decided; none if all agrees. Times do not agree or disagree.
    package var findings: [(verdict: Verdict, text: String)] {
        var findings: [(verdict: Verdict, text: String)] = []
        func add(_ verdict: Verdict, _ place: String, _ command: String) {
            if let text = verdict.finding(at: place, command: command) { findings.append((verdict, text)) }
        }
        let (printed, equal) = table3.table3.agreement
        if printed != equal || !table3.table3.isSymmetric {
            add(
                .disagrees(.printedValues(equal: equal, of: printed), witness: nil), "Table 3",
                "lcngen table3")
        }
        for comparison in examples.comparisons {
            for check in comparison.checks {
                add(check.verdict, "\(comparison.statement.name), \(check.statement)", "lcngen examples")
            }
        }
        for error in table2.measurement.errors {
            add(.undecided(.init(nil, error)), "Table 2", "lcngen table2")
        }
        return Verdict.Kind.allCases.flatMap { kind in findings.filter { $0.verdict.kind == kind } }
    }

    /// Titles with finished HTML, for ``ValidationPage``.
    package var sections: [(title: String, html: String)] {
        [
            ("The paper's Table 2", table2.table.html),
            ("The paper's Table 3", table3.table.html + "<figure>\(table3.svg)</figure>\n"),
            ("The paper's Figure 1", "<figure>\(figure1.svg)</figure>\n"),
            ("The paper's examples", examples.tables.map(\.html).joined()),
        ]
    }

    package func text(width: Int?) -> String {
        "\n"
            + [
                table2.text(width: width), table3.text(width: width), "Figure 1\n\n\(figure1.text)",
                examples.text(width: width),
            ].joined(separator: "\n")
    }

    package var markdown: String {
        let sections = [
            ("Table 2", table2.markdown), ("Table 3", table3.markdown),
            ("Figure 1", "```\n\(figure1.text)```\n"), ("examples", examples.markdown),
        ]
        return sections.map { "\n## The paper's \($0)\n\n\($1)" }.joined()
    }
}
