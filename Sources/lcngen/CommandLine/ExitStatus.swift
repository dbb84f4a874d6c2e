import CrossValidation

/// What the program's exit status says.
enum ExitStatus: Int32, Sendable {
    /// Done, and every check agreed.
    case agreed = 0
    /// A check disagreed.
    case disagreed = 1
    /// A time or memory limit left something open.
    case undecided = 2
    case usage = 64
    case badInput = 65
    /// Macaulay2 is needed, and absent or unusable.
    case macaulay2Unavailable = 69
    /// A defect of this program.
    case internalDefect = 70
    case cannotWrite = 73
    case cannotRead = 74
    case interrupted = 130
}

extension ExitStatus {
    init(_ verdict: Verdict) {
        switch verdict {
        case .agrees: self = .agreed
        case .disagrees: self = .disagreed
        case .undecided: self = .undecided
        }
    }
}
