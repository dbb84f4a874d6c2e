import PlatformBasics
import Training

enum InstallCommand: Command {
    static let name = "install"
    static let summary = "puts the program, manual page, completions and the Macaulay2 package under a folder"
    static let discussion = """
        This program is all that is needed: it copies itself, and has the other files in it.
          bin/lcngen  the program
          share  the manual page, completions of bash, zsh and fish, and the Macaulay2 package,
            each where it is looked for
          \(Manifest.path)  the list of these files, for the next install and for uninstall

        Macaulay2 finds the package by itself under its own prefix and under
        ~/.Macaulay2/local, else by the line that is printed; the package finds the program.
        An earlier installation is replaced. After an error nothing is changed.
        """
    static let examples = ["install --prefix ~/.local", "install --prefix /usr/local --force"]
    static let prefix = Option(required: "prefix", "DIR", .path(.folder), help: "the folder, made if need be")
    static let force = Option(
        "force", help: "also over files that lcngen has not put there, or that were changed since")
    static let options: [any Parameter] = [prefix, force]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let files: [InstalledFile]
        do throws(SystemError) {
            files = try InstalledFile.all()
        } catch {
            throw CommandFailure(.cannotRead, "cannot read this program's own file: \(error)")
        }
        let installation = Installation(prefix: arguments[prefix], force: arguments[force])
        try installation.install(files, version: Main.version)
        let folder = installation.place(InstalledFile.packageFolder)
        var lines = InstalledFile.Kind.allCases.map { kind in
            let paths = files.filter { $0.kind == kind }.map(\.path)
            return (
                kind.rawValue,
                paths[0] + (paths.count > 1 ? " and \(paths.count - 1) in the folder beside it" : "")
            )
        }
        lines.append(("list of these files", Manifest.path))
        let width = (lines.map(\.0.count).max() ?? 0) + 2
        var text = "lcngen \(Main.version) is under \(VisibleText.of(installation.prefix))\n"
        for (what, path) in lines {
            text += "  \(what)\(String(repeating: " ", count: width - what.count))\(path)\n"
        }
        text += """
            Macaulay2 finds the package with this line before, in a session or in init.m2 of its application directory:
              path = prepend("\(VisibleText.of(folder))/", path)
            and the package finds this program.

            """
        try frame.write(text)
        let programs = installation.place("bin")
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        if !path.split(separator: ":").contains(programs[...]) {
            frame.note("\(VisibleText.of(programs)) is not on PATH")
        }
        if RunningProgram.needsSwiftLibraries {
            frame.note(
                "it runs only where this Swift is; built with -Xswiftc -static-stdlib it would run anywhere"
            )
        }
        return .agreed
    }
}
