import PlatformBasics
import Training

/// A text that is read for an option, from a file or from standard input.
enum InputFile {
    /// How messages call it.
    static func name(_ path: String) -> String { path == "-" ? "standard input" : VisibleText.of(path) }

    static func text(path: String) throws(CommandFailure) -> String {
        do throws(SystemError) {
            return String(decoding: try FileBytes.readInput(path), as: UTF8.self)
        } catch {
            throw CommandFailure(.cannotRead, "cannot read \(name(path)): \(error)")
        }
    }
}
