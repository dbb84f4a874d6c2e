import CrossValidation
import Foundation
import Studies
import TestSupport
import Testing

@testable import Reports

@Suite struct ValidationReportTests {
    private func record(_ sizes: [Int], verdict: String) throws -> ValidationRecord {
        let json = """
            {"architecture": {"filterSizes": \(sizes), "strides": [2]}, "seconds": 1,
             "times": [{"work": "J1", "native": 0.001, "macaulay2": 0.5}, {"work": "kernel, graded", "macaulay2": 2}],
             "checks": [{"name": "jInI", "statement": "J ⊆ I <&>", "verdict": "agree", "native": "yes"},
                        {"name": "minorsJ1", "statement": "minors", "verdict": "\(verdict)", "native": "1",
                         "macaulay2": "2", "reason": "because <b>", "witness": "w_0*w_3"}]}
            """
        return try JSONDecoder().decode(ValidationRecord.self, from: Data(json.utf8))
    }

    @Test func disagreementsComeFirst() throws {
        let validation = Validation(
            records: [
                try record([2, 2], verdict: "undecided"), try record([3, 2], verdict: "disagree"),
                try record([4, 2], verdict: "agree"),
            ],
            conditions: ValidationConditions(
                program: "lcngen", build: "b", macaulay2: "1.21", timeout: 60, memoryLimit: nil))
        #expect(validation.verdict.name == "disagree")
        let report = ValidationReport(validation)
        let text = report.rendered(.text)
        #expect(text.hasPrefix("DISAGREEMENT at (3,2;2)"))
        #expect(text.contains("witness w_0*w_3 [lcngen compare --k 3,2 --s 2]"))
        #expect(
            text.contains("500×")
                && text.contains("3 architectures, 6 checks: 4 agree, 1 undecided, 1 disagree"))
        let page = ValidationPage(report, sections: [("More", "<p>x</p>")]).html
        #expect(page.contains("because &lt;b&gt;") && !page.contains("<b>") && page.contains("✗"))
        // Self-contained: nothing is fetched.
        #expect(!page.contains("src=") && !page.contains("href=") && !page.contains("url("))
        _ = try JSONSerialization.jsonObject(with: Data(report.rendered(.json).utf8))
    }
}
