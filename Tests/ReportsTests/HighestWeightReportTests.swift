import Exports
import Neurovariety
import Testing

@testable import Reports

@Suite struct HighestWeightReportTests {
    @Test func countsByDegree() throws {
        let ideal = HighestWeightIdeal.run(
            try Architecture(filterSizes: [5, 5], strides: [3]), maxDegree: 4)
        let report = HighestWeightReport(try #require(ideal))
        #expect(report.text.contains("3                   80                  80\n"))
        #expect(report.text.contains("4                1,065                  35\n"))
        #expect(report.json["filterSizes"] == "[5, 5]")
        #expect(report.json.member("degrees")?["4"] == "35")
        #expect(report.json.member("dimensions")?["4"] == "1065")
    }
}
