enum VersionCommand: Command {
    static let name = "version"
    static let summary = "the version of lcngen"
    static let discussion = "Also lcngen --version and lcngen -V."
    static let examples = ["version"]
    static let options: [any Parameter] = []

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        try frame.write("lcngen \(Main.version)\n")
        return .agreed
    }
}
