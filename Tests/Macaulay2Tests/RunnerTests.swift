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

@Suite(.serialized) struct RunnerTests {
    @Test func finding() throws {
        func locate(_ name: String?, _ environment: [String: String]) -> Macaulay2Failure? {
            failure { () throws(Macaulay2Failure) in
                _ = try Macaulay2Program.locate(name, environment: environment)
            }
        }
        let folder = Fixtures.path("fake-m2")
        let path = ["PATH": "/usr/bin:/bin"]
        #expect(locate(nil, [:]) == .absent("M2 is not on PATH"))
        #expect(locate("no/such/M2", path) == .absent("no/such/M2 does not exist"))
        #expect(locate("", path) == .absent("an empty name"))
        #expect(
            locate(folder + "/text", path)
                == .unusable(path: folder + "/text", reason: "it is not executable"))
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
        let file = scratch.url.appendingPathComponent("M2")
        try Data("this is a text file\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        let found = failure { () throws(Macaulay2Failure) in _ = try Macaulay2Program.locate(file.path) }
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

    @Test(arguments: ["hangs", "stubborn"]) func timeLimit(name: String) throws {
        let scratch = try ScratchFolder()
        let run = try fake(name, environment: ["TMPDIR": scratch.path]).run(
            text: "", name: "t", limits: RunLimits(seconds: 0.4))
        #expect(run.failure == .timedOut(seconds: 0.4, task: name == "hangs" ? "kernel" : nil))
        #expect(run.seconds < 20)
        #expect(scratch.contents.isEmpty)
    }

    /// What Macaulay2 leaves in the folder for temporary files goes with the run.
    @Test func temporaryFilesOfMacaulay2() throws {
        let scratch = try ScratchFolder()
        let run = try fake("litters", environment: ["TMPDIR": scratch.path]).run(
            text: "", name: "t", limits: RunLimits(seconds: 0.4))
        #expect(run.failure == .timedOut(seconds: 0.4, task: nil))
        #expect(scratch.contents.isEmpty)
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

    /// A child that outlives its parent and holds the output open is neither waited for nor left running.
    @Test func grandchildrenAreEnded() throws {
        let scratch = try ScratchFolder()
        let file = scratch.url.appendingPathComponent("pid").path
        let run = try fake("forks", environment: ["LCNGEN_TEST_PIDFILE": file]).run(
            text: "", name: "t", limits: RunLimits(seconds: 60))
        #expect(run.failure == nil && run.seconds < 30)
        let text = try String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(
            in: .whitespacesAndNewlines)
        let pid = try #require(pid_t(text))
        // It is a zombie until its adoptive parent has waited for it.
        var isGone = false
        for _ in 0..<100 where !isGone {
            let state = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8))?.split(
                separator: ")"
            ).last?.split(separator: " ").first
            isGone = kill(pid, 0) != 0 || state == "Z"
            if !isGone { usleep(50_000) }
        }
        #expect(isGone)
    }

    @Test func keptFilesAndAwkwardPaths() throws {
        let scratch = try ScratchFolder("ein Ordner mit Ümläuten")
        let copy = scratch.url.appendingPathComponent("M 2").path
        try FileManager.default.copyItem(atPath: Fixtures.path("fake-m2/works"), toPath: copy)
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
