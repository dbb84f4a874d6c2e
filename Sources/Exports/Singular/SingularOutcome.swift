extension SingularProgram {
    /// What became of a script.
    public enum Outcome<Answer: Sendable & Hashable>: Sendable, Hashable {
        /// It ended, and what it wrote was understood.
        case finished(Answer)
        /// It was stopped at this limit.
        case timedOut(seconds: Double)
        /// It was stopped because this program was asked to stop.
        case stopped
        /// There are no times.
        case failed(Failure)
    }

    /// Why there are no times.
    public enum Failure: Error, Hashable, Sendable {
        /// It could not be started, with `errno`.
        case notStarted(Int32)
        /// It ended with this status, other than 0.
        case exited(Int32)
        /// It was ended by this signal.
        case signalled(Int32)
        /// It was stopped at the limit of memory or output.
        case outOfMemory, tooMuchOutput
        /// A line of its answer is not what the script writes; the number of the line, from 1.
        case malformed(line: Int)
        /// It ended well, but without the version or with fewer parts than it was given.
        case incomplete(parts: Int, of: Int)
    }
}

extension SingularProgram.Failure: CustomStringConvertible {
    /// One line.
    public var description: String {
        switch self {
        case .notStarted(let code): return "Singular cannot be started (errno \(code))"
        case .exited(let status): return "Singular ended with status \(status)"
        case .signalled(let signal): return "Singular was ended by signal \(signal)"
        case .outOfMemory: return "Singular ran out of memory"
        case .tooMuchOutput: return "Singular wrote too much"
        case .malformed(let line): return "line \(line) of Singular's answer is malformed"
        case .incomplete(let parts, let expected):
            return "Singular answered for \(parts) of \(expected) parts"
        }
    }
}
