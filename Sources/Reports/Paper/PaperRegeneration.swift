import CrossValidation
import Macaulay2
import Neurovariety
import Training

/// Everything that the paper prints as a table, figure or worked example, made again.
public struct PaperRegeneration: Sendable {
    public let table2: Table2Report
    public let table3: Table3Report
    public let figure1: MergeDiagramReport
    public let examples: ExamplesReport

    /// Table 2, which takes long, goes on from the columns of a journal, and is written there column by column.
    ///
    /// - Parameters:
    ///   - columns: the architectures of Table 2.
    ///   - progress: called with what is going on.
    /// - Throws: where a file cannot be written, or an architecture is too large for polynomials.
    public init(
        columns: [Architecture], options: Table2Measurement.Options, macaulay2: String,
        journal: ValidationJournal, progress: (String) -> Void = { _ in }
    ) throws {
        table3 = try Table3Report(largest: 9)
        figure1 = MergeDiagramReport(try MergeDiagram(filterSizes: [2, 3, 4, 5]))
        examples = ExamplesReport(
            try PaperData.statements().map { statement in
                progress(statement.name)
                return try ExampleComparison(
                    statement, program: options.program, limits: options.limits, keep: options.keep,
                    tool: options.tool, command: options.command)
            })
        let measurement = try Table2Measurement(
            columns, options: options, known: journal.columns, finished: journal.append, progress: progress)
        table2 = Table2Report(
            measurement, macaulay2: macaulay2, limitSeconds: options.limits.seconds,
            memoryMegabytes: options.limits.memoryMegabytes)
    }

    /// What differs from the paper, or could not be decided; none if all agrees. Times do not agree or disagree.
    public var findings: [(verdict: Verdict, text: String)] {
        var findings: [(verdict: Verdict, text: String)] = []
        func add(_ verdict: Verdict, _ place: String, _ command: String) {
            switch verdict {
            case .agrees: break
            case .disagrees(let reason, let witness):
                let shown = witness.map { "; witness \($0)" } ?? ""
                findings.append((verdict, "DISAGREEMENT at \(place): \(reason)\(shown) [\(command)]"))
            case .undecided(let reason):
                findings.append((verdict, "undecided at \(place): \(reason) [\(command)]"))
            }
        }
        let (printed, equal) = table3.agreement
        if printed != equal || !table3.isSymmetric {
            add(
                .disagrees("\(equal) of \(printed) printed values are equal", nil), "Table 3",
                "lcngen table3")
        }
        for comparison in examples.comparisons {
            for check in comparison.checks {
                add(check.verdict, "\(comparison.statement.name), \(check.statement)", "lcngen examples")
            }
        }
        for error in table2.measurement.errors { add(.undecided(error), "Table 2", "lcngen table2") }
        return findings.sorted { $0.verdict.rank < $1.verdict.rank }
    }

    /// Titles with finished HTML, for ``ValidationPage``.
    public var sections: [(title: String, html: String)] {
        get throws {
            [
                ("The paper's Table 2", try table2.table().html),
                ("The paper's Table 3", table3.table.html + "<figure>\(table3.plot.svg)</figure>\n"),
                ("The paper's Figure 1", "<figure>\(figure1.svg)</figure>\n"),
                ("The paper's examples", examples.tables.map(\.html).joined()),
            ]
        }
    }

    public var text: String {
        get throws {
            try "\n" + table2.table().text + "\n" + table3.table.text + "\nFigure 1\n\n" + figure1.text + "\n"
                + examples.rendered(.text)
        }
    }

    public var markdown: String {
        get throws {
            try "\n## The paper's Table 2\n\n" + table2.table().markdown + "\n## The paper's Table 3\n\n"
                + table3.table.markdown + "\n## The paper's Figure 1\n\n```\n" + figure1.text
                + "```\n\n## The paper's examples\n\n" + examples.rendered(.markdown)
        }
    }
}
