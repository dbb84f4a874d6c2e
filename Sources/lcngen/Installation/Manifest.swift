/// What `lcngen install` has put under a prefix, as it stands there in a file: the version, the folders that were made,
/// the files with their fingerprints.
struct Manifest: Equatable, Sendable {
    /// Under the prefix.
    static let path = "share/lcngen/manifest"

    var version: String
    /// Relative to the prefix, the outermost first; `.` is the prefix itself, `..` the folder it is in.
    var folders: [String]
    /// By path under the prefix.
    var fingerprints: [String: String]

    var text: String {
        (["lcngen \(version)"] + folders.map { "folder \($0)" }
            + fingerprints.sorted { $0.key < $1.key }.map { "file \($0.value) \($0.key)" })
            .map { $0 + "\n" }.joined()
    }

    init(version: String, folders: [String], fingerprints: [String: String]) {
        (self.version, self.folders, self.fingerprints) = (version, folders, fingerprints)
    }

    /// Reads such a text; nil for any other, also where a path would lead out of the prefix.
    init?(_ text: String) {
        guard text.hasSuffix("\n") else { return nil }
        let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, first.hasPrefix("lcngen ") else { return nil }
        self.init(version: String(first.dropFirst(7)), folders: [], fingerprints: [:])
        for line in lines.dropFirst() {
            let words = line.split(separator: " ", maxSplits: line.hasPrefix("file ") ? 2 : 1)
            guard let path = words.last.map(String.init), words.count > 1 else { return nil }
            let names = path.split(separator: "/", omittingEmptySubsequences: false)
            let isInside = !names.contains { ["", ".", ".."].contains($0) }
            if words.count == 3, words[0] == "file", isInside {
                fingerprints[path] = String(words[1])
            } else if words[0] == "folder", isInside || path == "." || names.allSatisfy({ $0 == ".." }) {
                folders.append(path)
            } else {
                return nil
            }
        }
    }
}
