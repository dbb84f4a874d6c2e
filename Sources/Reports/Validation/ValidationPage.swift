import CrossValidation
import PlatformBasics
import Studies

/// One self-contained page: findings, an agreement matrix, plots, and the paper's tables where asked for.
package struct ValidationPage: Sendable {
    private let report: ValidationReport
    /// Further sections: a title and finished HTML.
    private let sections: [(title: String, html: String)]
    /// Lines about what is in these sections and does not agree.
    private let sectionFindings: [String]

    package init(
        _ report: ValidationReport, sections: [(title: String, html: String)] = [],
        sectionFindings: [String] = []
    ) {
        self.report = report
        self.sections = sections
        self.sectionFindings = sectionFindings
    }

    package var html: String {
        var text = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>lcngen against Macaulay2</title>
            <style>\(PageStyle.shared)</style></head><body>
            <h1>lcngen against Macaulay2</h1>
            <p>\(escape(report.conclusion)).</p>

            """
        let findings = report.findings + sectionFindings
        if findings.isEmpty {
            text += "<p>No disagreement, nothing undecided.</p>\n"
        } else {
            text +=
                "<h2>Findings</h2>\n<ul>\n"
                + findings.map { "<li>\(escape($0))</li>\n" }.joined() + "</ul>\n"
        }
        text += "<h2>Agreement</h2>\n" + matrix
        text += "<h2>Times</h2>\n" + plots.map { "<figure>\($0.svg)</figure>\n" }.joined()
        text += report.table.html
        for section in sections { text += "<h2>\(escape(section.title))</h2>\n\(section.html)" }
        return text + "</body></html>\n"
    }

    private func escape(_ text: String) -> String { SVGStyle.escaped(text) }

    /// Architectures against checks: a sign and a color for each verdict.
    private var matrix: String {
        var names: [(name: CheckName, statement: String)] = []
        for check in report.validation.records.flatMap(\.checks)
        where !names.contains(where: { $0.name == check.name }) {
            names.append((check.name, check.statement))
        }
        var text =
            "<div class=\"scroll\"><table class=\"matrix\"><caption><span>✓ agree, ✗ disagree, ? undecided, · not asked</span></caption>\n<thead><tr><th>(k;s)</th>"
        text +=
            names.map { "<th title=\"\(escape($0.statement))\">\(escape($0.name.rawValue))</th>" }.joined()
            + "</tr></thead>\n<tbody>\n"
        for record in report.validation.records {
            text += "<tr><th scope=\"row\">\(escape("\(record.architecture)"))</th>"
            for (name, _) in names {
                let kind = record.checks.first { $0.name == name }?.verdict.kind
                let word = kind?.rawValue ?? ""
                text +=
                    "<td class=\"\(word)\" title=\"\(escape(name.rawValue)): \(word)\">\(Self.sign(kind))</td>"
            }
            text += "</tr>\n"
        }
        return text + "</tbody></table></div>\n"
    }

    private static func sign(_ kind: Verdict.Kind?) -> String {
        switch kind {
        case .agree: return "✓"
        case .disagree: return "✗"
        case .undecided: return "?"
        case nil: return "·"
        }
    }

    /// Each series finds its times by the work that was timed.
    var plots: [Plot] {
        let records = report.validation.records
        func series(_ name: String, _ work: Work, _ side: (TimePair) -> Double?) -> Plot.Series {
            Plot.Series(
                name,
                records.compactMap { record in
                    record.times[work].flatMap(side).map {
                        (Double(record.architecture.endToEndFilterSize), $0)
                    }
                }, isJoined: false)
        }
        return [
            Plot(
                title: "Seconds against the end-to-end filter size", horizontal: "K", vertical: "seconds",
                isLogarithmic: true,
                series: [
                    series("kernel, Macaulay2, graded", .gradedKernel, \.macaulay2),
                    series("J₁, Macaulay2", .firstMinors, \.macaulay2),
                    series("J₁, native", .firstMinors, \.native),
                    series("prime ideal, native", .minimalNonfaces, \.native),
                ]),
            Plot(
                title: "J₁: Macaulay2's time over the native one", horizontal: "K", vertical: "ratio",
                isLogarithmic: true,
                series: [
                    Plot.Series(
                        "ratio",
                        records.compactMap { record in
                            record.times[.firstMinors]?.ratio.map {
                                (Double(record.architecture.endToEndFilterSize), $0)
                            }
                        }, isJoined: false)
                ]),
        ]
    }
}
