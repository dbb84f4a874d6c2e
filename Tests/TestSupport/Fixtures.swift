import Foundation

/// The folder `fixtures` of this checkout.
package enum Fixtures {
    package static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("fixtures")

    package static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    package static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// The versions of Macaulay2 of which runs are recorded.
    package static let recordedVersions: [String] = {
        let folders = try? FileManager.default.contentsOfDirectory(atPath: path("transcripts"))
        return (folders ?? []).sorted()
    }()

    /// Golden files are written anew when the tests run with `LCNGEN_RECORD=1`.
    package static var isRecording: Bool { ProcessInfo.processInfo.environment["LCNGEN_RECORD"] == "1" }
}

/// A folder for one test, removed with the value.
package final class ScratchFolder: Sendable {
    package let url: URL

    package init(_ name: String = "scratch") throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("lcngen-tests-\(UUID().uuidString)").appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    package var path: String { url.path }

    /// A program in the folder, from its text; its path.
    ///
    /// It is written by a process of its own. A process that a test beside this one starts at that moment would inherit
    /// what is open here for writing, and until it has closed it, the program is a "text file busy".
    package func program(named name: String = "M2", _ text: String) throws -> String {
        let source = url.deletingLastPathComponent().appendingPathComponent("program.text")
        try Data(text.utf8).write(to: source)
        let target = url.appendingPathComponent(name).path
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/bin/sh")
        writer.arguments = ["-c", "cat < \"$1\" > \"$2\" && chmod 755 \"$2\"", "sh", source.path, target]
        try writer.runToEnd()
        guard writer.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
        return target
    }

    /// A file in the folder.
    package func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: url.appendingPathComponent(name))
    }

    package var contents: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
}
