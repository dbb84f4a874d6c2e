import Foundation
import Macaulay2

/// The programs that live tests run: those of `LCNGEN_M2` (a list separated by colons), else `M2` on `PATH`.
public enum LiveMacaulay2 {
    public static let programs: [Macaulay2Program] = {
        let listed = Macaulay2Program.listed(ProcessInfo.processInfo.environment)
        return (listed.isEmpty ? ["M2"] : listed).compactMap { try? Macaulay2Program.locate($0) }
    }()

    public static var isPresent: Bool { !programs.isEmpty }

    /// Whether tests must fail, not be skipped, where no Macaulay2 is found.
    public static var isRequired: Bool { ProcessInfo.processInfo.environment["LCNGEN_REQUIRE_M2"] == "1" }
}

extension Macaulay2Program {
    /// A session for a test.
    public func session(seconds: Double = 60) -> Macaulay2Session {
        Macaulay2Session(program: self, limits: RunLimits(seconds: seconds), provenance: .test)
    }
}

extension Provenance {
    public static let test = Provenance(toolVersion: "lcngen", command: "test")
}
