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

extension Provenance {
    package static let test = Provenance(toolVersion: "lcngen", command: "test")
}
