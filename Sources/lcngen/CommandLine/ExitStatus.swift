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
}

/// Why a command ends without a result: one line for the person, and the status.
struct CommandFailure: Error {
    let status: ExitStatus
    let message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}

/// The reader of our output has gone, as with `| head -1`: nothing is left to do or to say.
struct OutputClosed: Error {}
