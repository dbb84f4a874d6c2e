import ChildProcesses
import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Macaulay2

/// Scripts in processes that are used again give what they give in their own, and nothing gets from one to the next.
@Suite(.enabled(if: LiveMacaulay2.isPresent, "no Macaulay2 found: live tests are skipped"))
struct WorkersTests {
    private func session(_ program: Macaulay2Program, seconds: Double = 60) -> Macaulay2Session {
        var session = program.session(seconds: seconds)
        session.workers = Macaulay2Workers()
        return session
    }

    private func script(_ sizes: [Int], _ strides: [Int], _ approach: Approach) throws -> Script {
        try Script(
            Architecture(filterSizes: sizes, strides: strides), options: ScriptOptions(approach: approach),
            provenance: .test)
    }

    @Test func sameAsAlone() throws {
        for program in LiveMacaulay2.programs {
            let shared = session(program)
            defer { shared.workers?.end() }
            let alone = program.session()
            for (sizes, strides) in [([3, 2], [2]), ([2, 2, 2], [2, 2]), ([4], []), ([3, 2], [2])] {
                for approach in [Approach.certify, .minimal, .critical] {
                    let script = try script(sizes, strides, approach)
                    let (one, other) = try (
                        shared.run(script, named: "shared"), alone.run(script, named: "alone")
                    )
                    #expect(one.failure == nil && other.failure == nil, "\(one) \(other)")
                    #expect(one.transcript.isComplete && !one.transcript.records.isEmpty)
                    #expect(one.transcript.records.map(\.key) == other.transcript.records.map(\.key))
                }
            }
        }
    }

    /// What goes wrong in one script is told as it is without workers, and the next is as if nothing had been.
    @Test func failuresDoNotSpread() throws {
        for program in LiveMacaulay2.programs {
            let shared = session(program, seconds: 20)
            defer { shared.workers?.end() }
            var alone = program.session(seconds: 20)
            let good = try script([3, 2], [2], .minimal)
            func isGood() throws -> Bool { try shared.run(good, named: "good").failure == nil }
            #expect(try isGood())
            for text in [
                "error \"no good\"", "exit 7", "<< \"no end\" << flush; exit 0",
                "run(\"kill -KILL \" | toString processID())", "x = 1; x x",
                "<< \"@lcngen \" << endl",
            ] {
                let (one, other) = try (
                    shared.run(text: text, named: "bad"), alone.run(text: text, named: "bad")
                )
                #expect(one.failure != nil && one.failure == other.failure, "\(text): \(one) \(other)")
                #expect(try isGood(), "\(text)")
            }
            // Names, and what is written without an end of line.
            _ = try shared.run(text: "leftOver = 5; << \"@lcngen\" << flush", named: "names")
            let run = try shared.run(
                text:
                    "<< \"@lcngen protocol 1\" << endl << \"@lcngen value \" << (if instance(leftOver, ZZ) then 1 else 0) << endl",
                named: "names")
            #expect(try run.transcript.value("value")?.integer == 0, "\(run)")
            // Limits.
            alone.limits.seconds = 1
            var short = shared
            short.limits.seconds = 1
            let late = try short.run(text: "while true do sleep 1", named: "late")
            guard case .timedOut = late.failure else {
                Issue.record("\(late)")
                continue
            }
            #expect(late.seconds < 10)
            #expect(try isGood())
            short.limits = RunLimits(seconds: 20, memoryMegabytes: 300)
            let large = try short.run(
                text: "L = {}; for i to 10000 do L = append(L, new MutableList from (1 .. 100000))",
                named: "large")
            guard case .outOfMemory = large.failure else {
                Issue.record("\(large)")
                continue
            }
            #expect(try isGood())
        }
    }

    /// All of them end, with their folders.
    @Test func theirEnd() throws {
        let scratch = try ScratchFolder()
        let program = try Macaulay2Program.locate(
            LiveMacaulay2.programs[0].path,
            environment: ProcessInfo.processInfo.environment.merging(["TMPDIR": scratch.path]) { $1 })
        let shared = session(program)
        let script = try script([2, 2], [2], .minimal)
        _ = try shared.run(script, named: "one")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 1)
        shared.workers?.end()
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
        // Ended workers begin anew.
        #expect(try shared.run(script, named: "two").failure == nil)
        shared.workers?.end()
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
    }
}
