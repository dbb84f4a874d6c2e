import ChildProcesses
import Dispatch
import Synchronization

/// Work that cannot be asked to stop, done on another thread, and left to itself there when the command is to stop: then
/// what it has told last is all there is.
final class LeavableWork<Part: Sendable>: Sendable {
    private struct State {
        var latest: Part?
        var error: (any Error)?
        var isLeft = false
    }

    private let state = Mutex(State())
    private let notes: Notes
    private let patience: DispatchTimeInterval

    /// - Parameter patience: how long work may go on that is to stop.
    init(notes: Notes, patience: DispatchTimeInterval) {
        (self.notes, self.patience) = (notes, patience)
    }

    /// Tells what is known so far, which replaces what was told before.
    func tell(_ part: Part) {
        state.withLock { if !$0.isLeft { $0.latest = part } }
    }

    /// Shows what begins.
    func begin(_ text: String) { say { $0.progress.begin(text) } }

    /// Writes to standard error, which is the command's again when the work is left.
    func say(_ write: (Notes) -> Void) {
        state.withLock { if !$0.isLeft { write(notes) } }
    }

    /// Waits until the work is done or is to be left.
    ///
    /// - Returns: what was told last, and whether the work came to its end before it was to stop.
    /// - Throws: what the work throws, unless it is to stop.
    func run(_ work: @escaping @Sendable (LeavableWork) throws -> Void) throws -> (Part?, isDone: Bool) {
        let end = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            do {
                try work(self)
            } catch {
                self.state.withLock { $0.error = error }
            }
            end.signal()
        }
        var isDone = false
        while !isDone, !Interruption.isRequested {
            isDone = end.wait(timeout: .now() + .milliseconds(20)) == .success
        }
        // Work that has just ended may have done so because its programs did.
        if Interruption.isRequested {
            if !isDone { _ = end.wait(timeout: .now() + patience) }
            isDone = false
        }
        return try state.withLock { state in
            state.isLeft = true
            if isDone, let error = state.error { throw error }
            return (state.latest, isDone)
        }
    }
}
