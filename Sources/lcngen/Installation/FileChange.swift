import PlatformBasics

/// Files that are made, replaced and taken away together: all of it, or nothing.
///
/// New files are first written beside their places, and old ones are kept beside them to the end; only renaming remains
/// where something is in the way of others.
struct FileChange {
    private(set) var foldersMade: [String] = []
    /// What is being made, for messages.
    private(set) var current = ""
    private var staged: [(temporary: String, path: String)] = []
    /// Old files, where they are kept.
    private var kept: [(keeping: String, path: String)] = []
    private var placed: [String] = []

    /// The folder of a file, and those it is in.
    mutating func makeFolder(of path: String) throws(SystemError) {
        current = URL(fileURLWithPath: path).deletingLastPathComponent().path
        foldersMade += try FileBytes.makeFolder(current)
    }

    /// Writes a new file beside its place.
    mutating func stage(_ bytes: [UInt8], _ permissions: mode_t, for path: String) throws(SystemError) {
        current = path
        let temporary = beside(path, "new")
        staged.append((temporary, path))
        try FileBytes.write(bytes, path: temporary, permissions: permissions)
    }

    /// Brings all new files to their places.
    mutating func putInPlace() throws(SystemError) {
        for (temporary, path) in staged {
            try take(path)
            guard rename(temporary, path) == 0 else { throw SystemError() }
            placed.append(path)
        }
    }

    /// Takes an old file away, if it is there.
    mutating func take(_ path: String) throws(SystemError) {
        current = path
        let keeping = beside(path, "old")
        guard rename(path, keeping) == 0 else {
            if errno == ENOENT { return }
            throw SystemError()
        }
        kept.append((keeping, path))
    }

    /// Everything as it was.
    func undo() {
        for path in placed { unlink(path) }
        for (temporary, _) in staged { unlink(temporary) }
        for (keeping, path) in kept.reversed() { rename(keeping, path) }
        for folder in foldersMade.reversed() { rmdir(folder) }
    }

    /// Lets go of the old files.
    func finish() {
        for (keeping, _) in kept { unlink(keeping) }
    }

    private func beside(_ path: String, _ name: String) -> String { "\(path).\(getpid()).\(name)" }
}
