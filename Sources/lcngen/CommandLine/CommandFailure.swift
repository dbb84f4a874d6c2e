/// Why a command ends without a result: one line for the person, and the status.
struct CommandFailure: Error {
    let status: ExitStatus
    let message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    /// What an error of any library means to the person: its description with advice, and its status.
    init(_ error: any Error) {
        if let failure = error as? CommandFailure {
            self = failure
        } else if let status = ExitStatus(error) {
            self.init(status, "\(error)\(Advice.after(error))")
        } else {
            self.init(.internalDefect, "a defect of lcngen: \(error)")
        }
    }
}

/// The reader of our output has gone, as with `| head -1`: nothing is left to do or to say.
struct OutputClosed: Error {}
