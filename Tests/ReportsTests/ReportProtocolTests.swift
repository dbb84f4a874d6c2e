import Exports
import Foundation
import Macaulay2
import Neurovariety
import Studies
import TestSupport
import Testing
import Training

@testable import Reports

@Suite struct ReportProtocolTests {
    /// Made of tables only.
    private struct Two: Report {
        static let formats: [ReportFormat] = [.text, .markdown, .latex, .csv, .json]
        let tables = ["a", "b"].map { Table(caption: $0, header: ["x"], rows: []) }
        let json = JSONValue.object([("a", .boolean(true))])
    }

    @Test func tablesAreWrittenOneBelowTheOther() {
        let two = Two()
        #expect(two.rendered(.text, by: .test) == "a\n\nx\n─\n\nb\n\nx\n─\n")
        #expect(two.rendered(.markdown, by: .test) == "**a**\n\n| x |\n| --- |\n\n**b**\n\n| x |\n| --- |\n")
        #expect(two.rendered(.latex, by: .test).components(separatedBy: "\\begin{longtable}").count == 3)
        #expect(
            two.rendered(.json, by: .test)
                == "{\n  \"lcngen\": \"\",\n  \"command\": \"test\",\n  \"a\": true\n}\n")
    }

    /// Each report has what it says it has.
    @Test func everyFormat() throws {
        let reports: [any Report] = [
            AtlasReport(try Atlas.run(upTo: 4, journal: nil)), Table3Report(try Table3(largest: 3)),
            MergeDiagramReport(try MergeDiagram(filterSizes: [2, 3])),
            SingularLocusReport(SingularLocus(try Architecture(filterSizes: [3, 2], strides: [2]))),
            StrataReport(try SingularStrata(Architecture(filterSizes: [3, 2], strides: [2]))),
            DegreeReport(try EuclideanDistanceDegree(filterSizes: [2])),
        ]
        for report in reports {
            let formats = type(of: report).formats
            #expect(Set(formats).count == formats.count && formats.first == .text)
            for format in formats { #expect(!report.rendered(format, by: .test).isEmpty) }
        }
    }
}
