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

    package var contents: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
}
