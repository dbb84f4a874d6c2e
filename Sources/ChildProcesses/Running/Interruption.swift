import PlatformBasics
import Synchronization

/// What must be undone when the program is interrupted: running process groups, temporary files.
///
/// ``install()`` blocks the signals in the whole process and leaves them to one thread that waits for them,
/// so nothing happens inside a signal handler. Starting a process and noting it down is one step under the
/// lock (``starting(_:)``), so no interrupt falls between.
package enum Interruption {
    struct State {
        var processGroups: Set<pid_t> = []
        var temporaryPaths: Set<String> = []
        var farewell = "interrupted"
        /// Whether a first interrupt only asks to stop, and what is said then; else the first ends the program.
        var asksFirst = false
        var request: String?
    }

    private static let isAsked = Atomic<Bool>(false)

    /// Whether an interrupt has asked to stop (``askFirst(say:)``).
    package static var isRequested: Bool { isAsked.load(ordering: .relaxed) }

    /// From now on a first interrupt only asks, with a line on standard error if there is one; the second ends the program.
    package static func askFirst(say line: String?) {
        state.withLock { ($0.asksFirst, $0.request) = (true, line) }
    }

    static let state = Mutex(State())

    /// The exit status after an interrupt.
    package static let exitStatus: Int32 = 130

    /// Sets the line that is written to standard error at an interrupt.
    package static func onInterrupt(say line: String) {
        state.withLock { $0.farewell = line }
    }

    /// Takes over SIGINT, SIGTERM, SIGHUP and SIGQUIT. Call once, before any thread is started.
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
            guard received == SIGINT, !isRequested, state.withLock({ $0.asksFirst }) else { undoAndExit() }
            isAsked.store(true, ordering: .relaxed)
            guard let line = state.withLock({ $0.request }) else { continue }
            StandardError.write("\(isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : "")\(line)\n")
        }
    }

    private static var handled: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&signals, signal) }
        return signals
    }

    /// Ends all processes, removes all temporary files and leaves. The lock is kept: nothing new starts.
    private static func undoAndExit() -> Never {
        state.withLock { state in
            for group in state.processGroups { kill(-group, SIGKILL) }
            for path in state.temporaryPaths { try? FileManager.default.removeItem(atPath: path) }
            // Over a line of progress, where there is one.
            let start = isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : ""
            StandardError.write("\(start)\(state.farewell)\n")
            _exit(exitStatus)
        }
        _exit(exitStatus)
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
