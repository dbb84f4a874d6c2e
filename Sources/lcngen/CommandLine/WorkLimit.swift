import ChildProcesses

/// When long work ends before its time: at `--time-limit`, and at the first interrupt where that only asks.
struct WorkLimit: Sendable {
    private let end: ContinuousClock.Instant?

    /// From now on; nil for no limit.
    init(seconds: Double?) { end = seconds.map { .now + .seconds($0) } }

    var isReached: Bool { Interruption.isRequested || end.map { ContinuousClock.now >= $0 } ?? false }

    /// Of a command that was stopped.
    var status: ExitStatus { Interruption.isRequested ? .interrupted : .undecided }
}
