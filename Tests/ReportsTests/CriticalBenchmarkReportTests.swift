import Exports
import Macaulay2
import Studies
import TestSupport
import Testing

@testable import Reports

@Suite struct CriticalBenchmarkReportTests {
    private func report(macaulay2: Macaulay2Session?, includesPeers: Bool = true) throws
        -> CriticalBenchmarkReport
    {
        CriticalBenchmarkReport(
            try CriticalBenchmark.run(
                .init(
                    sizes: [2], seed: 9, includesPeers: includesPeers, macaulay2: macaulay2, hasPHCpack: false
                )))
    }

    @Test func natively() throws {
        let report = try report(macaulay2: nil, includesPeers: false)
        #expect(report.tables.flatMap { $0.rows.map(\.label) } == ["(2,2;3)", "  of that finding them"])
        #expect(Array(report.tables[0].rows[0].cells.prefix(3)) == ["6", "6", "6"])
        #expect(report.text.hasPrefix("Critical points of training: native, and other programs; seed 9\n"))
        for format in CriticalBenchmarkReport.formats { #expect(!report.rendered(format, by: .test).isEmpty) }
    }

    /// A row for what is missing, with the reason.
    @Test func besideOthers() throws {
        let session = try Macaulay2Program.locate(Fixtures.path("fake-m2/fails")).session()
        let report = try report(macaulay2: session)
        let rows = report.tables[0].rows
        #expect(rows.map(\.label) == ["(2,2;3)", "  of that finding them", "  MonodromySolver", "  PHCpack"])
        #expect(rows[2].cells.contains("failed") && rows[3].cells.contains("no phc"))
        // The ratio is of the same work.
        #expect(rows.map { $0.cells.last } == ["", "1", "", ""])
        let json = report.json.text
        #expect(json.contains("\"missing\": \"no phc\"") && json.contains("\"pointsPerSecond\""))
    }
}
