import ChildProcesses
import Exports
import PlatformBasics

/// Standard output, or a file that appears under its name only when it is whole.
///
/// Without `--out`, and by `--out -`, it is standard output. `--out FILE` is written beside its place and renamed at the end, so a failure or an interrupt leaves
/// nothing under the final name. What exists and is no regular file (`/dev/stdout`, a pipe) is written
/// directly.
final class OutputSink: ByteSink {
    private let descriptor: Int32
    private let path: String?
    /// The path with symbolic links resolved, so that a link stays.
    private let target: String
    private let temporaryPath: String?
    private var isFinished = false

    /// Opens the place at once: an unwritable one is known before any long work.
    init(path: String?) throws {
        guard let path, path != "-" else {
            (descriptor, self.path, target, temporaryPath) = (STDOUT_FILENO, nil, "", nil)
            return
        }
        self.path = path
        var information = stat()
        let exists = stat(path, &information) == 0
        if exists && information.st_mode & S_IFMT != S_IFREG {
            temporaryPath = nil
            target = path
            descriptor = open(path, O_WRONLY)
            guard descriptor >= 0 else { throw Self.failure(path) }
            return
        }
        let target = exists ? URL(fileURLWithPath: path).resolvingSymlinksInPath().path : path
        if exists, access(target, W_OK) != 0 { throw Self.failure(path) }
        let temporary = "\(target).\(getpid()).partial"
        var opened: Int32 = -1
        try Interruption.makingTemporary(path: temporary) { () throws(CommandFailure) in
            opened = open(
                temporary, O_WRONLY | O_CREAT | O_EXCL, exists ? information.st_mode & 0o777 : 0o666)
            guard opened >= 0 else { throw Self.failure(path) }
        }
        descriptor = opened
        self.target = target
        temporaryPath = temporary
    }

    private static func failure(_ path: String, _ code: Int32 = errno) -> CommandFailure {
        CommandFailure(.cannotWrite, "cannot write \(path): \(String(cString: strerror(code)))")
    }

    /// The letters in a line; nil where it is no terminal, or one that does not tell.
    var terminalWidth: Int? { TerminalWidth.of(descriptor, ProcessInfo.processInfo.environment) }

    /// For text that is written anew for every terminal: what can be read at ease, at most.
    var readableWidth: Int { min(terminalWidth ?? 80, 100) }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        let code = writeAll(bytes, to: descriptor)
        if code == EPIPE && path == nil { throw OutputClosed() }
        guard code == 0 else { throw Self.failure(path ?? "to standard output", code) }
    }

    /// Puts the file in its place. Without this call nothing is left of it.
    func finish() throws {
        guard let path, let temporaryPath else {
            if path != nil { close(descriptor) }
            isFinished = true
            return
        }
        guard close(descriptor) == 0 else { throw Self.failure(path) }
        try Interruption.endingTemporary(path: temporaryPath) {
            guard rename(temporaryPath, target) == 0 else {
                let failure = Self.failure(path)
                unlink(temporaryPath)
                throw failure
            }
        }
        isFinished = true
    }

    deinit {
        guard !isFinished, let temporaryPath else { return }
        close(descriptor)
        Interruption.endingTemporary(path: temporaryPath) { _ = unlink(temporaryPath) }
    }

    /// Opens, writes all of a text, finishes.
    static func write(_ text: String, to path: String?) throws {
        let sink = try OutputSink(path: path)
        try sink.write(text)
        try sink.finish()
    }
}
