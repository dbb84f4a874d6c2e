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
    private let file: Mutex<LockedFile>

    /// Why a journal cannot be used.
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
        let file: LockedFile
        do throws(LockedFile.Failure) {
            file = try LockedFile(path: path)
        } catch {
            switch error {
            case .inUse: throw .inUse(path: path)
            case .cannotOpen(let code):
                throw .cannotWrite(path: path, reason: String(cString: strerror(code)))
            }
        }
        guard let data = restarts ? Data() : file.contents() else { throw failure() }
        let whole = data.lastIndex(of: UInt8(ascii: "\n")).map { data[...$0] } ?? Data()
        let lines = String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init)
        if let first = lines.first {
            guard first == heading else { throw .otherHeading(path: path, found: first) }
        } else if !data.isEmpty, !heading.utf8.starts(with: data) {
            throw .otherHeading(path: path, found: String(decoding: data, as: UTF8.self))
        }
        if whole.count < data.count || restarts {
            guard ftruncate(file.descriptor, off_t(whole.count)) == 0 else { throw failure() }
        }
        guard lseek(file.descriptor, 0, SEEK_END) >= 0 else { throw failure() }
        self.lines = Array(lines.dropFirst())
        self.file = Mutex(file)
        if lines.isEmpty { try append(heading) }
    }

    /// - Parameter line: without a line break.
    package func append(_ line: String) throws(Failure) {
        let bytes = Array((line + "\n").utf8)
        let path = path
        try file.withLock { file throws(Failure) in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { write(file.descriptor, $0.baseAddress, $0.count) }
                if written < 0 {
                    if errno == EINTR { continue }
                    throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
                }
                rest = rest.dropFirst(written)
            }
            guard fsync(file.descriptor) == 0 || errno == EINVAL else {
                throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
            }
        }
    }
}
