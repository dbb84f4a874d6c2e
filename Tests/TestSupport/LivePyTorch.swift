import Foundation

/// The Pythons with PyTorch and NumPy that live tests run: those of `LCNGEN_PYTHON` (a list separated by colons), else
/// `python3` on `PATH`.
package enum LivePyTorch {
    package static let programs: [String] = {
        let listed = (ProcessInfo.processInfo.environment["LCNGEN_PYTHON"] ?? "").split(separator: ":")
        return (listed.isEmpty ? ["python3"] : listed.map(String.init)).filter(hasPyTorch)
    }()

    package static var isPresent: Bool { !programs.isEmpty }

    /// Whether tests must fail, not be skipped, where there is none.
    package static var isRequired: Bool {
        ProcessInfo.processInfo.environment["LCNGEN_REQUIRE_PYTORCH"] == "1"
    }

    private static func hasPyTorch(_ program: String) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, "-c", "import numpy, torch"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return (try? process.runToEnd()) != nil && process.terminationStatus == 0
    }
}
