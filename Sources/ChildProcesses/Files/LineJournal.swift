import PlatformBasics
import Synchronization

/// A file of lines that is only appended to, so that an interrupted run goes on where it stopped.
///
/// The first line says what the lines are. Every line is on the disk before ``append(_:)`` returns; a last line that a crash
/// cut off does not count and is taken out. One journal at a time writes to it, see ``LockedFile``. Safe to use from several threads.
package final class LineJournal: Sendable {
    /// The lines after the heading that were there.
    package let lines: [String]
    /// With their numbers in the file, from 2.
    package var numberedLines: [(number: Int, text: String)] {
        lines.enumerated().map { ($0.offset + 2, $0.element) }
    }
    private let path: String
    private let file: Mutex<LockedFile>

    /// Why a file cannot be used as a journal.
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// It was not begun by this heading.
        case otherHeading(path: String, found: String)
        /// Another run writes to it, or this one does.
        case inUse(path: String)
        case cannotRead(path: String, reason: String)
        case cannotWrite(path: String, reason: String)

        package var description: String {
            switch self {
            case .otherHeading(let path, let found):
                return "\(path) was made by something else: it begins with '\(found.prefix(200))'"
            case .inUse(let path): return "\(path) is in use by another run"
            case .cannotRead(let path, let reason): return "cannot read \(path): \(reason)"
            case .cannotWrite(let path, let reason): return "cannot write \(path): \(reason)"
            }
        }
    }

    /// Opens a journal, or makes one.
    ///
    /// - Parameters:
    ///   - heading: the first line, without a line break.
    ///   - restarts: whether what is there is thrown away.
    /// - Throws: ``Failure``; then the file is as it was.
    package init(path: String, heading: String, restarts: Bool = false) throws(Failure) {
        self.path = path
        let file = try Self.open(path)
        let data = restarts ? [] : try Self.contents(of: file, path)
        let whole = data.lastIndex(of: UInt8(ascii: "\n")).map { data[...$0] } ?? []
        // Empty lines count, so that numbers of lines are right.
        let lines = String(decoding: whole.dropLast(), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: whole.isEmpty).map(String.init)
        if let first = lines.first {
            guard first == heading else { throw .otherHeading(path: path, found: first) }
        } else if !data.isEmpty, !heading.utf8.starts(with: data) {
            throw .otherHeading(path: path, found: String(decoding: data, as: UTF8.self))
        }
        if whole.count < data.count || restarts {
            guard ftruncate(file.descriptor, off_t(whole.count)) == 0 else {
                throw .cannotWrite(path: path, reason: Self.text(errno))
            }
        }
        guard lseek(file.descriptor, 0, SEEK_END) >= 0 else {
            throw .cannotWrite(path: path, reason: Self.text(errno))
        }
        self.lines = Array(lines.dropFirst())
        self.file = Mutex(file)
        if lines.isEmpty { try append(heading) }
    }

    private static func open(_ path: String) throws(Failure) -> LockedFile {
        do throws(LockedFile.Failure) {
            return try LockedFile(path: path)
        } catch {
            switch error {
            case .inUse: throw .inUse(path: path)
            case .system(let code): throw .cannotWrite(path: path, reason: text(code))
            }
        }
    }

    private static func contents(of file: LockedFile, _ path: String) throws(Failure) -> [UInt8] {
        do throws(LockedFile.Failure) {
            return try file.contents()
        } catch {
            switch error {
            case .inUse: throw .inUse(path: path)
            case .system(let code): throw .cannotRead(path: path, reason: text(code))
            }
        }
    }

    private static func text(_ code: Int32) -> String { String(cString: strerror(code)) }

    /// Adds a line; it is on the disk when this returns.
    ///
    /// - Parameter line: without a line break.
    package func append(_ line: String) throws(Failure) {
        let bytes = Array((line + "\n").utf8)
        let path = path
        try file.withLock { file throws(Failure) in
            let code = bytes.withUnsafeBytes { writeAll($0, to: file.descriptor) }
            guard code == 0 else { throw .cannotWrite(path: path, reason: Self.text(code)) }
            // A device has nothing to be brought to the disk.
            guard fsync(file.descriptor) == 0 || errno == EINVAL else {
                throw .cannotWrite(path: path, reason: Self.text(errno))
            }
        }
    }
}
