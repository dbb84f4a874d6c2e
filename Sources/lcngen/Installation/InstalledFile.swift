import Macaulay2
import PlatformBasics

/// A file that `lcngen install` puts under a prefix.
struct InstalledFile: Sendable {
    /// What it is, in the order of the report.
    enum Kind: String, CaseIterable, Sendable {
        case program
        case manualPage = "manual page"
        case bash = "bash completions"
        case zsh = "zsh completions"
        case fish = "fish completions"
        case package = "Macaulay2 package"
    }

    let kind: Kind
    /// Under the prefix, where programs of its kind are looked for.
    let path: String
    let bytes: [UInt8]

    var permissions: mode_t { kind == .program ? 0o777 : 0o666 }

    /// All of them; every byte is in the program that runs.
    ///
    /// - Throws: where that program cannot be read.
    static func all() throws(SystemError) -> [InstalledFile] {
        let commands = Main.commands.map(CommandDescription.init)
        func completions(_ shell: Shell) -> [UInt8] { Array(shell.completions(commands).utf8) }
        return [
            InstalledFile(kind: .program, path: "bin/lcngen", bytes: try RunningProgram.bytes()),
            InstalledFile(
                kind: .manualPage, path: "share/man/man1/lcngen.1",
                bytes: Array(ManualPage(commands).text.utf8)),
            InstalledFile(
                kind: .bash, path: "share/bash-completion/completions/lcngen", bytes: completions(.bash)),
            InstalledFile(kind: .zsh, path: "share/zsh/site-functions/_lcngen", bytes: completions(.zsh)),
            InstalledFile(
                kind: .fish, path: "share/fish/vendor_completions.d/lcngen.fish", bytes: completions(.fish)),
        ]
            + PackageFile.all.map {
                InstalledFile(kind: .package, path: "\(packageFolder)/\($0.path)", bytes: $0.bytes)
            }
    }

    /// Where Macaulay2 itself has packages under its own prefix.
    static let packageFolder = "share/Macaulay2"
}
