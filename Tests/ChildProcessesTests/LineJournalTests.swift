import Foundation
import TestSupport
import Testing

@testable import ChildProcesses

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

    /// Under another name too; and it is free again when the journal is gone.
    @Test func aFileHasOneJournalWhateverItIsCalled() throws {
        let folder = try ScratchFolder()
        let other = folder.path + "/other"
        #expect(symlink(path(folder), other) == 0)
        for _ in 0..<2 {
            let journal = try LineJournal(path: path(folder), heading: "h")
            #expect(throws: LineJournal.Failure.inUse(path: other)) {
                try LineJournal(path: other, heading: "h", restarts: true)
            }
            try journal.append("a")
        }
        #expect(try LineJournal(path: other, heading: "h").lines == ["a", "a"])
    }

    /// A process that is being started beside it does not hold its lock for a moment.
    @Test func processesStartedBesideIt() async throws {
        let folder = try ScratchFolder()
        let path = path(folder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    for _ in 0..<150 {
                        var error: Int32 = 0
                        let pid = Spawning(path: "/bin/true", arguments: [], environment: [:])
                            .start(&error) { _ in }
                        var status: Int32 = 0
                        if let pid { while waitpid(pid, &status, 0) < 0, errno == EINTR {} }
                    }
                }
            }
            group.addTask {
                for _ in 0..<1_500 { _ = try LineJournal(path: path, heading: "h") }
            }
            try await group.waitForAll()
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "h\n")
    }

    @Test func noRegularFile() throws {
        #expect(throws: LineJournal.Failure.self) { try LineJournal(path: "/dev/full", heading: "h") }
        #expect(throws: LineJournal.Failure.self) { try LineJournal(path: "/tmp", heading: "h") }
    }
}
