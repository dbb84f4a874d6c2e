enum HelpCommand: Command {
    static let name = "help"
    static let summary = "what the program, or one of its commands, does"
    static let discussion = """
        lcngen help shows all commands and what the exit status says, lcngen help COMMAND the
        options and examples of one, as lcngen COMMAND --help does.
        """
    static let examples = ["help", "help ideal"]
    static let options: [any Parameter] = []
    static var subjects: [String] { Main.commands.map { $0.name } }
    static let needsSubject = false

    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus {
        if let chosen = Main.commands.first(where: { $0.name == arguments.subject }) {
            try frame.write(help: CommandDescription(chosen).help)
        } else {
            try frame.write(help: Overview.help)
        }
        return .agreed
    }
}
