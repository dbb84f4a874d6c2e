enum UninstallCommand: Command {
    static let name = "uninstall"
    static let summary = "takes away what install has put under a folder"
    static let discussion = """
        The files in the list \(Manifest.path), and the folders that were made for them, if
        nothing else is there now. Where one was changed since, nothing is taken away, but by --force.
        """
    static let examples = ["uninstall --prefix ~/.local"]
    static let prefix = Option(
        required: "prefix", "DIR", .path(.folder), help: "the folder that install was given")
    static let force = Option("force", help: "also files that were changed since")
    static let options: [any Parameter] = [prefix, force]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        let installation = Installation(prefix: arguments[prefix], force: arguments[force])
        let manifest = try installation.uninstall()
        try frame.write(
            "lcngen \(manifest.version) is no longer under \(installation.prefix): "
                + "\(manifest.fingerprints.count) files were taken away\n")
        return .agreed
    }
}
