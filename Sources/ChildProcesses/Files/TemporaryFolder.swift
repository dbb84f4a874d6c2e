import PlatformBasics

/// A private folder for one run, removed afterwards, also when the program is interrupted.
package struct TemporaryFolder: Sendable {
    package let path: String

    /// Where temporary files go: `TMPDIR`, else `/tmp`.
    package static func parent(_ environment: [String: String]) -> String {
        environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    }

    /// Makes it under ``parent(_:)``.
    ///
    /// - Throws: ``ProcessError/cannotWrite(path:reason:)``.
    package init(_ environment: [String: String]) throws(ProcessError) {
        let path = "\(Self.parent(environment))/lcngen-\(getpid())-\(UUID().uuidString)"
        try Interruption.makingTemporary(path: path) { () throws(ProcessError) in
            guard mkdir(path, 0o700) == 0 else {
                throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
            }
        }
        self.path = path
    }

    /// The path of a file in the folder, whether or not it exists.
    package func file(_ name: String) -> String { "\(path)/\(name)" }

    /// A file, or as much of its beginning; empty if there is no such file, as after a program that was not started.
    ///
    /// - Throws: ``ProcessError/cannotRead(path:reason:)``.
    package func contents(_ name: String, atMost limit: Int = Int.max) throws(ProcessError) -> [UInt8] {
        do throws(SystemError) {
            return try FileBytes.read(path: file(name), atMost: limit)
        } catch {
            if error.code == ENOENT { return [] }
            throw .cannotRead(path: file(name), reason: "\(error)")
        }
    }

    /// Makes a file, or replaces its contents.
    ///
    /// - Throws: ``ProcessError/cannotWrite(path:reason:)``.
    package func write(_ text: String, to name: String) throws(ProcessError) {
        do throws(SystemError) {
            try FileBytes.write(text.utf8, path: file(name))
        } catch {
            throw .cannotWrite(path: file(name), reason: "\(error)")
        }
    }

    /// Removes the folder with all that is in it. What cannot be removed stays: the result does not depend on it.
    package func remove() {
        Interruption.endingTemporary(path: path) { try? FileManager.default.removeItem(atPath: path) }
    }
}
