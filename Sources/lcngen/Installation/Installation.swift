import ChildProcesses
import PlatformBasics

/// A prefix, and what of lcngen is under it.
///
/// Changes are whole: after an error everything is as it was, and an interrupt waits for the end.
struct Installation {
    /// The folder, from the root.
    let prefix: String
    /// Whether files that are not lcngen's, or were changed, may be lost.
    let force: Bool

    init(prefix: String, force: Bool) {
        let path = URL(fileURLWithPath: prefix).path
        self.prefix = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.force = force
    }

    func place(_ path: String) -> String { prefix == "/" ? "/\(path)" : "\(prefix)/\(path)" }

    /// What the prefix says is there; nil if nothing is.
    func manifest() throws(CommandFailure) -> Manifest? {
        let path = place(Manifest.path)
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try FileBytes.read(path: path)
        } catch {
            if [ENOENT, ENOTDIR].contains(error.code) { return nil }
            throw CommandFailure(.cannotRead, "cannot read \(path): \(error)")
        }
        guard let manifest = Manifest(String(decoding: bytes, as: UTF8.self)) else {
            throw CommandFailure(.badInput, "\(path) is no list of files that lcngen install has made")
        }
        return manifest
    }

    /// Puts files there, in the place of those of an earlier installation.
    func install(_ files: [InstalledFile], version: String) throws(CommandFailure) {
        let old = try manifest()
        let new = Dictionary(uniqueKeysWithValues: files.map { ($0.path, Fingerprint.of($0.bytes)) })
        let left = Set((old?.fingerprints ?? [:]).keys).subtracting(new.keys).sorted()
        for path in files.map(\.path) + left {
            try checkIsOurs(path, [old?.fingerprints[path], new[path]].compactMap(\.self))
        }
        try change { change throws(SystemError) in
            for file in files { try change.makeFolder(of: place(file.path)) }
            try change.makeFolder(of: place(Manifest.path))
            let made = change.foldersMade.map(relative).filter { old?.folders.contains($0) != true }
            let manifest = Manifest(
                version: version, folders: (old?.folders ?? []) + made, fingerprints: new)
            for file in files { try change.stage(file.bytes, file.permissions, for: place(file.path)) }
            try change.stage(Array(manifest.text.utf8), 0o666, for: place(Manifest.path))
            try change.putInPlace()
            for path in left { try change.take(place(path)) }
        }
    }

    /// Takes away what is there, and folders that were made for it, if they are empty.
    func uninstall() throws(CommandFailure) -> Manifest {
        guard let manifest = try manifest() else {
            throw CommandFailure(
                .cannotRead,
                "nothing was put under \(prefix) by lcngen install: there is no "
                    + place(Manifest.path))
        }
        let paths = manifest.fingerprints.keys.sorted()
        for path in paths { try checkIsOurs(path, [manifest.fingerprints[path] ?? ""]) }
        try change { change throws(SystemError) in
            for path in paths + [Manifest.path] { try change.take(place(path)) }
        }
        for folder in manifest.folders.reversed() { rmdir(absolute(folder)) }
        return manifest
    }

    /// A file may be replaced or taken away if it is not there, or is as lcngen made it.
    private func checkIsOurs(_ path: String, _ fingerprints: [String]) throws(CommandFailure) {
        let path = place(path)
        var information = stat()
        guard lstat(path, &information) == 0 else { return }
        guard information.st_mode & S_IFMT != S_IFDIR else {
            throw CommandFailure(.cannotWrite, "\(path) is a folder; nothing was changed")
        }
        if force { return }
        if information.st_mode & S_IFMT == S_IFREG, let bytes = try? FileBytes.read(path: path),
            fingerprints.contains(Fingerprint.of(bytes))
        {
            return
        }
        throw CommandFailure(
            .cannotWrite,
            "\(path) is not as lcngen made it; nothing was changed (--force, and it is lost)")
    }

    /// From the prefix, as the manifest has it.
    private func relative(_ folder: String) -> String {
        if folder == prefix { return "." }
        let inner = place("")
        if folder.hasPrefix(inner) { return String(folder.dropFirst(inner.count)) }
        let depth = prefix.split(separator: "/").count - folder.split(separator: "/").count
        return Array(repeating: "..", count: depth).joined(separator: "/")
    }

    /// The reverse, by names alone: the prefix itself may be gone.
    private func absolute(_ folder: String) -> String {
        let names = folder.split(separator: "/")
        guard names.allSatisfy({ $0 == ".." || $0 == "." }) else { return place(folder) }
        return "/"
            + prefix.split(separator: "/").dropLast(names.count { $0 == ".." }).joined(separator: "/")
    }

    private func change(
        _ body: (inout FileChange) throws(SystemError) -> Void
    ) throws(CommandFailure) {
        try Interruption.postponed { () throws(CommandFailure) in
            var change = FileChange()
            do throws(SystemError) {
                try body(&change)
            } catch {
                change.undo()
                throw CommandFailure(
                    .cannotWrite, "cannot write \(change.current): \(error); nothing was changed")
            }
            change.finish()
        }
    }
}
