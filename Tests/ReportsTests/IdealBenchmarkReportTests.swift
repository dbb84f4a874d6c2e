import Exports
import Macaulay2
import Studies
import TestSupport
import Testing

@testable import Reports

@Suite struct IdealBenchmarkReportTests {
    private func report(
        _ subject: IdealBenchmark.Subject, includesPeers: Bool = false, singular: SingularProgram? = nil
    ) throws -> IdealBenchmarkReport {
        IdealBenchmarkReport(
            try IdealBenchmark.run(
                .init(
                    subject, sizes: [3], includesPeers: includesPeers, macaulay2: nil, singular: singular,
                    limits: RunLimits(seconds: 60), provenance: .test)))
    }

    @Test(arguments: IdealBenchmark.Subject.allCases)
    func everyFormat(subject: IdealBenchmark.Subject) throws {
        let report = try report(subject)
        for format in IdealBenchmarkReport.formats { #expect(!report.rendered(format, by: .test).isEmpty) }
        #expect(report.text.contains("Singular: none") == (subject != .reading))
    }

    @Test func besideOthers() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.program(
            named: "Singular", "#!/bin/sh\necho '@lcngen version 4321'\necho '@lcngen equations 8 1500000'\n")
        let report = try report(
            .kernel, includesPeers: true,
            singular: SingularProgram(
                named: "Singular", environment: ["PATH": scratch.path + ":/usr/bin:/bin"]))
        let rows = report.tables[0].rows
        #expect(
            rows.map(\.label) == [
                "I of (3,3;3): native, minors of the minimal nonfaces", "  native, with their certificate",
                "  Macaulay2, the same minors", "  Macaulay2, kernel", "  Macaulay2, graded kernel",
                "  Macaulay2, MultigradedImplicitization", "  Singular, preimage",
                "  Singular, eliminate, graded",
            ])
        #expect(rows[0].cells.last == "1" && rows[2].cells == ["", "", "no M2", ""])
        #expect(Array(rows[6].cells.prefix(3)) == ["8", "1", "1500 s"] && rows[6].cells.last != "")
        #expect(report.text.contains("DISAGREES, I of (3,3;3): native, minors of the minimal nonfaces: 9 "))
        #expect(report.json.text.contains("\"missing\": \"no M2\""))
    }
}
