import Foundation

/// A private folder for one run, removed afterwards, also when the program is interrupted.
struct TemporaryFolder {
    let path: String

    init(_ environment: [String: String]) throws(Macaulay2Failure) {
        let parent = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        let path = "\(parent)/lcngen-\(getpid())-\(UUID().uuidString)"
        try Interruption.makingTemporary(path: path) { () throws(Macaulay2Failure) in
            guard mkdir(path, 0o700) == 0 else {
                throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
            }
        }
        self.path = path
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// A file, or as much of its beginning; empty if it cannot be read.
    func contents(_ name: String, atMost limit: Int = Int.max) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: file(name)),
            let data = try? handle.read(upToCount: limit)
        else { return [] }
        return [UInt8](data)
    }

    func write(_ text: String, to name: String) throws(Macaulay2Failure) {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
        } catch {
            throw .cannotWrite(path: file(name), reason: error.localizedDescription)
        }
    }

    func remove() {
        Interruption.endingTemporary(path: path) { try? FileManager.default.removeItem(atPath: path) }
    }
}
