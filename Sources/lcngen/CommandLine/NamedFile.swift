import PlatformBasics
import Training

/// A file or folder that an option names.
struct NamedFile: Sendable {
    /// As a person writes it, `--out`.
    let option: String
    let path: String
    let use: PathUse

    /// Standard input can be read only once: why it cannot be for these; nil if it can.
    static func standardInputTwice(_ files: [NamedFile]) -> String? {
        let inputs = files.filter { $0.use == .input && $0.isStandard }
        return inputs.count < 2
            ? nil : "\(inputs[0].option) and \(inputs[1].option) cannot both be standard input"
    }

    /// What would be written over while it is needed for something else: why not; nil if all is well.
    ///
    /// The same file is found out by any spelling, through links of either kind, and behind `<`, `>` and `>>`.
    static func clash(_ files: [NamedFile]) -> String? {
        var files = files
        if !files.contains(where: { $0.use == .output }) {
            files.append(NamedFile(option: "standard output", path: "-", use: .output))
        }
        let found = files.map { ($0, $0.identity) }
        for (index, (file, identity)) in found.enumerated() {
            guard let identity else { continue }
            for (other, another) in found[..<index]
            where another == identity && (file.use.writes || other.use.writes) {
                let name = file.isStandard ? other.path : file.path
                return "\(other.option) and \(file.option) are the same file"
                    + (name == "-" ? "" : ", \(VisibleText.of(name))")
            }
        }
        return nil
    }

    /// `-`, or `-:name` for an array of an archive.
    private var isStandard: Bool { path == "-" || path.hasPrefix("-:") }

    private var identity: FileIdentity? {
        switch use {
        case .input where isStandard: return FileIdentity(descriptor: STDIN_FILENO)
        case .output where isStandard: return FileIdentity(descriptor: STDOUT_FILENO)
        // A name without a folder is looked for on PATH.
        case .program where !path.contains("/"): return nil
        case .input:
            // An array of an archive, X.npz:name.
            guard let colon = path.lastIndex(of: ":"), !FileManager.default.fileExists(atPath: path) else {
                return FileIdentity(path: path)
            }
            return FileIdentity(path: String(path[..<colon]))
        default: return FileIdentity(path: path)
        }
    }
}
