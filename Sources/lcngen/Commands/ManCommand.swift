enum ManCommand: Command {
    static let name = "man"
    static let summary = "the manual page, for man"
    static let discussion = """
        One page on all commands, options and exit statuses, made of what --help shows. To read
        it: lcngen man --out lcngen.1, then man -l lcngen.1. To have it as man lcngen: into
        ~/.local/share/man/man1 or /usr/local/share/man/man1.
        """
    static let examples = ["man", "man --out lcngen.1"]
    static let options: [any Parameter] = [Shared.out]

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        try frame.write(ManualPage(Main.commands.map(CommandDescription.init)).text)
        return .agreed
    }
}
