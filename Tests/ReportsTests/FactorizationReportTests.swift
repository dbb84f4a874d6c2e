import ExactAlgebra
import Neurovariety
import Testing
import Training

@testable import Reports

@Suite struct FactorizationReportTests {
    private func report(
        _ sizes: [Int], _ strides: [Int], _ filter: String, tolerance: Double? = nil, list: Int = 20
    ) throws -> FactorizationReport {
        FactorizationReport(
            try FilterExamination.run(
                WrittenFilter(filter), Architecture(filterSizes: sizes, strides: strides),
                options: .init(tolerance: tolerance, mostListed: list)))
    }

    @Test func unique() throws {
        let report = try report([2, 2], [2], "1,2,3,6")
        #expect(
            report.text == """
                architecture   (2,2;2)
                filter         1, 2, 3, 6
                neurovariety   yes, exactly
                neuromanifold  yes: the layers are rational, and unique up to scaling
                distance       0, exactly
                layer 1        1, 2
                layer 2        1, 3

                """)
        #expect(report.json["kind"] == "unique" && report.json["inNeurovariety"] == "true")
        #expect(report.json["filterSizes"] == "[2, 2]" && report.json["strides"] == "[2]")
    }

    @Test func zero() throws {
        let report = try report([2, 2], [2], "0,0,0,0")
        #expect(report.text.contains("yes: the zero filter, its singular point"))
        #expect(report.json["kind"] == "zero")
        #expect(try !self.report([3], [], "0,0,0").text.contains("singular"))
    }
}
