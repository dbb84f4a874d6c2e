import Exports
import Testing
import Training

@testable import Reports

@Suite struct DegreeReportTests {
    @Test func aNumber() throws {
        let report = DegreeReport(try EuclideanDistanceDegree(filterSizes: [3, 3]))
        #expect(report.text == "39\n")
        #expect(report.json["polarDegrees"] == "[3, 6, 12, 12, 6]" && report.json["asPrinted"] == "62/3")
        #expect(report.json["dense"] == nil)
    }

    @Test func explained() throws {
        let text = DegreeReport(try EuclideanDistanceDegree(filterSizes: [3, 3]), explains: true).text
        #expect(
            text.contains("C_k for k = (3,3)       39\n") && text.contains("their sum                    39"))
        #expect(text.contains("(4.9) as the paper prints it 62/3"))
    }

    @Test func besideADenseNetwork() throws {
        let report = DegreeReport(
            try EuclideanDistanceDegree(filterSizes: [3, 3]),
            dense: DenseComparison(rows: 3, columns: 3, rank: 1))
        #expect(
            report.text == """
                39
                fully connected, 3 × 3 of rank ≤ 1: 3 critical points, dimension 5
                convolutional, k = (3,3): 39 critical points, dimension 5

                """)
        #expect(report.json.member("dense")?["degree"] == "3")
    }
}
