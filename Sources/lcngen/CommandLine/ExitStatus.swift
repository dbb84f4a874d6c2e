import ChildProcesses
import CrossValidation

/// What the program's exit status says.
///
/// A command line that is wrong, whatever the rest of the world is like, is wrong usage: an unknown word, a value that an
/// option does not take, options that do not go together, an architecture that is none, a filter on the command line of
/// the wrong size. What is read from files, and what is well-formed but too large to be computed, is bad input. A limit of
/// time or memory that was reached leaves something open; where times are what is asked for (`table2`, `bench`), that one
/// is beyond its limit is an answer.
enum ExitStatus: Int32, Sendable, CaseIterable {
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
    /// Of a command that was asked to stop.
    static var stopped: ExitStatus { Interruption.request == .interrupt ? .interrupted : .undecided }

    init(_ verdict: Verdict) {
        switch verdict {
        case .agrees: self = .agreed
        case .disagrees: self = .disagreed
        case .undecided: self = .undecided
        }
    }

    /// For the help, the man page and the README.
    var meaning: String {
        switch self {
        case .agreed: "done and everything agreed"
        case .disagreed: "a check disagreed"
        case .undecided: "undecided (a limit)"
        case .usage: "wrong usage"
        case .badInput: "bad input, or too large"
        case .macaulay2Unavailable: "no usable Macaulay2"
        case .internalDefect: "a defect of lcngen"
        case .cannotWrite: "output not written"
        case .cannotRead: "input not read"
        case .interrupted: "interrupted"
        }
    }

    /// All with their meanings, as a sentence has them.
    static var list: String { allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: ", ") }
}
