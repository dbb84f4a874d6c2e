import Foundation
import TestSupport

@testable import Macaulay2

extension Macaulay2Program {
    /// Runs any text, in a session of its own.
    func run(
        text: String, name: String, limits: RunLimits, keep: URL? = nil
    ) throws(Macaulay2Failure) -> Macaulay2Run {
        try Macaulay2Session(program: self, limits: limits, keep: keep, provenance: .test)
            .run(text: text, named: name)
    }
}
