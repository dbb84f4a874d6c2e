import ChildProcesses
import PlatformBasics

/// One line on the terminal that says what is going on; nothing where standard error is no terminal, or where it is not
/// wanted.
///
/// Used by one thread at a time.
final class Progress: @unchecked Sendable {
    private let isShown: Bool
    /// The longest text: a line that goes on in the next could not be taken away.
    private let longest: Int
    private var lastUpdate: ContinuousClock.Instant?
    private var hasLine = false
    private var currentTask = ""
    private var taskStart = ContinuousClock.now
    /// The last task whose time was announced when it had begun.
    var announcedTask: String?

    init(isQuiet: Bool) {
        isShown = !isQuiet && isatty(STDERR_FILENO) == 1
        let width = TerminalWidth.of(STDERR_FILENO, ProcessInfo.processInfo.environment)
        longest = max(1, (width ?? 100) - 1)
    }

    /// Shows a text, at most ten times a second.
    func show(_ text: @autoclosure () -> String) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let lastUpdate, now - lastUpdate < .milliseconds(100) { return }
        lastUpdate = now
        put("\r\u{1B}[K" + text().prefix(longest))
        hasLine = true
    }

    /// Shows how much of a task is done, and, from its speed until now, how long the rest will take.
    ///
    /// - Returns: that, in seconds; nil where it is too early to tell, as the first parts are no fair sample.
    @discardableResult
    func show(_ task: String, share: Double) -> Double? {
        let now = ContinuousClock.now
        if task != currentTask { (currentTask, taskStart) = (task, now) }
        let elapsed = (now - taskStart).inSeconds
        let rest = share > 0.02 && elapsed > 1 ? elapsed * (1 / share - 1) : nil
        show(
            "\(task): \(Int(share * 100)) %"
                + (rest.map { ", \(Int($0.rounded(.up))) s left" } ?? ""))
        return rest
    }

    /// Shows a text at once: the beginning of something that may take long.
    func begin(_ text: String) {
        lastUpdate = nil
        show(text)
    }

    func clear() {
        guard hasLine else { return }
        put("\r\u{1B}[K")
        hasLine = false
    }

    private func put(_ text: some StringProtocol) { StandardError.write(text) }

    deinit { clear() }
}
