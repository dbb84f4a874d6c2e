import Foundation
import TestSupport
import Testing

@testable import Macaulay2

private func fake(_ name: String, environment: [String: String] = [:]) throws(Macaulay2Failure)
    -> Macaulay2Program
{
    try Macaulay2Program.locate(
        Fixtures.path("fake-m2/\(name)"),
        environment: ProcessInfo.processInfo.environment.merging(environment) { $1 })
}

private func failure(_ body: () throws(Macaulay2Failure) -> Void) -> Macaulay2Failure? {
    do throws(Macaulay2Failure) {
        try body()
        return nil
    } catch { return error }
}

@Suite(.serialized) struct SessionTests {
    @Test func finding() throws {
        func locate(_ name: String?, _ environment: [String: String]) -> Macaulay2Failure? {
            failure { () throws(Macaulay2Failure) in
                _ = try Macaulay2Program.locate(name, environment: environment)
            }
        }
        let folder = Fixtures.path("fake-m2")
        let path = ["PATH": "/usr/bin:/bin"]
        #expect(locate(nil, [:]) == .absent("M2 is not on PATH"))
        #expect(locate(folder, path) == .unusable(path: folder, reason: "it is a folder"))
        #expect(
            locate(folder + "/other", path)
                == .unusable(path: folder + "/other", reason: "--version gives no version of Macaulay2"))
        guard case .unsupportedVersion(_, let version)? = locate(folder + "/old", path) else {
            Issue.record("an old version was accepted")
            return
        }
        #expect(version.description == "1.15.1")
        // By LCNGEN_M2, the first of a list; by a name on PATH.
        #expect(
            try Macaulay2Program.locate(
                nil, environment: ["PATH": "/bin", "LCNGEN_M2": folder + "/works:" + folder + "/old"]
            ).path == folder + "/works")
        #expect(
            try Macaulay2Program.locate("works", environment: ["PATH": "/bin:" + folder]).version.description
                == "1.21")
    }

    @Test func aTextFileThatIsExecutable() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.program("this is a text file\n")
        let found = failure { () throws(Macaulay2Failure) in _ = try Macaulay2Program.locate(path) }
        guard case .unusable? = found else {
            Issue.record("\(String(describing: found))")
            return
        }
    }

    @Test func anAnswer() throws {
        let scratch = try ScratchFolder()
        let run = try fake("works", environment: ["TMPDIR": scratch.path]).run(
            text: "", name: "t", limits: RunLimits(seconds: 60))
        #expect(run.failure == nil && run.transcript.isComplete && run.transcript.seconds("J1") == 0.25)
        #expect(scratch.contents.isEmpty)
    }

    @Test func timeLimit() throws {
        let run = try fake("hangs").run(text: "", name: "t", limits: RunLimits(seconds: 0.4))
        #expect(run.failure == .timedOut(seconds: 0.4, task: "kernel"))
    }

    @Test func errorsOfMacaulay2() throws {
        let run = try fake("fails").run(text: "x", name: "t", limits: RunLimits(seconds: 60))
        #expect(run.failure == .scriptError(place: "t.m2:28:12", message: "no method found"))
        // What came before counts; what stands on the error stream does not.
        #expect(run.transcript.seconds("J1") == 0.5 && !run.transcript.isComplete)
    }

    @Test func deathBySignal() throws {
        let run = try fake("dies").run(text: "", name: "t", limits: RunLimits(seconds: 60))
        #expect(run.failure == .killed(signal: 9, task: "J1"))
        #expect(run.transcript.seconds("J1") == 0.5 && run.transcript.seconds("J2") == nil)
    }

    @Test func endingsThatAreNoAnswer() throws {
        #expect(
            try fake("stops").run(text: "", name: "t", limits: RunLimits(seconds: 60)).failure
                == .incomplete(task: nil))
        let garbage = try fake("garbage").run(text: "", name: "t", limits: RunLimits(seconds: 60))
        guard case .malformedOutput(let error)? = garbage.failure else {
            Issue.record("\(String(describing: garbage.failure))")
            return
        }
        #expect(error.line == 3 && garbage.transcript.seconds("J1") == 1)
        #expect(
            try fake("exhausted").run(text: "", name: "t", limits: RunLimits(seconds: 60)).failure
                == .outOfMemory(task: nil))
    }

    @Test func floodsAreStopped() throws {
        let run = try fake("floods").run(
            text: "", name: "t", limits: RunLimits(seconds: 60, outputMegabytes: 4))
        #expect(run.failure == .tooMuchOutput(megabytes: 4))
    }

    #if os(Linux)
        @Test func memoryLimit() throws {
            let run = try fake("hungry").run(
                text: "", name: "t", limits: RunLimits(seconds: 60, memoryMegabytes: 200))
            #expect(run.failure == .outOfMemory(task: nil))
        }
    #endif

    @Test func keptFilesAndAwkwardPaths() throws {
        let scratch = try ScratchFolder("ein Ordner mit Ümläuten")
        let copy = try scratch.program(
            named: "M 2", String(contentsOfFile: Fixtures.path("fake-m2/works"), encoding: .utf8))
        let keep = scratch.url.appendingPathComponent("kept/deep")
        let run = try Macaulay2Program.locate(copy).run(
            text: "-- ä\n", name: "t", limits: RunLimits(seconds: 60), keep: keep)
        #expect(run.failure == nil)
        #expect(try String(contentsOf: keep.appendingPathComponent("t.m2"), encoding: .utf8) == "-- ä\n")
        #expect(FileManager.default.fileExists(atPath: keep.appendingPathComponent("t.out").path))
        #expect(FileManager.default.fileExists(atPath: keep.appendingPathComponent("t.err").path))
        let blocked = failure { () throws(Macaulay2Failure) in
            _ = try Macaulay2Program.locate(copy).run(
                text: "", name: "t", limits: RunLimits(), keep: URL(fileURLWithPath: "/proc/none"))
        }
        guard case .cannotWrite? = blocked else {
            Issue.record("\(String(describing: blocked))")
            return
        }
    }

    @Test func withoutHome() throws {
        let program = try Macaulay2Program.locate(
            Fixtures.path("fake-m2/works"), environment: ["PATH": "/usr/bin:/bin"])
        #expect(try program.run(text: "", name: "t", limits: RunLimits(seconds: 60)).failure == nil)
    }
}
