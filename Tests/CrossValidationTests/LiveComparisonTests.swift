import ExactAlgebra
import Foundation
import Macaulay2
import Neurovariety
import TestSupport
import Testing

@testable import CrossValidation

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
                options: ScriptOptions(approach: .ideal, strategy: .dynamic, listing: .all),
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
