import Foundation

extension Process {
    /// Starts it with no signal blocked, and waits for its end.
    ///
    /// Threads of the test runner block most signals, and a program starts with what its thread blocks: a shell would
    /// wait for a SIGCHLD that does not come.
    package func runToEnd() throws {
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try run()
        waitUntilExit()
    }
}
