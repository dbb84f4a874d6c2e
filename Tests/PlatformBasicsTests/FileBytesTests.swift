import Foundation
import TestSupport
import Testing

@testable import PlatformBasics

@Suite struct FileBytesTests {
    private func code(_ body: () throws(SystemError) -> Void) -> Int32? {
        do throws(SystemError) {
            try body()
            return nil
        } catch {
            return error.code
        }
    }

    @Test func reading() throws {
        let folder = try ScratchFolder("ein Ordner mit Ümläuten")
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try FileBytes.write(bytes, path: folder.path + "/a")
        #expect(try FileBytes.read(path: folder.path + "/a") == bytes)
        #expect(try FileBytes.read(path: folder.path + "/a", atMost: 70_000) == Array(bytes[..<70_000]))
        try FileBytes.write([1], path: folder.path + "/a")
        #expect(try FileBytes.read(path: folder.path + "/a") == [1])
        #expect(try FileBytes.read(path: "/dev/null").isEmpty)
        // Its size is said to be 0.
        #expect(try !FileBytes.read(path: "/proc/self/status").isEmpty)
    }

    @Test func errors() throws {
        let folder = try ScratchFolder()
        #expect(code { () throws(SystemError) in _ = try FileBytes.read(path: folder.path + "/a") } == ENOENT)
        #expect(code { () throws(SystemError) in _ = try FileBytes.read(path: folder.path) } == EISDIR)
        #expect(code { () throws(SystemError) in try FileBytes.write([], path: folder.path) } == EISDIR)
        #expect(code { () throws(SystemError) in try FileBytes.write([1], path: "/dev/full") } == ENOSPC)
        #expect(SystemError(code: ENOENT).description == "No such file or directory")
    }

    @Test func replacing() throws {
        let folder = try ScratchFolder()
        try FileBytes.replace(path: folder.path + "/a", by: [1, 2], permissions: 0o700)
        #expect(folder.contents == ["a"])
        #expect(try FileBytes.read(path: folder.path + "/a") == [1, 2])
        #expect(FileManager.default.isExecutableFile(atPath: folder.path + "/a"))
        #expect(mkdir(folder.path + "/b", 0o700) == 0)
        #expect(
            code { () throws(SystemError) in try FileBytes.replace(path: folder.path + "/b", by: [1]) }
                == EISDIR)
        #expect(folder.contents == ["a", "b"])
    }

    @Test func folders() throws {
        let folder = try ScratchFolder()
        let made = try FileBytes.makeFolder(folder.path + "/a/b/c")
        #expect(made == ["/a", "/a/b", "/a/b/c"].map { folder.path + $0 })
        #expect(try FileBytes.makeFolder(folder.path + "/a/b/c").isEmpty)
        try folder.write("", to: "file")
        #expect(
            code { () throws(SystemError) in try FileBytes.makeFolder(folder.path + "/file/a") } == ENOTDIR)
        #expect(code { () throws(SystemError) in try FileBytes.makeFolder(folder.path + "/file") } == ENOTDIR)
    }

    @Test func blanks() {
        #expect(" \ta b\u{A0}".withoutBlanksAround == "a b" && "".withoutBlanksAround == "")
        #expect(" \t ".withoutBlanksAround == "" && " a\n".withoutBlanksAround == "a\n")
    }
}
