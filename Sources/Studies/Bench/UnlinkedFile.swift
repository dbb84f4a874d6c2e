import Exports
import Foundation

/// A file without a name, gone when it is closed: what is written costs what writing to a file costs.
final class UnlinkedFile: ByteSink {
    private let descriptor: Int32
    private(set) var bytesWritten = 0

    init() throws {
        var template = Array(
            (FileManager.default.temporaryDirectory.path + "/lcngen-bench-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        unlink(&template)
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let slice = UnsafeRawBufferPointer(rebasing: rest)
            let written = Foundation.write(descriptor, slice.baseAddress, slice.count)
            if written < 0 {
                if errno == EINTR { continue }
                throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            }
            rest = rest.dropFirst(written)
            bytesWritten += written
        }
    }

    deinit { close(descriptor) }
}
