import Exports
import Macaulay2
import Studies
import TestSupport
import Testing

@testable import Reports

@Suite struct FactorBenchmarkReportTests {
    private func report(fake name: String? = nil) throws -> FactorBenchmarkReport {
        let environment = ["PATH": Fixtures.path("fake-singular") + ":/bin:/usr/bin"]
        let singular = name.flatMap { SingularProgram(named: $0, environment: environment) }
        #expect((singular == nil) == (name == nil))
        return FactorBenchmarkReport(
            try FactorBenchmark.run(
                .init(sizes: [8], seed: 3, singular: singular, limits: RunLimits(seconds: 60))))
    }

    /// The rows of a table without their times.
    private func labels(_ report: FactorBenchmarkReport) -> [String] {
        report.tables.flatMap { $0.rows.map(\.label) }
    }

    @Test func natively() throws {
        let report = try report()
        #expect(
            labels(report) == [
                "(4,3;2)", "  its gcd and quotients", "(4,3;2), shared roots", "  its gcd and quotients",
            ])
        #expect(report.text.hasPrefix("Factorization of filters: native, and Singular on the same; seed 3\n"))
        #expect(report.text.contains("Singular: none, FLINT: none; limit for each of its runs: 60 s."))
        #expect(!report.json.text.contains("\"singular\"") && report.json.text.contains("\"seed\": 3"))
        for format in FactorBenchmarkReport.formats { #expect(!report.rendered(format, by: .test).isEmpty) }
    }

    @Test func besideSingular() throws {
        let report = try report(fake: "divides")
        #expect(
            labels(report).prefix(5) == [
                "(4,3;2)", "  its gcd and quotients", "  Singular gcd", "  Singular quotients",
                "  Singular, both",
            ])
        // The ratio is of the same work.
        let ratios = report.tables[0].rows.prefix(5).map { $0.cells.last ?? "" }
        #expect(ratios.prefix(4) == ["", "1", "", ""] && (Double(ratios[4]) ?? 0) > 0)
        let text = report.text
        #expect(text.contains("Singular: 4321, FLINT: 2.9.0"))
        #expect(text.contains("DISAGREES, (4,3;2): the common factor has degree 3, Singular's 2."))
        let json = report.json.text
        #expect(json.contains("\"seconds\": 0.0012") && json.contains("\"disagreement\""))
    }

    @Test func withoutAnAnswer() throws {
        let report = try report(fake: "fails")
        #expect(report.tables[0].rows[2].cells.contains("failed"))
        #expect(report.json.text.contains("\"missing\": \"failed\""))
        #expect(!report.text.contains("DISAGREES"))
    }
}
