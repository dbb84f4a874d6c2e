import PlatformBasics

/// Notes for the person at the terminal. That nobody reads them, or that there is no room for them, is no reason to fail.
package enum StandardError {
    /// Writes a text, as far as it goes.
    package static func write(_ text: some StringProtocol) {
        _ = Array(text.utf8).withUnsafeBytes { writeAll($0, to: STDERR_FILENO) }
    }
}
