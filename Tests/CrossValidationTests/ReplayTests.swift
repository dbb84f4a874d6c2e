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
    var ideal: String
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
        ideal = try text("ideal")
        compare = try text("compare")
        critical = try text("critical")
    }

    func comparison() throws -> ArchitectureComparison {
        ArchitectureComparison(
            version: .minimum, native: try NativeFindings.run(architecture),
            minors: Macaulay2Findings(
                transcript: Transcript(Array(ideal.utf8)), failure: failure, architecture),
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
        arguments: ["1.21", "1.26.06"],
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
            recording.ideal.split(separator: "\n").first { $0.hasPrefix("@lcngen polynomial.J1") })
        recording.ideal = recording.ideal.replacingOccurrences(
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
        recording.ideal = recording.ideal.replacingOccurrences(of: ",1)", with: ",+1)")
            .replacingOccurrences(of: ",-1)", with: ",1)").replacingOccurrences(of: ",+1)", with: ",-1)")
        #expect(try recording.check(.minorsJ1).verdict == .agrees)
    }

    @Test func aMissingMinorIsFound() throws {
        var recording = try Recording([5, 2], [3], version: "1.26.06")
        var lines = recording.ideal.split(separator: "\n").map(String.init)
        let index = try #require(lines.firstIndex { $0.hasPrefix("@lcngen polynomial.J2") })
        lines.remove(at: index)
        recording.ideal = lines.map { $0 + "\n" }.joined().replacingOccurrences(
            of: "numgens.J2 33", with: "numgens.J2 32")
        guard case .disagrees(_, .some) = try recording.check(.minorsJ2).verdict else {
            Issue.record("a missing minor was not noticed")
            return
        }
    }

    @Test(
        arguments: [
            ("check.jInKernel true", "check.jInKernel false", .jInI),
            ("check.jIsRadical true", "check.jIsRadical false", .jIsRadical),
            ("check.leanEqualsJ true", "check.leanEqualsJ false", .leanEqualsJ),
            ("check.levelsEqualsKernel true", "check.levelsEqualsKernel false", .levelsEqualI),
            ("check.minimalEqualsKernel true", "check.minimalEqualsKernel false", .nonfacesGenerateI),
            ("check.kernelInRadicalJ true", "check.kernelInRadicalJ false", .iInRadicalJ),
            ("codimension.J 2", "codimension.J 3", .codimensionJ),
            ("codimension.kernel 2", "codimension.kernel 1", .codimensionI),
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
            of: "@lcngen check.jInKernel true",
            with: "@lcngen check.jInKernel false\n@lcngen witness.jInKernel {({1,0,0,0,0,0,0,1},2)}")
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

@Suite(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
struct LiveComparisonTests {
    /// Two layers with strides 2 to 5, larger than a whole comparison would do: the minors as sets.
    @Test func minorsOfRandomArchitectures() throws {
        let seed: UInt64 = UInt64(Date().timeIntervalSince1970)
        var generator = SplitMix(seed: seed)
        let program = try #require(LiveMacaulay2.programs.first)
        for stride in 2...5 {
            var architecture: Architecture
            repeat {
                architecture = try Architecture(
                    filterSizes: [
                        Int.random(in: 2...12, using: &generator), Int.random(in: 2...6, using: &generator),
                    ], strides: [stride])
            } while try architecture.endToEndFilterSize > 13
                || !(30...300).contains(
                    IdealGenerators(architecture, .paper).parts.reduce(Integer.zero) {
                        $0 + $1.generatorCount
                    })
            let script = try Script(
                architecture,
                options: ScriptOptions(approach: .ideal, strategy: .dynamic, listsGenerators: true),
                provenance: .test)
            let run = try program.session(seconds: 120).run(script, named: "minors")
            #expect(run.failure == nil, "seed \(seed), \(architecture)")
            for name in [IdealPart.Name.vanishingVariables, .firstMinors, .secondMinors] {
                let ideal = try IdealGenerators(architecture, .paper)
                let ours =
                    try ideal.parts.contains { $0.name == name }
                    ? ideal.selecting(MinorSelection(part: name)).polynomials() : []
                let theirs = try run.transcript.polynomials(
                    "polynomial.\(name)", variableCount: architecture.endToEndFilterSize)
                // Not inside the expectation: a failure would print all of them.
                let isSame = Set(ours.map(\.normalizedSign)) == Set(theirs.map(\.normalizedSign))
                #expect(isSame, "seed \(seed), \(architecture), \(name)")
            }
        }
    }

    /// Two layers with strides 2 to 5, and more layers, drawn at random.
    @Test func randomArchitectures() throws {
        let seed: UInt64 = UInt64(Date().timeIntervalSince1970)
        var generator = SplitMix(seed: seed)
        for program in LiveMacaulay2.programs {
            var done = 0
            while done < 4 {
                let layers = Int.random(in: 2...3, using: &generator)
                let sizes = (0..<layers).map { _ in Int.random(in: 1...5, using: &generator) }
                let strides = (1..<layers).map { _ in Int.random(in: 1...5, using: &generator) }
                let architecture = try Architecture(filterSizes: sizes, strides: strides)
                guard architecture.endToEndFilterSize <= 11 else { continue }
                done += 1
                let comparison = try ArchitectureComparison.run(
                    architecture, session: program.session())
                for check in comparison.checks {
                    // A slow machine may leave something undecided; nothing may disagree.
                    if case .disagrees(let reason, let witness) = check.verdict {
                        Issue.record(
                            "seed \(seed), \(architecture), Macaulay2 \(program.version), \(check.name): \(reason) \(witness?.description ?? "")"
                        )
                    }
                }
                #expect(
                    comparison.checks[0...2].allSatisfy { $0.verdict == .agrees },
                    "seed \(seed), \(architecture)")
            }
        }
    }

    @Test func examplesOfThePaperWithAWrongGenerator() throws {
        let architecture = try Architecture(filterSizes: [3, 2], strides: [2])
        let wrong = try Polynomial(terms: [([0, 3, 3], 1), ([1, 1, 4], 1), ([1, 2, 3], -2)])
        let statement = PaperStatement(
            name: "wrong", architecture: architecture, generators: [wrong], minorCounts: [2],
            alsoInFirstIdeal: [0])
        for program in LiveMacaulay2.programs {
            let comparison = try ExampleComparison.run(statement, session: program.session())
            let verdicts = Dictionary(uniqueKeysWithValues: comparison.checks.map { ($0.name, $0) })
            #expect(
                verdicts[.printedGenerateI]?.native.answer == .truth(false)
                    && verdicts[.printedGenerateI]?.macaulay2?.answer == .truth(false))
            #expect(
                verdicts[.minorCounts]?.native.answer == .numbers([1])
                    && verdicts[.minorCounts]?.macaulay2?.answer == .numbers([1]))
            #expect(
                verdicts[.firstIdealVanishesToo]?.native.answer == .truth(false)
                    && verdicts[.firstIdealVanishesToo]?.macaulay2?.answer == .truth(false))
        }
    }
}
