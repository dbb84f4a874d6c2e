import Foundation
import TestSupport
import Testing

/// The program is small and starts at once because nothing draws in the full Foundation, and ICU with it.
@Suite struct ImportTests {
    @Test func onlyOneSourceImportsFoundation() throws {
        let sources = Fixtures.folder.deletingLastPathComponent().appendingPathComponent("Sources").path
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources).filter {
            $0.hasSuffix(".swift")
        }
        #expect(files.count > 200)
        let importing = try files.filter { file in
            try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8).split(separator: "\n")
                .contains { line in
                    // With and without attributes, access levels and kinds, as `@_exported import struct Foundation.Data`.
                    let words = line.prefix { $0 != "/" }.split(separator: " ")
                    return words.contains("import") && words.contains { $0.hasPrefix("Foundation") }
                }
        }
        #expect(importing == ["PlatformBasics/Platform.swift"])
    }
}
