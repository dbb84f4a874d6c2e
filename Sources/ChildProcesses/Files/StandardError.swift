import Foundation

/// Notes for the person at the terminal. That nobody reads them, or that there is no room for them, is no reason to fail.
package enum StandardError {
    /// Writes a text, as far as it goes.
    package static func write(_ text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}
