import ExactAlgebra
import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import CrossValidation

/// Recorded runs of Macaulay2, held against native results computed now.
private struct Recording {
    let architecture: Architecture
    var compare: String
    var critical: String
    var failure: Macaulay2Failure?

    init(_ sizes: [Int], _ strides: [Int], version: String) throws {
        architecture = try Architecture(filterSizes: sizes, strides: strides)
        let name = architecture.fileName
        func text(_ approach: String) throws -> String {
            String(
                decoding: try Fixtures.bytes("transcripts/\(version)/\(name)-\(approach).out"), as: UTF8.self)
        }
        compare = try text("compare")
        critical = try text("critical")
    }

    func comparison() throws -> ArchitectureComparison {
        try ArchitectureComparison(
            version: .minimum, native: try NativeFindings.run(architecture),
            checks: Macaulay2Findings(
                transcript: Transcript(Array(compare.utf8)), failure: failure, architecture),
            critical: Macaulay2Findings(
                transcript: Transcript(Array(critical.utf8)), failure: nil, architecture))
    }

    func check(_ name: CheckName) throws -> Check {
        try #require(try comparison().checks.first { $0.name == name })
    }
}

@Suite struct ReplayTests {
    @Test(
        arguments: Fixtures.recordedVersions,
        [
            ([2, 2], [2], true), ([2, 2], [3], true), ([5, 2], [3], true), ([8, 2], [3], false),
            ([3, 2, 2], [2, 2], false), ([4], [], true), ([1, 3], [2], true),
        ] as [([Int], [Int], Bool)])
    func everyCheckAgrees(version: String, example: ([Int], [Int], Bool)) throws {
        let comparison = try Recording(example.0, example.1, version: version).comparison()
        for check in comparison.checks {
            #expect(check.verdict == .agrees, "\(comparison.architecture) \(check.name)")
        }
        #expect(comparison.checks.count == 17)
        #expect(comparison.overall == .agrees)
        // What tables and plots look up is there.
        #expect(Set(comparison.times.map(\.work)).isSuperset(of: [.minimalNonfaces, .gradedKernel]))
        #expect(comparison.times.allSatisfy { $0.work != .minimalNonfaces || $0.native != nil })
        let radical = try #require(comparison.checks.first { $0.name == .jIsRadical })
        #expect(radical.native.answer == .truth(example.2))
        #expect(
            (radical.native.witness == nil) == example.2 && (radical.macaulay2?.witness == nil) == example.2)
    }

    @Test func aChangedMinorIsFoundWithItsWitness() throws {
        var recording = try Recording([5, 2], [3], version: "1.21")
        // One coefficient of one minor.
        let line = try #require(
            recording.compare.split(separator: "\n").first { $0.hasPrefix("@lcngen polynomial.J1") })
        recording.compare = recording.compare.replacingOccurrences(
            of: line, with: line.replacingOccurrences(of: "},1)", with: "},3)"))
        let check = try recording.check(.minorsJ1)
        guard case .disagrees(_, let witness?) = check.verdict else {
            Issue.record("\(check.verdict)")
            return
        }
        #expect(witness.description.contains("3*"))
        #expect(try recording.check(.minorsJ2).verdict == .agrees)
        #expect(try recording.comparison().overall != .agrees)
    }

    @Test func signsDoNotMatter() throws {
        var recording = try Recording([2, 2], [2], version: "1.21")
        recording.compare = recording.compare.replacingOccurrences(of: ",1)", with: ",+1)")
            .replacingOccurrences(of: ",-1)", with: ",1)").replacingOccurrences(of: ",+1)", with: ",-1)")
        #expect(try recording.check(.minorsJ1).verdict == .agrees)
    }

    @Test func aMissingMinorIsFound() throws {
        var recording = try Recording([5, 2], [3], version: "1.26.06")
        var lines = recording.compare.split(separator: "\n").map(String.init)
        let index = try #require(lines.firstIndex { $0.hasPrefix("@lcngen polynomial.J2") })
        lines.remove(at: index)
        recording.compare = lines.map { $0 + "\n" }.joined().replacingOccurrences(
            of: "numgens.J2 33", with: "numgens.J2 32")
        guard case .disagrees(_, .some) = try recording.check(.minorsJ2).verdict else {
            Issue.record("a missing minor was not noticed")
            return
        }
    }

    @Test(
        arguments: [
            ("check.jInPrimeIdeal true", "check.jInPrimeIdeal false", .jInI),
            ("check.jIsRadical true", "check.jIsRadical false", .jIsRadical),
            ("check.leanEqualsJ true", "check.leanEqualsJ false", .leanEqualsJ),
            ("check.levelsEqualPrimeIdeal true", "check.levelsEqualPrimeIdeal false", .levelsEqualI),
            (
                "check.isPrimeIdealOfNeurovariety true", "check.isPrimeIdealOfNeurovariety false",
                .nonfacesGenerateI
            ),
            (
                "check.gradedKernelEqualsPrimeIdeal true", "check.gradedKernelEqualsPrimeIdeal false",
                .kernelNormalForms
            ),
            ("check.primeIdealInRadicalJ true", "check.primeIdealInRadicalJ false", .iInRadicalJ),
            ("codimension.J 2", "codimension.J 3", .codimensionJ),
            ("codimension.P 2", "codimension.P 1", .codimensionI),
            (
                "degrees.gradedKernel {{3, 4}, {4, 1}}", "degrees.gradedKernel {{3, 4}, {4, 2}}",
                .minimalGenerators
            ),
        ] as [(String, String, CheckName)])
    func aChangedAnswerDisagrees(original: String, changed: String, name: CheckName) throws {
        var recording = try Recording([5, 2], [3], version: "1.21")
        #expect(recording.compare.contains(original))
        recording.compare = recording.compare.replacingOccurrences(of: original, with: changed)
        guard case .disagrees = try recording.check(name).verdict else {
            Issue.record("\(name) did not disagree")
            return
        }
    }

    @Test func aWitnessOfMacaulay2IsShown() throws {
        var recording = try Recording([5, 2], [3], version: "1.21")
        recording.compare = recording.compare.replacingOccurrences(
            of: "@lcngen check.jInPrimeIdeal true",
            with: "@lcngen check.jInPrimeIdeal false\n@lcngen witness.jInPrimeIdeal {({1,0,0,0,0,0,0,1},2)}")
        guard case .disagrees(_, let witness?) = try recording.check(.jInI).verdict else {
            Issue.record("no witness")
            return
        }
        #expect(witness.description == "2*w_0*w_7")
    }

    /// A time limit leaves the later checks undecided, with the reason, and never makes a disagreement.
    @Test func aTimeLimitIsUndecided() throws {
        var recording = try Recording([5, 2], [3], version: "1.21")
        let cut = try #require(recording.compare.range(of: "@lcngen begin \"leanEqualsJ\""))
        recording.compare = String(recording.compare[..<cut.lowerBound])
        recording.failure = .timedOut(seconds: 60, task: "leanEqualsJ")
        #expect(try recording.check(.jInI).verdict == .agrees)
        guard case .undecided(let reason) = try recording.check(.leanEqualsJ).verdict else {
            Issue.record("decided after a time limit")
            return
        }
        #expect(reason.reason.contains("60 s") && reason.side == .macaulay2)
        guard case .undecided = try recording.comparison().overall else {
            Issue.record("the whole is decided")
            return
        }
    }

    @Test func malformedRecordsAreUndecided() throws {
        var recording = try Recording([5, 2], [3], version: "1.21")
        recording.compare = recording.compare.replacingOccurrences(
            of: "check.leanEqualsJ true", with: "check.leanEqualsJ perhaps")
        guard case .undecided(let reason) = try recording.check(.leanEqualsJ).verdict else {
            Issue.record("decided by a malformed record")
            return
        }
        #expect(reason.reason.contains("line"))
    }
}
