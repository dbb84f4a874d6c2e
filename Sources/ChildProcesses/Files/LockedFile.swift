import Foundation
import Synchronization

/// A file opened for one writer: one process, and in that process one value of this type.
///
/// By `fcntl`, whose locks children do not inherit: with `flock`, a process that is being started by another thread
/// holds the lock from fork to exec, and the file is "in use" for that moment. Such a lock belongs to a process
/// and ends when *any* descriptor of the file is closed there; so a file that is open here already is not opened a
/// second time, and is read through this descriptor only.
final class LockedFile: Sendable {
    enum Failure: Error {
        /// By another process, or by this one.
        case inUse
        /// With `errno`.
        case cannotOpen(Int32)
    }

    /// Tells one file from another, whatever its path.
    private struct Identity: Hashable {
        let device: UInt64
        let node: UInt64

        init(_ information: stat) {
            device = UInt64(information.st_dev)
            node = UInt64(information.st_ino)
        }
    }

    private static let held = Mutex<Set<Identity>>([])

    let descriptor: Int32
    private let identity: Identity

    /// Opens the file for reading and writing, or makes it.
    ///
    /// On a file system without locks there is no other process to tell from; what this process has open is
    /// refused there too.
    init(path: String) throws(Failure) {
        (descriptor, identity) = try Self.held.withLock { held throws(Failure) in
            var information = stat()
            if stat(path, &information) == 0, held.contains(Identity(information)) { throw .inUse }
            let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            guard file >= 0, fstat(file, &information) == 0 else { throw .cannotOpen(errno) }
            var request = flock()
            request.l_type = Int16(F_WRLCK)
            request.l_whence = Int16(SEEK_SET)
            if fcntl(file, F_SETLK, &request) != 0, errno == EACCES || errno == EAGAIN {
                close(file)
                throw .inUse
            }
            let identity = Identity(information)
            held.insert(identity)
            return (file, identity)
        }
    }

    deinit {
        Self.held.withLock { held in
            close(descriptor)
            held.remove(identity)
        }
    }

    /// All that is in the file; nil if it cannot be read, with `errno`.
    func contents() -> Data? {
        guard lseek(descriptor, 0, SEEK_SET) >= 0 else { return nil }
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return data }
            data.append(contentsOf: buffer[..<count])
        }
    }
}
