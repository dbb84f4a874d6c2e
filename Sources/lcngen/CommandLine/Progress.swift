import Foundation

/// One line on the terminal that says what is going on; nothing where standard error is no terminal.
final class Progress {
    private let isShown = isatty(STDERR_FILENO) == 1
    private var lastUpdate: ContinuousClock.Instant?
    private var hasLine = false

    /// Shows a text, at most ten times a second.
    func show(_ text: @autoclosure () -> String) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let lastUpdate, now - lastUpdate < .milliseconds(100) { return }
        lastUpdate = now
        put("\r\u{1B}[K" + text().prefix(100))
        hasLine = true
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

    private func put(_ text: some StringProtocol) {
        FileHandle.standardError.write(Data(text.utf8))
    }

    deinit { clear() }
}
