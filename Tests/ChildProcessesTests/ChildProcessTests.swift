import Foundation
import TestSupport
import Testing

@testable import ChildProcesses

/// Runs lines of shell; what they wrote comes with the outcome.
private func run(
    _ script: String, _ limits: RunLimits = RunLimits(seconds: 60), environment: [String: String] = [:]
) throws -> (outcome: ChildProcess.Outcome, output: String) {
    let inherited = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let folder = try TemporaryFolder(inherited)
    defer { folder.remove() }
    let outcome = ChildProcess(
        path: "/bin/sh", arguments: ["-c", script], environment: inherited, folder: folder, output: "out",
        errors: "err", limits: limits
    ).run()
    return (outcome, String(decoding: try folder.contents("out"), as: UTF8.self))
}

/// Whether a process is gone within some seconds; a zombie is.
private func ends(_ pid: pid_t) -> Bool {
    for _ in 0..<100 {
        let state = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8))?.split(separator: ")")
            .last?.split(separator: " ").first
        if kill(pid, 0) != 0 || state == "Z" { return true }
        usleep(50_000)
    }
    return false
}

@Suite(.serialized) struct ChildProcessTests {
    @Test func endings() throws {
        let (well, text) = try run("echo a; echo b >&2; test ! -t 0 && read -r line || echo none")
        #expect(well.ending == .exited(0) && text == "a\nnone\n")
        #expect(well.seconds < 30)
        #expect(try run("exit 7").outcome.ending == .exited(7))
        #expect(try run("kill -9 $$").outcome.ending == .signalled(9))
        let folder = try TemporaryFolder([:])
        defer { folder.remove() }
        let absent = ChildProcess(
            path: "/nonexistent/program", arguments: [], environment: [:], folder: folder, output: "out",
            errors: "err", limits: RunLimits()
        ).run()
        #expect(absent.ending == .notStarted(ENOENT))
    }

    @Test(arguments: ["sleep 1000", "trap '' TERM INT; while true; do sleep 1; done"])
    func timeLimit(script: String) throws {
        let scratch = try ScratchFolder()
        let outcome = try run(
            "echo x > \"$TMPDIR/litter\"; \(script)", RunLimits(seconds: 0.4),
            environment: ["TMPDIR": scratch.path]
        ).outcome
        #expect(outcome.ending == .timedOut && outcome.seconds >= 0.4 && outcome.seconds < 20)
        #expect(scratch.contents.isEmpty)
    }

    @Test func floodsAreStopped() throws {
        for stream in ["", " >&2"] {
            let limits = RunLimits(seconds: 60, outputMegabytes: 4)
            #expect(
                try run("exec yes 'and flood and flood and flood'\(stream)", limits).outcome.ending
                    == .outputExceeded)
        }
    }

    #if os(Linux)
        @Test func memoryLimit() throws {
            let limits = RunLimits(seconds: 60, memoryMegabytes: 200)
            // That of the group counts, not that of the leader alone.
            for script in ["x=x; while true; do x=$x$x; done", "(x=x; while true; do x=$x$x; done) & wait"] {
                #expect(try run(script, limits).outcome.ending == .memoryExceeded)
            }
        }
    #endif

    /// A child that outlives its parent and holds the output open is neither waited for nor left running.
    @Test func grandchildrenAreEnded() throws {
        let (outcome, output) = try run("sleep 987 & echo $!")
        #expect(outcome.ending == .exited(0) && outcome.seconds < 30)
        #expect(ends(try #require(pid_t(output.trimmingCharacters(in: .whitespacesAndNewlines)))))
    }

    /// The program's folder for temporary files is the one of the run.
    @Test func temporaryFiles() throws {
        let scratch = try ScratchFolder()
        let output = try run("echo $TMPDIR", environment: ["TMPDIR": scratch.path]).output
        #expect(output.hasPrefix(scratch.path + "/lcngen-"))
        #expect(scratch.contents.isEmpty)
    }

    /// No signals are blocked in a child, whatever this thread blocks.
    @Test func signalsAreNotBlocked() throws {
        var (all, before) = (sigset_t(), sigset_t())
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        #expect(try run("sleep 50 & kill -TERM $!; wait $!; echo $?").output == "143\n")
    }
}

@Suite struct OrphanGuardTests {
    private func start(_ script: String) throws -> pid_t {
        var error: Int32 = 0
        let pid = Spawning(path: "/bin/sh", arguments: ["-c", script], environment: [:]).start(&error) { _ in
        }
        return try #require(pid)
    }

    private func wait(for pid: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return status
    }

    /// When the writing end of its pipe is closed, as at the death of this program, the group and its folder go.
    @Test func endsWhatIsLeft() throws {
        let scratch = try ScratchFolder()
        let folder = try TemporaryFolder(["TMPDIR": scratch.path])
        let pid = try start("sleep 988 & wait")
        let orphanGuard = try #require(OrphanGuard(processGroup: pid, folder: folder.path))
        usleep(100_000)
        #expect(kill(pid, 0) == 0, "the group lives as long as the pipe is open")
        close(orphanGuard.writingEnd)
        #expect(wait(for: pid) & 0x7f == SIGKILL)
        _ = wait(for: orphanGuard.shell)
        #expect(scratch.contents.isEmpty)
        folder.remove()
    }

    @Test func dismissed() throws {
        let folder = try TemporaryFolder([:])
        defer { folder.remove() }
        let pid = try start("exit 3")
        let orphanGuard = try #require(OrphanGuard(processGroup: pid, folder: folder.path))
        #expect(wait(for: pid) >> 8 == 3)
        orphanGuard.dismiss()
        #expect(FileManager.default.fileExists(atPath: folder.path))
        #expect(OrphanGuard(processGroup: pid, folder: "/nonexistent") == nil)
    }
}
