import Exports
import Neurovariety
import Testing

@testable import Reports

@Suite struct LinearAlgebraReportTests {
    @Test func countsByDegree() throws {
        let report = LinearAlgebraReport(
            try LinearAlgebraIdeal.run(
                Architecture(filterSizes: [3, 2, 2], strides: [2, 2]), maxDegree: 3, liftsElements: false))
        #expect(report.text.hasPrefix("The vanishing ideal of (3,2,2;2,2) by linear algebra\n"))
        #expect(
            report.text.contains(
                "3                   35                        10                  10\n"))
        #expect(report.json.member("degrees")?["2"] == "3")
        #expect(report.json.member("reducedBasis")?["3"] == "10")
        #expect(report.json.member("dimensions")?["3"] == "35")
    }
}
