import ChildProcesses
import ExactAlgebra
import Exports
import Foundation
import Macaulay2
import Neurovariety
import Studies
import TestSupport
import Testing

@testable import Reports

@Suite struct PrimeIdealReportTests {
    private func object(_ value: JSONValue) throws -> [String: Any] {
        let parsed = try JSONSerialization.jsonObject(with: Data(value.text.utf8))
        return try #require(parsed as? [String: Any])
    }

    @Test func jsonOfAnyKind() throws {
        let value = JSONValue.object([
            ("a\"\\\n\u{1}é", .array([.integer(1), .string("x"), .boolean(false)])),
            ("empty", .object([])), ("list", .array([])), ("deep", .array([.array([.integer(-2)])])),
        ])
        let parsed = try object(value)
        #expect((parsed["a\"\\\n\u{1}é"] as? [Any])?.count == 3)
        #expect((parsed["deep"] as? [[Int]]) == [[-2]])
        let large = try #require(Integer.multinomial([60, 60, 60]) as Integer?)
        #expect(JSONValue.integer(large).text == "\"\(large)\"\n")
        let limit = 1 << 53
        #expect(
            JSONValue.integers([limit, -limit, limit + 1, -limit - 1]).text
                == "[9007199254740992, -9007199254740992, \"9007199254740993\", \"-9007199254740993\"]\n")
        #expect(JSONValue.numbers([0.5, .infinity, .nan]).text == "[0.5, null, null]\n")
    }

    @Test func hilbertKeys() throws {
        let architecture = try Architecture(filterSizes: [5, 5], strides: [3])
        let report = HilbertReport(try HilbertInvariants.run(architecture, upTo: 3))
        let parsed = try object(report.json)
        #expect(parsed["dimension"] as? Int == 9)
        #expect(parsed["degree"] as? Int == 70)
        #expect(parsed["hNumerator"] as? [Int] == [1, 8, 36, 40, -15])
        #expect(parsed["hilbertFunction"] as? [Int] == [1, 17, 153, 889])
        #expect((parsed["fVector"] as? [Int])?.first == 1)
        #expect((parsed["hilbertPolynomial"] as? [String])?.first == "1")
        #expect(parsed["depth"] as? Int == 8 && parsed["isCohenMacaulay"] as? Bool == false)
        #expect(parsed["sectionalGenera"] as? [String: Int] == ["arithmetic": 71, "geometric": 71])
        #expect(report.text.contains("1, 8, 36, 40, -15"))
        #expect(!report.text.contains("not computed"))
    }

    /// What was not reached is named, and null.
    @Test func stoppedHilbert() throws {
        let architecture = try Architecture(filterSizes: [5, 5], strides: [3])
        let nothing = HilbertReport(try HilbertInvariants.run(architecture, upTo: 3, shouldStop: { true }))
        #expect(
            nothing.text == """
                dimension           9
                degree              70
                Hilbert series      Σ h_i z^i / (1 - z)^9
                not computed        f-vector, h-numerator, Hilbert polynomial, Hilbert function, depth, regularity, extremal Betti, sectional genus: the computation was stopped

                """)
        let parsed = try object(nothing.json)
        for name in [
            "fVector", "hNumerator", "hilbertPolynomial", "hilbertFunction", "depth", "extremalBettiNumbers",
            "sectionalGenera",
        ] {
            #expect(parsed[name] is NSNull, "\(name)")
        }
        #expect(parsed["degree"] as? Int == 70)
    }

    @Test func countsAndCertificates() throws {
        let architecture = try Architecture(filterSizes: [5, 5], strides: [3])
        let counts = try #require(NonfaceCounts(architecture))
        let parsed = try object(GeneratorDegrees(architecture, byDegree: counts.bySize).json)
        #expect(parsed["degrees"] as? [String: Int] == ["3": 80, "4": 35])
        let certificate = CertificateReport(try Certificate.run(for: PrimeIdeal(architecture)))
        #expect(try object(certificate.json)["verdict"] as? String == "proved")
        #expect(certificate.text.contains("Proved:"))
        let named = NamedMinors(try PrimeIdeal(architecture))
        #expect(named.minors.count == 115)
        #expect(named.text.split(separator: "\n").count == 118)
        #expect((try object(named.json)["minors"] as? [Any])?.count == 115)
    }
}

@Suite struct AtlasTests {
    @Test func aJournalIsContinued() throws {
        let folder = try ScratchFolder()
        let path = folder.url.appendingPathComponent("atlas.csv").path
        let whole = AtlasReport(try Atlas.run(upTo: 8, journal: nil)).rendered(.csv, by: .test)
        #expect(try Atlas.run(upTo: 6, journal: path).rows.count == 7)
        // Cut off in the middle of a line, as by a crash.
        let partial = try Data(contentsOf: URL(fileURLWithPath: path)).dropLast(3)
        try partial.write(to: URL(fileURLWithPath: path))
        var computed = 0
        let continued = try Atlas.run(upTo: 8, journal: path, progress: { _, _ in computed += 1 })
        #expect(AtlasReport(continued).rendered(.csv, by: .test) == whole)
        #expect(computed == continued.rows.count - 6)
        #expect(Set(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")).count == 22)
        // The columns that it had before homology.
        for heading in [
            "something else",
            "filter_sizes,strides,K,dimension,degree,generators,h_numerator,J_radical,basis",
        ] {
            try Data((heading + "\n").utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: LineJournal.Failure.self) { try Atlas.run(upTo: 5, journal: path) }
        }
    }

    @Test(arguments: AtlasReport.formats) func formats(format: ReportFormat) throws {
        let report = AtlasReport(try Atlas.run(upTo: 7, journal: nil))
        #expect(report.rendered(format, by: .test).contains(format == .json ? "[1, 2, 2, -1]" : "1 2 2 -1"))
    }
}
