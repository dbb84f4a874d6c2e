import Neurovariety

/// Why a file of results cannot be gone on from.
package enum ValidationError: Error, Hashable, Sendable {
    /// What the file was made with is not what there is now.
    case otherConditions(path: String, [ValidationConditions.Difference])
    /// The same shard of other architectures, as of a list that has changed.
    case otherPlan(path: String)
    case notResults(path: String)
    case notAResult(path: String, line: Int)
    /// Two results for one architecture exclude each other.
    case conflict(path: String, Architecture, lines: [Int])
}
