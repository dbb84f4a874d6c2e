import PlatformBasics

/// What tells a file or folder from all others, whatever it is called, also before it is made.
enum FileIdentity: Hashable {
    case existing(device: UInt64, number: UInt64)
    /// A name in a folder.
    indirect case absent(folder: FileIdentity, name: String)

    /// Nil for what is neither a file nor a folder, such as a terminal or a pipe, and where no file can be.
    init?(path: String) { self.init(path, linksLeft: 40) }

    /// What is open there; nil unless it is a file.
    init?(descriptor: Int32) {
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { return nil }
        self.init(information)
    }

    private init?(_ information: stat) {
        guard [S_IFREG, S_IFDIR].contains(information.st_mode & S_IFMT) else { return nil }
        self = .existing(device: UInt64(information.st_dev), number: UInt64(information.st_ino))
    }

    private init?(_ path: String, linksLeft: Int) {
        var information = stat()
        if stat(path, &information) == 0 {
            self.init(information)
            return
        }
        let url = URL(fileURLWithPath: path)
        let folder = url.deletingLastPathComponent().path
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
            guard linksLeft > 0 else { return nil }
            self.init(target.hasPrefix("/") ? target : "\(folder)/\(target)", linksLeft: linksLeft - 1)
            return
        }
        guard stat(folder, &information) == 0, let place = FileIdentity(information) else { return nil }
        self = .absent(folder: place, name: url.lastPathComponent)
    }
}
