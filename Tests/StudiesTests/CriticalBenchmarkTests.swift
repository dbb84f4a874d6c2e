import Foundation
import Macaulay2
import TestSupport
import Testing

@testable import Studies

@Suite struct CriticalBenchmarkTests {
    private func run(
        sizes: [Int] = [2], seed: UInt64 = 3, macaulay2: Macaulay2Session? = nil,
        includesPeers: Bool = true, hasPHCpack: Bool = false
    ) throws -> CriticalBenchmark {
        try CriticalBenchmark.run(
            .init(
                sizes: sizes, seed: seed, includesPeers: includesPeers, macaulay2: macaulay2,
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

    /// Both solve (2,2;3), which has 6 points. Neither certifies: the one stops early now and then, the other reports
    /// 5 or 7 about once in fifty runs, so that a second and a third seed are tried.
    @Test(.enabled(if: LiveMacaulay2.isPresent || LiveMacaulay2.isRequired)) func live() throws {
        #expect(LiveMacaulay2.isPresent, "no Macaulay2")
        let hasPHCpack = CriticalBenchmark.findsPHCpack()
        // Where it is required, its absence is a failure.
        if ProcessInfo.processInfo.environment["LCNGEN_REQUIRE_PHCPACK"] == "1" { #expect(hasPHCpack) }
        for program in LiveMacaulay2.programs {
            var found: [Int?] = []
            for seed in UInt64(3)...5 where found.last != 6 {
                let peers = try run(
                    seed: seed, macaulay2: program.session(), hasPHCpack: hasPHCpack
                ).works[0].peers
                let byMonodromy = try #require(peers[0].found, "\(program.version)")
                #expect((1...6).contains(byMonodromy) && peers[0].time.seconds != nil)
                found.append(hasPHCpack ? peers[1].found : 6)
            }
            #expect(found.last == 6, "\(program.version), by PHCpack: \(found)")
        }
    }
}
