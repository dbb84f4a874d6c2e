import Foundation

/// The folder `fixtures` of this checkout.
public enum Fixtures {
    public static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("fixtures")

    public static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    public static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// Golden files are written anew when the tests run with `LCNGEN_RECORD=1`.
    public static var isRecording: Bool { ProcessInfo.processInfo.environment["LCNGEN_RECORD"] == "1" }
}

/// A folder for one test, removed with the value.
public final class ScratchFolder: Sendable {
    public let url: URL

    public init(_ name: String = "scratch") throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("lcngen-tests-\(UUID().uuidString)").appendingPathComponent(name)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    public var path: String { url.path }

    public var contents: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
}
