import ExactAlgebra
import Foundation
import Neurovariety
import Studies
import Testing
import Training

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct TrainingReportTests {
    @Test func table3AgreesWithThePaper() throws {
        let table = try Table3(largest: 9)
        #expect(table.agreement == (64, 64))
        #expect(table.isSymmetric)
        #expect(Table3Report(table).table.text.contains("64 of 64"))
        let larger = try Table3(largest: 12)
        #expect(larger.agreement == (64, 64) && larger.values.count == 11)
        #expect(try Table3(largest: 3).agreement == (4, 4))
    }

    /// Well-formed by a parser that is not ours.
    private func isXML(_ text: String) -> Bool {
        let parser = XMLParser(data: Data(text.utf8))
        return parser.parse()
    }

    @Test func drawingsAreWellFormed() throws {
        let figure = MergeDiagramReport(try MergeDiagram(filterSizes: [2, 3, 4, 5]))
        #expect(isXML(figure.svg) && figure.svg.contains("2976084") && figure.text.contains("C(6,6) = 17730"))
        #expect(isXML(Table3Report(try Table3(largest: 5)).plot.svg))
        for isLogarithmic in [true, false] {
            for points in [
                [], [(1.0, 5.0)], [(1, 0), (2, -3)], [(1, 1e-300), (2, 1e300)], [(0, .nan), (1, 2)],
            ] as [[(Double, Double)]] {
                let plot = Plot(
                    title: "<&\">", horizontal: "x", vertical: "y", isLogarithmic: isLogarithmic,
                    series: [.init("a & b", points)])
                #expect(isXML(plot.svg), "\(points)")
            }
        }
    }

    @Test func criticalPointsInEveryFormat() throws {
        let problem = try TrainingProblem.random(
            Architecture(filterSizes: [2, 2], strides: [2]), outputWidth: 1, seed: 1)
        let report = CriticalPointsReport(try CriticalPoints.run(problem), seconds: 0.1)
        #expect(report.text.contains("6 certified") && report.text.contains("global minimum"))
        let parsed = try JSONSerialization.jsonObject(with: Data(report.json.text.utf8)) as? [String: Any]
        #expect(parsed?["isComplete"] as? Bool == true && parsed?["expected"] as? Int == 6)
        let rows = report.csv.split(separator: "\n")
        #expect(rows.count == 1 + ((parsed?["real"] as? [Any])?.count ?? -1))
        #expect(isXML(report.svg))
    }
}
