/// Why a program could not be found or started, or a file of ours not be read or written.
package enum ProcessError: Error, Hashable, Sendable {
    /// No program of that name or at that place.
    case absent(String)
    /// Something is there, but it cannot be run.
    case unusable(path: String, reason: String)
    case cannotRead(path: String, reason: String)
    case cannotWrite(path: String, reason: String)
}

extension ProcessError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .absent(let reason): return reason
        case .unusable(let path, let reason): return "\(path) cannot be run: \(reason)"
        case .cannotRead(let path, let reason): return "cannot read \(path): \(reason)"
        case .cannotWrite(let path, let reason): return "cannot write \(path): \(reason)"
        }
    }
}
