import PlatformBasics
import Synchronization

/// A file that is open for reading and writing, for one holder at a time: in this process and among processes.
///
/// The lock belongs to this process and is inherited by none that it starts (`fcntl`; a lock by `flock` belongs to the open
/// file, so a child holds it too, between its making and its program). Such a lock is gone as soon as this process closes
/// *any* descriptor of the file. So a file that is held is not opened here a second time, and what is to be read
/// of it is read by ``contents()``.
final class LockedFile: Sendable {
    /// What tells a file from all others, whatever it is called.
    private struct Identity: Hashable {
        let device: dev_t
        let number: ino_t

        init(_ information: stat) {
            device = information.st_dev
            number = information.st_ino
        }
    }

    /// Why a file could not be had.
    enum Failure: Error {
        case inUse
        /// With `errno`.
        case system(Int32)
    }

    /// The files that this process holds.
    private static let held = Mutex<Set<Identity>>([])

    let descriptor: Int32
    private let identity: Identity
    private let isRegular: Bool

    /// Opens a file, or makes an empty one, and takes the lock. Where the file system has no locks, only this
    /// process is kept out.
    init(path: String) throws(Failure) {
        (descriptor, identity, isRegular) = try Self.held.withLock { held throws(Failure) in
            var information = stat()
            if stat(path, &information) == 0, held.contains(Identity(information)) { throw .inUse }
            let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            guard file >= 0, fstat(file, &information) == 0 else { throw .system(errno) }
            let identity = Identity(information)
            // The name has come to mean a file that is held. It stays open: to close it would give up that lock.
            guard !held.contains(identity) else { throw .inUse }
            do throws(Failure) {
                try Self.lock(file)
            } catch {
                close(file)
                throw error
            }
            held.insert(identity)
            return (file, identity, information.st_mode & S_IFMT == S_IFREG)
        }
    }

    deinit {
        Self.held.withLock { held in
            close(descriptor)
            held.remove(identity)
        }
    }

    private static func lock(_ file: Int32) throws(Failure) {
        // From the beginning to the end, wherever that will be.
        var whole = flock()
        whole.l_type = Int16(F_WRLCK)
        whole.l_whence = Int16(SEEK_SET)
        while fcntl(file, F_SETLK, &whole) != 0 {
            switch errno {
            case EINTR: continue
            case EACCES, EAGAIN: throw .inUse
            case ENOLCK, ENOTSUP, EINVAL, ENOSYS: return
            default: throw .system(errno)
            }
        }
    }

    /// What is in the file; nothing for a device.
    func contents() throws(Failure) -> [UInt8] {
        guard isRegular else { return [] }
        var result: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = pread(descriptor, &block, block.count, off_t(result.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(errno) }
            guard count > 0 else { return result }
            result += block[..<count]
        }
    }
}
