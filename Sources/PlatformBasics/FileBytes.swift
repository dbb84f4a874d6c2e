/// The bytes of files, all of them at once.
package enum FileBytes {
    /// Reads what an option names: a file, or standard input, `-`.
    package static func readInput(_ path: String, atMost limit: Int = .max) throws(SystemError) -> [UInt8] {
        try path == "-" ? read(descriptor: STDIN_FILENO, atMost: limit) : read(path: path, atMost: limit)
    }

    /// Reads a file, or as much of its beginning.
    package static func read(path: String, atMost limit: Int = .max) throws(SystemError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError() }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, atMost: limit)
    }

    private static func read(descriptor: Int32, atMost limit: Int) throws(SystemError) -> [UInt8] {
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw SystemError() }
        var result: [UInt8] = []
        // Pipes, and the files of /proc, have no size to be known before.
        result.reserveCapacity(min(limit, max(0, Int(information.st_size))))
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while result.count < limit {
            let count = readSome(descriptor, &block, min(block.count, limit - result.count))
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw SystemError()
            }
            if count == 0 { break }
            result += block[..<count]
        }
        return result
    }

    /// Makes a file, or replaces its contents; after an error some of them may be there.
    package static func write(
        _ bytes: some Collection<UInt8>, path: String, permissions: mode_t = 0o666
    ) throws(SystemError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions)
        guard descriptor >= 0 else { throw SystemError() }
        let code = Array(bytes).withUnsafeBytes { writeAll($0, to: descriptor) }
        guard close(descriptor) == 0 || code != 0 else { throw SystemError() }
        guard code == 0 else { throw SystemError(code: code) }
    }

    /// Makes a file, or puts another in its place: all of it, or after an error nothing.
    package static func replace(
        path: String, by bytes: some Collection<UInt8>, permissions: mode_t = 0o666
    ) throws(SystemError) {
        let temporary = "\(path).\(getpid()).partial"
        do throws(SystemError) {
            try write(bytes, path: temporary, permissions: permissions)
            guard rename(temporary, path) == 0 else { throw SystemError() }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Makes a folder and those it is in, as far as they are not there.
    ///
    /// - Returns: those that were made, the outermost first.
    @discardableResult
    package static func makeFolder(_ path: String) throws(SystemError) -> [String] {
        var information = stat()
        if stat(path, &information) == 0 {
            guard information.st_mode & S_IFMT == S_IFDIR else { throw SystemError(code: ENOTDIR) }
            return []
        }
        guard errno == ENOENT else { throw SystemError() }
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let outer = parent == path ? [] : try makeFolder(parent)
        guard mkdir(path, 0o777) == 0 else {
            // Another process may have been faster.
            if errno == EEXIST { return outer }
            let error = SystemError()
            for folder in outer.reversed() { rmdir(folder) }
            throw error
        }
        return outer + [path]
    }
}

/// The system's `read`, whose name the functions above have too.
private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
