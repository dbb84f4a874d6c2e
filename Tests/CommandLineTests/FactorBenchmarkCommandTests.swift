import Foundation
import TestSupport
import Testing

/// `bench factor` beside a Singular that is there, wrong or missing.
@Suite struct FactorBenchmarkCommandTests {
    private let words = ["bench", "factor", "--sizes", "8"]

    @Test func withoutSingular() throws {
        let scratch = try ScratchFolder()
        let outcome = try run(words, environment: ["PATH": scratch.path])
        #expect(outcome.status == 0 && !outcome.output.contains("Singular gcd"), "\(outcome)")
        #expect(outcome.errors == "lcngen bench: no Singular found; native times only\n")
        let native = try run(words + ["--native"], environment: ["PATH": scratch.path])
        #expect(native.status == 0 && native.errors.isEmpty, "\(native)")
    }

    @Test func disagreement() throws {
        let scratch = try ScratchFolder()
        let text = try String(contentsOfFile: Fixtures.path("fake-singular/divides"), encoding: .utf8)
        _ = try scratch.program(named: "Singular", text)
        let outcome = try run(words, environment: ["PATH": scratch.path + ":/usr/bin:/bin"])
        #expect(outcome.status == 1 && outcome.errors.isEmpty, "\(outcome)")
        #expect(outcome.output.contains("DISAGREES, (4,3;2): "))
    }

    @Test func timeLimit() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.program(named: "Singular", "#!/bin/sh\nexec sleep 1000\n")
        let outcome = try run(
            words + ["--timeout", "0.3"], environment: ["PATH": scratch.path + ":/usr/bin:/bin"])
        #expect(outcome.status == 0 && outcome.output.contains("> 0.3 s"), "\(outcome)")
    }
}
