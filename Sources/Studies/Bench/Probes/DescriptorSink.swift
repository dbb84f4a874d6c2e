import ChildProcesses
import Exports
import PlatformBasics

/// Writes to a descriptor, as the commands do, and counts.
final class DescriptorSink: ByteSink {
    /// For errors.
    private let path: String
    private let descriptor: Int32
    private(set) var bytesWritten = 0

    /// - Parameter descriptor: closed with the sink.
    init(_ descriptor: Int32, path: String) {
        (self.descriptor, self.path) = (descriptor, path)
    }

    /// A file without a name, gone when it is closed: what is written costs what writing to a file costs.
    ///
    /// - Throws: ``ProcessError/cannotWrite(path:reason:)``, as ``write(_:)`` does.
    convenience init(
        unlinkedIn environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(ProcessError) {
        let folder = try TemporaryFolder(environment)
        defer { folder.remove() }
        try self.init(file: folder.file("text"))
    }

    /// A file of this name, made or emptied.
    convenience init(file path: String) throws(ProcessError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.failure(path, errno) }
        self.init(descriptor, path: path)
    }

    private static func failure(_ path: String, _ code: Int32) -> ProcessError {
        .cannotWrite(path: path, reason: String(cString: strerror(code)))
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        let code = writeAll(bytes, to: descriptor)
        guard code == 0 else { throw Self.failure(path, code) }
        bytesWritten += bytes.count
    }

    deinit { close(descriptor) }
}
