import Foundation

/// The Pythons that live tests run: those of `LCNGEN_PYTHON` (a list separated by colons), `/usr/bin/python3` and
/// `python3` on `PATH`, as far as they have the modules that a test needs.
package struct LivePython: Sendable, CustomStringConvertible {
    /// As `import` names them.
    package let modules: String
    /// All of `LCNGEN_PYTHON` that have them; else the first of the others that does.
    package let programs: [String]
    /// The variable that makes its absence a failure, not a skip.
    private let requirement: String

    package static let pyTorch = LivePython("numpy, torch", requirement: "LCNGEN_REQUIRE_PYTORCH")
    package static let jsonSchema = LivePython("jsonschema", requirement: "LCNGEN_REQUIRE_JSONSCHEMA")

    package static let all = [pyTorch, jsonSchema]

    private init(_ modules: String, requirement: String) {
        (self.modules, self.requirement) = (modules, requirement)
        let listed = (Self.environment["LCNGEN_PYTHON"] ?? "").split(separator: ":").map(String.init)
            .filter { Self.has(modules, $0) }
        programs =
            listed.isEmpty
            ? Array(["/usr/bin/python3", "python3"].filter { Self.has(modules, $0) }.prefix(1)) : listed
    }

    package var description: String { "Python with \(modules)" }

    private static let environment = ProcessInfo.processInfo.environment

    package var isPresent: Bool { !programs.isEmpty }
    package var isRequired: Bool { Self.environment[requirement] == "1" }

    private static func has(_ modules: String, _ program: String) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, "-c", "import \(modules)"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return (try? process.runToEnd()) != nil && process.terminationStatus == 0
    }
}
