import Foundation
import TestSupport
import Testing

/// What commands say where all goes well.
@Suite struct SuccessfulRunTests {
    @Test func factor() throws {
        let rational = try run(["factor", "--k", "2,2", "--s", "2", "--filter", "1,2,3,6"])
        #expect(rational.status == 0 && rational.errors.isEmpty)
        #expect(rational.output.hasSuffix("layer 1        1, 2\nlayer 2        1, 3\n"))
        let outside = try run(["factor", "--k", "2,2", "--s", "2", "--filter", "1,2,3,7"])
        #expect(outside.status == 0 && outside.output.contains("nearest:  distance 0.12600"))
        let many = try run(["factor", "--k", "2,2", "--s", "2", "--filter", "1,2,3,7", "--most", "3"])
        #expect(many.status == 0 && many.output.hasSuffix("neuromanifold  no\n"))
        #expect(
            many.errors
                == "lcngen factor: no nearest points: this problem has 6 complex critical points; the limit is 3 (--most)\n"
        )
    }

    @Test func certify() throws {
        let outcome = try run(["certify", "--k", "5,2", "--s", "3"])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output.hasPrefix("Certificate for (5,2;3)") && outcome.output.contains("\nProved:"))
    }

    @Test func representation() throws {
        let outcome = try run(["vanishing", "--k", "5,2", "--s", "3", "--representation"])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output.contains("3       (1,1,1)      2          V₁\n"))
    }

    @Test(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
    func doctor() throws {
        for program in LiveMacaulay2.programs {
            let outcome = try run(["doctor", "--m2", program.path])
            #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
            #expect(
                outcome.output.contains("version: \(program.version) ")
                    && outcome.output.contains("reading back: all right"))
        }
    }

    /// One architecture a line, in several ways of writing; the fake decides nothing.
    @Test func validateAList() throws {
        let scratch = try ScratchFolder()
        let list = scratch.path + "/list"
        try Data("# two\n2,2;2\n (3,2;2) # written as in reports\n\n2,2 2\n".utf8).write(
            to: URL(fileURLWithPath: list))
        let words = [
            "validate", "--list", list, "--m2", Fixtures.path("fake-m2/works"), "--results",
            scratch.path + "/results",
        ]
        let outcome = try run(words)
        #expect(outcome.status == 2 && outcome.errors.isEmpty, "\(outcome)")
        #expect(outcome.output.contains("2 architectures, ") && outcome.output.contains(" 0 disagree"))
        // Gone on from, with nothing left to do.
        #expect(try run(words).output == outcome.output)
        try Data("2,2;2\n2;2;2\n".utf8).write(to: URL(fileURLWithPath: list))
        let wrong = try run(words)
        #expect(wrong.status == 65 && wrong.errors.contains("line 2: '2;2;2' is no architecture"))
    }
}
