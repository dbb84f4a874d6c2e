import Foundation
import Synchronization

/// A file of lines that is only appended to, so that an interrupted run goes on where it stopped.
///
/// The first line says what the lines are. Every line is on the disk before ``append(_:)`` returns; a last line that a crash
/// cut off does not count and is taken out. One process at a time writes to it. Safe to use from several threads.
package final class LineJournal: Sendable {
    /// The lines after the heading that were there.
    package let lines: [String]
    private let path: String
    private let descriptor: Mutex<Int32>

    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case otherHeading(path: String, found: String)
        case inUse(path: String)
        case cannotWrite(path: String, reason: String)

        package var description: String {
            switch self {
            case .otherHeading(let path, let found):
                return "\(path) was made by something else: it begins with '\(found.prefix(200))'"
            case .inUse(let path): return "\(path) is in use by another run"
            case .cannotWrite(let path, let reason): return "cannot write \(path): \(reason)"
            }
        }
    }

    /// - Parameters:
    ///   - restarts: whether what is there is thrown away.
    package init(path: String, heading: String, restarts: Bool = false) throws(Failure) {
        self.path = path
        func failure() -> Failure { .cannotWrite(path: path, reason: String(cString: strerror(errno))) }
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw failure() }
        var isOpen = true
        defer { if isOpen { close(file) } }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw .inUse(path: path) }
        let data = restarts ? Data() : FileManager.default.contents(atPath: path) ?? Data()
        let whole = data.lastIndex(of: UInt8(ascii: "\n")).map { data[...$0] } ?? Data()
        let lines = String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init)
        if let first = lines.first {
            guard first == heading else { throw .otherHeading(path: path, found: first) }
        } else if !data.isEmpty, !heading.utf8.starts(with: data) {
            throw .otherHeading(path: path, found: String(decoding: data, as: UTF8.self))
        }
        if whole.count < data.count || restarts {
            guard ftruncate(file, off_t(whole.count)) == 0 else { throw failure() }
        }
        guard lseek(file, 0, SEEK_END) >= 0 else { throw failure() }
        self.lines = Array(lines.dropFirst())
        isOpen = false
        descriptor = Mutex(file)
        if lines.isEmpty { try append(heading) }
    }

    deinit { descriptor.withLock { _ = close($0) } }

    /// - Parameter line: without a line break.
    package func append(_ line: String) throws(Failure) {
        let bytes = Array((line + "\n").utf8)
        let path = path
        try descriptor.withLock { file throws(Failure) in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
                if written < 0 {
                    if errno == EINTR { continue }
                    throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
                }
                rest = rest.dropFirst(written)
            }
            guard fsync(file) == 0 || errno == EINVAL else {
                throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
            }
        }
    }
}
