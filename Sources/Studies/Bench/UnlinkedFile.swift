import ChildProcesses
import Exports
import PlatformBasics

/// A file without a name, gone when it is closed: what is written costs what writing to a file costs.
final class UnlinkedFile: ByteSink {
    private let path: String
    private let descriptor: Int32
    private(set) var bytesWritten = 0

    /// Makes it where temporary files go.
    ///
    /// - Throws: ``ProcessError/cannotWrite(path:reason:)``, as ``write(_:)`` does.
    init(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws(ProcessError) {
        path = TemporaryFolder.parent(environment) + "/lcngen-bench-XXXXXX"
        var template = Array(path.utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Self.failure(path, errno) }
        unlink(&template)
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
