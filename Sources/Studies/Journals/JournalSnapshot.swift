import ChildProcesses
import PlatformBasics

/// A journal as it stands; another run may be writing to it.
struct JournalSnapshot {
    let path: String
    /// The first line; empty for an empty file.
    let heading: String
    /// With their numbers in the file, from 2.
    let lines: [(number: Int, text: String)]
    /// Whether the last line has no end: it is being written, or a run was killed there.
    let isCutOff: Bool
    /// Whether a run was killed before its first line was whole.
    var isEmpty: Bool { heading.isEmpty }

    init(path: String) throws(LineJournal.Failure) {
        let data: [UInt8]
        do throws(SystemError) {
            data = try FileBytes.read(path: path)
        } catch {
            throw .cannotRead(path: path, reason: "\(error)")
        }
        self.path = path
        let text = String(decoding: data, as: UTF8.self)
        var all = text.split(separator: "\n", omittingEmptySubsequences: false)
        isCutOff = all.last?.isEmpty == false
        all.removeLast(all.isEmpty ? 0 : 1)
        heading = all.first.map(String.init) ?? ""
        lines = all.enumerated().dropFirst().map { ($0 + 1, String($1)) }
    }
}
