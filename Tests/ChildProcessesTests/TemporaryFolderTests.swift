import Foundation
import TestSupport
import Testing

@testable import ChildProcesses

@Suite struct TemporaryFolderTests {
    @Test func filesComeAndGo() throws {
        let scratch = try ScratchFolder("ein Ordner mit Ümläuten")
        let folder = try TemporaryFolder(["TMPDIR": scratch.path])
        var information = stat()
        #expect(stat(folder.path, &information) == 0 && information.st_mode & 0o777 == 0o700)
        try folder.write("ä\n", to: "a")
        #expect(try folder.contents("a") == Array("ä\n".utf8))
        #expect(try folder.contents("a", atMost: 1) == [0xC3])
        #expect(try folder.contents("absent").isEmpty)
        folder.remove()
        #expect(scratch.contents.isEmpty)
    }

    @Test func whatCannotBeReadOrWritten() throws {
        let folder = try TemporaryFolder([:])
        defer { folder.remove() }
        #expect(mkdir(folder.file("folder"), 0o700) == 0)
        #expect {
            _ = try folder.contents("folder")
        } throws: {
            if case ProcessError.cannotRead? = $0 as? ProcessError { true } else { false }
        }
        #expect {
            try folder.write("", to: "folder")
        } throws: {
            if case ProcessError.cannotWrite? = $0 as? ProcessError { true } else { false }
        }
        #expect {
            _ = try TemporaryFolder(["TMPDIR": "/proc"])
        } throws: {
            if case ProcessError.cannotWrite? = $0 as? ProcessError { true } else { false }
        }
    }
}
