import Foundation
import Macaulay2
import TestSupport
import Testing

@testable import Studies

@Suite struct CriticalBenchmarkTests {
    private func run(
        sizes: [Int] = [2], macaulay2: Macaulay2Session? = nil, includesPeers: Bool = true,
        hasPHCpack: Bool = false
    ) throws -> CriticalBenchmark {
        try CriticalBenchmark.run(
            .init(
                sizes: sizes, seed: 3, includesPeers: includesPeers, macaulay2: macaulay2,
                hasPHCpack: hasPHCpack))
    }

    @Test func natively() throws {
        let benchmark = try run(sizes: [2, 3], includesPeers: false)
        #expect(benchmark.works.map(\.architecture.description) == ["(2,2;3)", "(3,3;3)"])
        #expect(benchmark.works.map(\.expected) == [6, 39])
        for work in benchmark.works {
            #expect(work.found == work.expected && work.certified == work.expected)
            #expect(work.paths >= work.expected && work.seconds > 0 && work.runs > 0 && work.peers.isEmpty)
            #expect(work.findingSeconds > 0)
            #expect(work.pointsPerSecond == Double(work.certified) / work.seconds)
        }
        #expect(benchmark.isComplete && benchmark.macaulay2Version == nil)
    }

    /// What is not there is said.
    @Test func missingPrograms() throws {
        let without = try run().works[0].peers
        #expect(without.map(\.solver) == CriticalSolver.allCases)
        #expect(without.map(\.time) == [.missing("no M2"), .missing("no M2")])
        let session = try Macaulay2Program.locate(Fixtures.path("fake-m2/fails")).session()
        let failing = try run(macaulay2: session).works[0].peers
        #expect(failing.map(\.time) == [.missing("failed"), .missing("no phc")])
        #expect(failing.allSatisfy { $0.found == nil && $0.pointsPerSecond == nil })
        let both = try run(macaulay2: session, hasPHCpack: true).works[0].peers
        #expect(both.map(\.time) == [.missing("failed"), .missing("failed")])
        #expect(!CriticalBenchmark.findsPHCpack(["PATH": "/nonexistent"]))
    }

    @Test func timeLimit() throws {
        let session = try Macaulay2Program.locate(Fixtures.path("fake-m2/hangs")).session(seconds: 0.5)
        let peers = try run(macaulay2: session, hasPHCpack: true).works[0].peers
        #expect(peers.map(\.time) == [.beyond(0.5), .beyond(0.5)])
    }

    /// Both find all 6 points of (2,2;3); PHCpack where it is installed.
    @Test(.enabled(if: LiveMacaulay2.isPresent || LiveMacaulay2.isRequired)) func live() throws {
        #expect(LiveMacaulay2.isPresent, "no Macaulay2")
        for program in LiveMacaulay2.programs {
            let hasPHCpack = CriticalBenchmark.findsPHCpack()
            // Where it is required, its absence is a failure.
            if ProcessInfo.processInfo.environment["LCNGEN_REQUIRE_PHCPACK"] == "1" { #expect(hasPHCpack) }
            let peers = try run(macaulay2: program.session(), hasPHCpack: hasPHCpack).works[0].peers
            let monodromy = try #require(peers.first)
            // It stops early now and then; what it finds is never more.
            let found = try #require(monodromy.found, "\(program.version)")
            #expect((1...6).contains(found) && monodromy.time.seconds != nil)
            if hasPHCpack { #expect(peers[1].found == 6, "\(program.version): \(peers[1].time)") }
        }
    }
}
