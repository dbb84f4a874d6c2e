import ExactAlgebra
import Foundation
import TestSupport
import Testing

@testable import Macaulay2

private func value(_ text: String) throws(TranscriptError) -> Value {
    var scanner = TranscriptScanner(Array(text.utf8)[...], line: 1, firstColumn: 1)
    let value = try scanner.value()
    try scanner.expectEnd()
    return value
}

private func transcript(_ lines: String...) -> Transcript {
    Transcript(Array((["@lcngen protocol 1"] + lines).map { $0 + "\n" }.joined().utf8))
}

@Suite struct TranscriptTests {
    @Test func values() throws {
        #expect(try value("-12") == .integer(-12))
        #expect(try value("123456789012345678901234567890").integer == nil)
        #expect(try value("-1/2") == .rational(-1, 2))
        #expect(try value(".0022") == .real(0.0022))
        #expect(try value("12.") == .real(12))
        #expect(try value("-1.5e-05") == .real(-1.5e-5))
        #expect(try value("{}") == .list([]))
        #expect(
            try value("{1,{2, (3,true)}, null}")
                == .list([
                    .integer(1), .list([.integer(2), .sequence([.integer(3), .boolean(true)])]), .null,
                ]))
        #expect(try value("\"a \\\"b\\\" \\\\\"") == .string("a \"b\" \\"))
    }

    @Test(arguments: [
        ("", 1, "a value"), ("{1,2", 5, "'}'"), ("{1 2}", 4, "'}'"), ("1/0", 4, "a denominator"),
        ("1/", 3, "a denominator"),
        ("treu", 1, "true, false or null"), ("\"a", 3, "'\"'"), ("\"\\n\"", 3, "'\\' or '\"' after '\\'"),
        ("1 2", 3, "the end of the line"),
        (".", 2, "a digit"), ("1e", 3, "an exponent"), ("-", 2, "a value"),
    ])
    func malformedValues(text: String, column: Int, expected: String) {
        do throws(TranscriptError) {
            let value = try value(text)
            Issue.record("read as \(value)")
        } catch {
            #expect(error.column == column && error.expected == expected, "\(error)")
        }
    }

    @Test func deepNestingIsRefused() {
        #expect(throws: TranscriptError.self) { try value(String(repeating: "{", count: 100_000)) }
    }

    @Test func polynomials() throws {
        func read(_ text: String) throws -> Polynomial {
            try #require(
                try transcript("@lcngen polynomial.J1 \(text)").polynomials("polynomial.J1", variableCount: 3)
                    .first)
        }
        #expect(try read("{({1,0,2},3),({0,1,2},-1)}").description == "3*w_0*w_2^2 - w_1*w_2^2")
        #expect(try read("{({1, 0, 0},-1/2), ({0, 0, 1},1/3)}").description == "-3*w_0 + 2*w_2")
        #expect(try read("{}").isZero)
        for bad in [
            "{({1,0},3)}", "{({1,0,0,0},3)}", "{({1,0,0},3),({1,1,0},1)}", "{({1,0,0},.5)}", "{({-1,0,0},1)}",
            "{({1,0,0})}", "({1,0,0},1)",
            "{({100000,0,0},1)}", "{({1,0,0},99999999999999999999)}", "{({1,0,0},1)} x",
        ] {
            #expect(throws: TranscriptError.self, "\(bad)") { try read(bad) }
        }
    }

    @Test func noiseAndAnUnfinishedLastLineAreIgnored() throws {
        let text = "noise\n@lcngen protocol 1\n\u{1}\n @lcngen done\n@lcngen time.J1 .5\n@lcngen time.J2 .7"
        let transcript = Transcript(Array(text.utf8))
        #expect(transcript.error == nil && !transcript.isComplete)
        #expect(transcript.records.map(\.key) == ["protocol", "time.J1"])
        #expect(transcript.seconds("J1") == 0.5 && transcript.seconds("J2") == nil)
    }

    @Test(arguments: [
        ("@lcngen time.J1 1\n", 1, 9), ("@lcngen protocol 2\n", 1, 9),
        ("@lcngen protocol 1\n@lcngen protocol 1\n", 2, 9),
        ("@lcngen protocol 1\n@lcngen done\n@lcngen time.J1 1\n", 3, 9),
        ("@lcngen protocol 1\nx\n@lcngentime 1\n", 3, 8),
        ("@lcngen protocol 1\n@lcngen a_b 1\n", 2, 10), ("@lcngen protocol 1\n@lcngen  a 1\n", 2, 9),
    ])
    func malformedLines(text: String, line: Int, column: Int) throws {
        let error = try #require(Transcript(Array(text.utf8)).error)
        #expect(error.line == line && error.column == column, "\(error)")
    }

    @Test func theTaskThatWasRunningIsKnown() {
        #expect(transcript("@lcngen begin \"J1\"", "@lcngen begin \"kernel\"").currentTask == "kernel")
    }

    /// Recorded runs of both versions of Macaulay2.
    @Test func bothVersionsAreRecorded() {
        #expect(Set(Fixtures.recordedVersions).isSuperset(of: ["1.21", "1.26.06"]))
    }

    @Test(arguments: Fixtures.recordedVersions) func recordings(version: String) throws {
        let folder = Fixtures.path("transcripts/\(version)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names.count >= 14)
        for name in names {
            let transcript = Transcript(try Fixtures.bytes("transcripts/\(version)/\(name)"))
            #expect(transcript.error == nil && transcript.isComplete, "\(name)")
            #expect(try transcript.value("macaulay2")?.string == version)
            for record in transcript.records where !record.key.hasPrefix("polynomial") && record.key != "done"
            {
                _ = try record.value()
            }
        }
        let example = Transcript(try Fixtures.bytes("transcripts/\(version)/5-2-s3-compare.out"))
        let cubics = try example.polynomials("polynomial.J1", variableCount: 8).map(
            \.normalizedSign.description)
        #expect(
            cubics.sorted() == [
                "w_1*w_3*w_5 - w_0*w_4*w_5 - w_1*w_2*w_6 + w_0*w_2*w_7",
                "w_2*w_3*w_5 - w_0*w_5^2 - w_2^2*w_6",
                "w_2*w_4*w_5 - w_1*w_5^2 - w_2^2*w_7",
                "w_2*w_4*w_6 - w_1*w_5*w_6 - w_2*w_3*w_7 + w_0*w_5*w_7",
            ])
    }
}
