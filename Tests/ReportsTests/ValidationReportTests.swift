import CrossValidation
import ExactAlgebra
import Foundation
import Macaulay2
import Neurovariety
import Studies
import TestSupport
import Testing

@testable import Reports

@Suite struct ValidationReportTests {
    private func record(_ sizes: [Int], _ second: Verdict.Kind) throws -> ValidationRecord {
        let ours = Finding(answer: .count(1), basis: "here")
        let theirs: Finding
        switch second {
        case .agree: theirs = Finding(answer: .count(1), basis: "there")
        case .disagree:
            theirs = Finding(
                answer: .count(2), basis: "there", witness: try Polynomial(terms: [([0, 3], 1)]))
        case .undecided: theirs = .undecided("because <b>")
        }
        return ValidationRecord(
            try Architecture(filterSizes: sizes, strides: [2]),
            checks: [
                Check(
                    name: .jInI, statement: "J ⊆ I <&>", native: .of(true, basis: "proved"), macaulay2: nil),
                Check(name: .minorsJ1, statement: "minors", native: ours, macaulay2: theirs),
            ],
            times: [
                .init(work: .firstMinors, native: 0.001, macaulay2: 0.5),
                .init(work: .gradedKernel, native: nil, macaulay2: 2),
                .init(work: .minimalNonfaces, native: 0.002, macaulay2: nil),
            ], seconds: 1)
    }

    @Test func disagreementsComeFirst() throws {
        let validation = Validation(
            records: [
                try record([2, 2], .undecided), try record([3, 2], .disagree),
                try record([4, 2], .agree),
            ],
            conditions: ValidationConditions(
                program: "lcngen", build: "b", macaulay2: "1.21", timeout: 60, memoryLimit: nil))
        #expect(validation.verdict.kind == .disagree)
        let report = ValidationReport(validation)
        let text = report.rendered(.text, by: .test)
        #expect(text.hasPrefix("DISAGREEMENT at (3,2;2)"))
        #expect(text.contains("witness w_0*w_3 [lcngen compare --k 3,2 --s 2]"))
        #expect(
            text.contains("500×")
                && text.contains("3 architectures, 6 checks: 4 agree, 1 undecided, 1 disagree"))
        let page = ValidationPage(report, sections: [("More", "<p>x</p>")]).html
        #expect(page.contains("because &lt;b&gt;") && !page.contains("<b>") && page.contains("✗"))
        // Self-contained: nothing is fetched.
        #expect(!page.contains("src=") && !page.contains("href=") && !page.contains("url("))
        _ = try JSONSerialization.jsonObject(with: Data(report.rendered(.json, by: .test).utf8))
    }

    /// Every series of the page has points, from a whole comparison with what a real Macaulay2 said: no name of a work
    /// that changes empties a plot.
    @Test func plotsAreNotEmpty() throws {
        let folder = try ScratchFolder()
        let conditions = ValidationConditions(
            program: "lcngen", build: "b", macaulay2: "1.21", timeout: 60, memoryLimit: nil)
        let validation = try Validation.run(
            ArchitectureGrid([
                Architecture(filterSizes: [2, 2], strides: [2]),
                Architecture(filterSizes: [2, 2], strides: [3]),
            ]), session: Macaulay2Program.locate(Fixtures.path("fake-m2/replays")).session(),
            options: .init(),
            journal: ValidationJournal(
                path: folder.path + "/results", conditions: conditions, restarts: false)
        ) { _, _, _ in }
        let page = ValidationPage(ValidationReport(validation))
        #expect(
            page.plots.map { $0.series.map(\.name) } == [
                ["kernel, Macaulay2, graded", "J₁, Macaulay2", "J₁, native", "prime ideal, native"],
                ["ratio"],
            ])
        #expect(page.plots.allSatisfy { $0.series.allSatisfy { $0.points.count == 2 } })
        #expect(!page.html.contains("no data"))
    }
}
