import Foundation
import Macaulay2
import Neurovariety
import Studies
import TestSupport
import Testing
import Training

@testable import Reports

/// Drawings of hard data, as a browser lays them out.
@Suite(.enabled(if: LiveProgram.chromium.isPresent, "no Chromium found"), .serialized) struct BrowserTests {
    private func drawing(_ body: String) -> BrowserDocument {
        .svg("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\">\(body)</svg>", body)
    }

    /// The measurement finds what it is for.
    @Test func problemsAreFound() throws {
        let drawings = [
            ("<text x='5' y='20'>a<text>", "not well-formed"),
            ("<text x='190' y='20'>long text</text>", "leaves"),
            ("<text x='5' y='20'>one</text><text x='15' y='20'>two</text>", "overlap"),
            (
                "<g><rect class='box' x='5' y='5' width='9' height='30'/><text x='5' y='20'>word</text></g>",
                "leaves"
            ),
            (
                "<rect class='paper' x='5' y='5' width='9' height='30'/><text x='5' y='20'>word</text>",
                "leaves"
            ),
            ("<rect width='9' height='9'/>", "nothing is written"),
        ]
        let pages = [
            ("<p>a<p>", "not well-formed"), ("<p style='width:2000px'>a</p>", "wider than the window"),
            ("<p style='position:absolute;top:0'>a</p><p style='position:absolute;top:0'>b</p>", "overlap"),
        ]
        let good = drawing("<g><rect class='box' width='90' height='30'/><text x='5' y='20'>word</text></g>")
        let problems = try BrowserDocument.problems(
            drawings.map { drawing($0.0) }
                + pages.flatMap {
                    BrowserDocument.html("<!doctype html><html><body>\($0.0)</body></html>", $0.0)
                } + [good])
        for (body, problem) in drawings {
            #expect(problems.contains { $0.hasPrefix(body) && $0.contains(problem) }, "\(body): \(problems)")
        }
        for (body, problem) in pages {
            for width in [1200, 500] {
                #expect(
                    problems.contains { $0.hasPrefix("\(body), \(width)") && $0.contains(problem) }, "\(body)"
                )
            }
        }
        #expect(problems.count == drawings.count + 2 * pages.count, "\(problems)")
    }

    @Test func mergeDiagrams() throws {
        let sizes = [
            [4], [1, 1], [2, 3], [2, 3, 4, 5], [2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 7, 8],
            [Int](repeating: 2, count: 16),
            [Int](repeating: 1, count: 40) + [3], [20, 25, 30, 35], [2, 2, 2, 100], [40, 41, 42],
        ]
        let documents = try sizes.map {
            BrowserDocument.svg(MergeDiagramReport(try MergeDiagram(filterSizes: $0)).svg, "\($0)")
        }
        let problems = try BrowserDocument.problems(documents)
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    /// Losses of all sizes, many named points with the same loss, long titles.
    @Test func lossPictures() throws {
        let losses: [[Double]] = [
            [], [0], [5], [1e-20], [1e300], [0, 0], [0, 3, 5], [0, 1e-13, 3, 500], [1, 1 + 1e-15],
            [1e-300, 1e300],
            [Double](repeating: 7, count: 12), (0..<400).map { 100 + Double($0 * 7_919 % 997) / 50 },
        ]
        let documents = losses.enumerated().flatMap { number, losses in
            [1, 3, 40].map { columns in
                let marks = losses.enumerated().map { index, loss in
                    LossPicture.Mark(
                        index: index % columns, loss: loss, kind: index % columns == 0 ? .minimum : .saddle,
                        note: "\(loss)",
                        label: index < 8 ? "global minimum of the neurovariety, not attained: \(loss)" : nil)
                }
                let title =
                    "1234 real of 17730 certified critical points, 56 on the boundary, (2,2,2,2,2,2,2;1,2,1,2,1,2)"
                return BrowserDocument.svg(
                    LossPicture(title: title, showsStanding: true, marks: marks).svg,
                    "\(number), \(columns) columns")
            }
        }
        let problems = try BrowserDocument.problems(documents)
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    @Test func plots() throws {
        let points: [[(Double, Double)]] = [
            [], [(1, 5)], [(1, 0), (2, -3)], [(1, 1e-300), (2, 1e300)], [(0, 1), (1, 1.0000001)],
            (0..<60).map { (Double($0), pow(10, Double($0) / 3)) }, [(-1e9, 1), (3e9, 2e9)],
        ]
        let documents = points.enumerated().flatMap { number, points in
            [true, false].map { isLogarithmic in
                BrowserDocument.svg(
                    Plot(
                        title: "Seconds against the end-to-end filter size, <all> of them", horizontal: "K",
                        vertical: "seconds", isLogarithmic: isLogarithmic,
                        series: (0..<9).map { .init("kernel, Macaulay2, graded \($0)", points) }
                    ).svg, "\(number) \(isLogarithmic)")
            }
        }
        let problems = try BrowserDocument.problems(documents)
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    /// The page with the paper's tables, figure and examples, among them failures.
    @Test func pages() throws {
        let folder = try ScratchFolder()
        let conditions = ValidationConditions(
            program: "lcngen", build: "b", macaulay2: "1.21", timeout: 60, memoryLimit: nil)
        let journal = try ValidationJournal(
            path: folder.path + "/results", conditions: conditions, restarts: false)
        let documents = try ["works", "fails"].flatMap { name in
            let session = try Macaulay2Program.locate(Fixtures.path("fake-m2/\(name)")).session()
            let validation = try Validation.run(
                ArchitectureGrid([
                    Architecture(filterSizes: [2, 2], strides: [2]),
                    Architecture(filterSizes: [2, 2, 2], strides: [2, 2]),
                ]), session: session, options: .init(), journal: journal
            ) { _, _, _ in }
            let paper = try PaperRegeneration.run(
                columns: [2, 3].map { try Architecture(filterSizes: [$0, 2], strides: [3]) },
                session: session,
                journal: journal)
            let report = ValidationReport(
                validation,
                paper: PaperReport(paper, macaulay2: "1.21", limits: RunLimits(seconds: 60)))
            return BrowserDocument.html(report.rendered(.html, by: .test), name)
        }
        let problems = try BrowserDocument.problems(documents)
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }
}
