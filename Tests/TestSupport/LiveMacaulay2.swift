import Foundation
import Macaulay2

/// The programs that live tests run: those of `LCNGEN_M2` (a list separated by colons), else `M2` on `PATH`.
package enum LiveMacaulay2 {
    package static let programs: [Macaulay2Program] = {
        let listed = Macaulay2Program.listed(ProcessInfo.processInfo.environment)
        return (listed.isEmpty ? ["M2"] : listed).compactMap { try? Macaulay2Program.locate($0) }
    }()

    package static var isPresent: Bool { !programs.isEmpty }

    /// Whether tests must fail, not be skipped, where no Macaulay2 is found.
    package static var isRequired: Bool { ProcessInfo.processInfo.environment["LCNGEN_REQUIRE_M2"] == "1" }
}

extension Macaulay2Program {
    /// A session for a test.
    package func session(seconds: Double = 60) -> Macaulay2Session {
        Macaulay2Session(program: self, limits: RunLimits(seconds: seconds), provenance: .test)
    }
}

extension Macaulay2Program {
    /// Runs a text as a script, and returns its status and what it wrote.
    package func output(of text: String) throws -> (status: Int32, text: String) {
        let scratch = try ScratchFolder()
        try scratch.write(text, to: "script.m2")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["--script", scratch.path + "/script.m2"]
        let output = Pipe()
        process.standardOutput = output
        try process.runToEnd()
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        return (process.terminationStatus, String(decoding: written, as: UTF8.self))
    }
}

extension Provenance {
    package static let test = Provenance(toolVersion: "lcngen", command: "test")
}
