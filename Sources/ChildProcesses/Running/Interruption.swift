import PlatformBasics
import Synchronization

/// What must be undone when the program is interrupted, or its time is over: running process groups, temporary files.
///
/// ``install()`` blocks the signals in the whole process and leaves them to one thread that waits for them,
/// so nothing happens inside a signal handler. Starting a process and noting it down is one step under the
/// lock (``starting(_:)``), so no interrupt falls between.
package enum Interruption {
    struct State {
        var processGroups: Set<pid_t> = []
        var temporaryPaths: Set<String> = []
        var farewell: @Sendable (_ reason: String) -> String = { $0 }
        /// Whether a first interrupt, and the end of the time, only ask to stop, and what is said at an interrupt then;
        /// else the first ends the program.
        var asksFirst = false
        var stoppingLine: String?
        var timeLimit: (reason: String, status: Int32)?
        /// Whether the next alarm ends the program: the signal to end was some time ago, and who sent it will not wait
        /// for ever.
        var endsAtAlarm = false

        func undo(_ reason: String?) {
            for group in processGroups { kill(-group, SIGKILL) }
            for path in temporaryPaths { try? FileManager.default.removeItem(atPath: path) }
            // Over a line of progress, where there is one.
            let start = isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : ""
            if let reason { StandardError.write("\(start)\(farewell(reason))\n") }
        }
    }

    /// Why the program is to stop.
    package enum Reason: UInt8, AtomicRepresentable {
        case none
        case interrupt
        case timeLimit
    }

    private static let reason = Atomic<Reason>(.none)

    /// Whether an interrupt, or the end of the time, has asked to stop (``askFirst(say:)``).
    package static var isRequested: Bool { request != .none }

    /// What has asked to stop.
    package static var request: Reason { reason.load(ordering: .relaxed) }

    /// From now on a first interrupt only asks, with a line on standard error if there is one, and so does the end of the
    /// time; the second ends the program. SIGTERM and SIGHUP ask as well, and end it ``grace`` seconds later.
    package static func askFirst(say line: String?) {
        state.withLock { ($0.asksFirst, $0.stoppingLine) = (true, line) }
    }

    static let state = Mutex(State())

    /// Seconds between SIGTERM and the end. Slurm and service managers kill after 30 or more.
    private static let grace = 10.0

    /// The exit status after an interrupt.
    package static let exitStatus: Int32 = 130

    /// Sets the line that is written to standard error at the end, made of the reason.
    package static func onInterrupt(say line: @escaping @Sendable (_ reason: String) -> String) {
        state.withLock { $0.farewell = line }
    }

    /// Ends the program as an interrupt would when so many seconds are over, unless it only asks (``askFirst(say:)``).
    ///
    /// - Parameters:
    ///   - reason: for the last line.
    ///   - status: what the program exits with.
    package static func endAfter(seconds: Double, reason: String, status: Int32) {
        state.withLock { $0.timeLimit = (reason, status) }
        alarm(after: seconds)
    }

    private static func alarm(after seconds: Double) {
        var timer = itimerval()
        // Zero would be none.
        let microseconds = max(1, min(seconds, 1e9) * 1e6)
        timer.it_value.tv_sec = .init(microseconds / 1e6)
        timer.it_value.tv_usec = .init(microseconds.truncatingRemainder(dividingBy: 1e6))
        let code = setitimer(Self.realTime, &timer, nil)
        precondition(code == 0, "no timer")
    }

    /// Takes over SIGINT, SIGTERM, SIGHUP, SIGQUIT and SIGALRM. Call once, before any thread is started.
    package static func install() {
        var signals = handled
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let waiting: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { _ in
            Interruption.waitForSignals()
            return nil
        }
        let code = pthread_create(&thread, nil, waiting, nil)
        precondition(code == 0, "no thread for signals")
        pthread_detach(thread)
    }

    private static func waitForSignals() {
        var waited = handled
        while true {
            var received: Int32 = 0
            sigwait(&waited, &received)
            let (asksFirst, timeLimit, isLast) = state.withLock {
                ($0.asksFirst, $0.timeLimit, $0.endsAtAlarm)
            }
            if received == SIGALRM {
                if isLast { undoAndExit("interrupted", exitStatus) }
                guard asksFirst else {
                    undoAndExit(timeLimit?.reason ?? "interrupted", timeLimit?.status ?? exitStatus)
                }
                if !isRequested { reason.store(.timeLimit, ordering: .relaxed) }
                continue
            }
            guard received != SIGQUIT, !isRequested, asksFirst else {
                undoAndExit("interrupted", exitStatus)
            }
            reason.store(.interrupt, ordering: .relaxed)
            if received != SIGINT {
                state.withLock { $0.endsAtAlarm = true }
                alarm(after: grace)
            }
            guard let line = state.withLock({ $0.stoppingLine }) else { continue }
            StandardError.write("\(isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : "")\(line)\n")
        }
    }

    #if canImport(Glibc)
        private static let realTime = __itimer_which_t(ITIMER_REAL.rawValue)
    #else
        private static let realTime = ITIMER_REAL
    #endif

    private static var handled: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM] { sigaddset(&signals, signal) }
        return signals
    }

    /// Leaves while other threads may still work: their processes end, and their temporary files are removed.
    package static func leave(_ status: Int32) -> Never { undoAndExit(nil, status) }

    /// Ends all processes, removes all temporary files and leaves. The lock is kept: nothing new starts.
    private static func undoAndExit(_ reason: String?, _ status: Int32) -> Never {
        state.withLock { state in
            state.undo(reason)
            _exit(status)
        }
        _exit(status)
    }

    /// The same inside a signal handler, where another thread may have been stopped with the lock.
    ///
    /// - Returns: if the lock was taken.
    static func undoAndExitIfUnlocked(_ reason: String, _ status: Int32) {
        state.withLockIfAvailable { state in
            state.undo(reason)
            _exit(status)
        }
    }

    /// Makes a temporary file or folder and notes it down, in one step.
    package static func makingTemporary<Failure: Error>(
        path: String, _ make: () throws(Failure) -> Void
    ) throws(Failure) {
        try state.withLock { state throws(Failure) in
            try make()
            state.temporaryPaths.insert(path)
        }
    }

    /// Removes a temporary file or folder, or lets it stay because it has become a result.
    package static func endingTemporary(path: String, _ end: () throws -> Void) rethrows {
        try state.withLock { state in
            state.temporaryPaths.remove(path)
            try end()
        }
    }

    /// Does what must not be cut off: an interrupt takes effect when it is done.
    package static func postponed<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
        try state.withLock { _ throws(Failure) in try body() }
    }

    /// Starts a process group and notes it down, in one step.
    static func starting(_ start: () -> pid_t?) -> pid_t? {
        state.withLock { state in
            let group = start()
            if let group { state.processGroups.insert(group) }
            return group
        }
    }

    static func ended(processGroup group: pid_t) {
        state.withLock { state in
            // Also what the leader left behind.
            kill(-group, SIGKILL)
            _ = state.processGroups.remove(group)
        }
    }
}
