import ChildProcesses
import Foundation
import TestSupport
import Testing

@Suite struct LineJournalTests {
    private func path(_ folder: ScratchFolder) -> String { folder.url.appendingPathComponent("j").path }

    @Test func goesOnWhereItStopped() throws {
        let folder = try ScratchFolder()
        do {
            let journal = try LineJournal(path: path(folder), heading: "h")
            #expect(journal.lines.isEmpty)
            try journal.append("a")
            try journal.append("b")
        }
        // A crash in the middle of a line.
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path(folder)))
        try file.seekToEnd()
        try file.write(contentsOf: Data("cut o".utf8))
        try file.close()
        do {
            let journal = try LineJournal(path: path(folder), heading: "h")
            #expect(journal.lines == ["a", "b"])
            try journal.append("c")
        }
        #expect(try String(contentsOfFile: path(folder), encoding: .utf8) == "h\na\nb\nc\n")
        #expect(try LineJournal(path: path(folder), heading: "h", restarts: true).lines.isEmpty)
        #expect(try String(contentsOfFile: path(folder), encoding: .utf8) == "h\n")
    }

    /// Killed while it wrote its heading.
    @Test func aHeadingThatWasCutOff() throws {
        let folder = try ScratchFolder()
        try Data("hea".utf8).write(to: URL(fileURLWithPath: path(folder)))
        #expect(try LineJournal(path: path(folder), heading: "heading").lines.isEmpty)
        #expect(try String(contentsOfFile: path(folder), encoding: .utf8) == "heading\n")
    }

    @Test func otherFilesAreNotTouched() throws {
        let folder = try ScratchFolder()
        for text in ["something else\nx\n", "no line break"] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path(folder)))
            #expect(throws: LineJournal.Failure.self) { try LineJournal(path: path(folder), heading: "h") }
            #expect(try String(contentsOfFile: path(folder), encoding: .utf8) == text)
        }
        #expect(throws: LineJournal.Failure.self) { try LineJournal(path: "/nonexistent/j", heading: "h") }
    }

    @Test func oneAtATime() throws {
        let folder = try ScratchFolder()
        let first = try LineJournal(path: path(folder), heading: "h")
        #expect(throws: LineJournal.Failure.inUse(path: path(folder))) {
            try LineJournal(path: path(folder), heading: "h")
        }
        try first.append("still mine")
    }

    /// Processes that other threads start meanwhile hold nothing.
    @Test func processesStartedMeanwhile() throws {
        let folder = try ScratchFolder()
        let path = path(folder)
        DispatchQueue.concurrentPerform(iterations: 2) { worker in
            for round in 0..<200 {
                if worker == 0 {
                    let child = Process()
                    child.executableURL = URL(fileURLWithPath: "/bin/true")
                    do { try child.run() } catch { Issue.record("\(error)") }
                    child.waitUntilExit()
                } else {
                    do {
                        try LineJournal(path: path, heading: "h").append("\(round)")
                    } catch {
                        Issue.record("round \(round): \(error)")
                    }
                }
            }
        }
        #expect(try LineJournal(path: path, heading: "h").lines.count == 200)
    }

    /// A refusal in this process leaves the lock where it is: another process is still kept out.
    @Test func otherProcesses() throws {
        let folder = try ScratchFolder()
        let path = path(folder)
        let first = try LineJournal(path: path, heading: "h")
        for link in ["", "/.", "/../scratch"] {
            let other = folder.path + link + "/j"
            #expect(throws: LineJournal.Failure.inUse(path: other)) {
                try LineJournal(path: other, heading: "h")
            }
        }
        #expect(throws: LineJournal.Failure.inUse(path: path)) {
            try LineJournal(path: path, heading: "h", restarts: true)
        }
        // A process of its own, whose lock is asked of the kernel.
        let script = """
            import fcntl, sys
            try:
                fcntl.lockf(open(sys.argv[1], "r+"), fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                sys.exit(3)
            """
        func status() throws -> Int32 {
            let child = Process()
            child.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            child.arguments = ["python3", "-c", script, path]
            try child.run()
            child.waitUntilExit()
            return child.terminationStatus
        }
        #expect(try status() == 3)
        try first.append("mine")
        _ = consume first
        #expect(try status() == 0)
    }
}
