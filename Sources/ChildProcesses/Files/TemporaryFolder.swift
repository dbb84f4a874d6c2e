import Foundation

/// A private folder for one run, removed afterwards, also when the program is interrupted.
package struct TemporaryFolder: Sendable {
    package let path: String

    /// Makes it under `TMPDIR`, else under `/tmp`.
    package init(_ environment: [String: String]) throws(ProcessError) {
        let parent = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        let path = "\(parent)/lcngen-\(getpid())-\(UUID().uuidString)"
        try Interruption.makingTemporary(path: path) { () throws(ProcessError) in
            guard mkdir(path, 0o700) == 0 else {
                throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
            }
        }
        self.path = path
    }

    package func file(_ name: String) -> String { "\(path)/\(name)" }

    /// A file, or as much of its beginning; empty if it cannot be read.
    package func contents(_ name: String, atMost limit: Int = Int.max) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: file(name)),
            let data = try? handle.read(upToCount: limit)
        else { return [] }
        return [UInt8](data)
    }

    package func write(_ text: String, to name: String) throws(ProcessError) {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
        } catch {
            throw .cannotWrite(path: file(name), reason: error.localizedDescription)
        }
    }

    package func remove() {
        Interruption.endingTemporary(path: path) { try? FileManager.default.removeItem(atPath: path) }
    }
}
