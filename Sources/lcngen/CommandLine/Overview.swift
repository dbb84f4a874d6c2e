/// What the program says of itself: commands, statuses.
enum Overview {
    static let title = "the equations of neurovarieties of linear convolutional networks"

    /// Variables that count.
    static let environment = [
        ("LCNGEN_M2", "the Macaulay2 to run, where --m2 does not name one"),
        ("COLUMNS", "the width of a terminal that does not tell its own"),
        ("TMPDIR", "where temporary files go, else /tmp"),
    ]

    /// For the terminal.
    static var help: String {
        let commands = Main.commands
        let width = (commands.map { $0.name.count }.max() ?? 0) + 2
        let list = commands.map { command in
            "  \(command.name)" + String(repeating: " ", count: width - command.name.count) + command.summary
                + "\n"
        }
        let statuses = ExitStatus.allCases.map { status in
            let number = "\(status.rawValue)"
            return "  \(number)" + String(repeating: " ", count: 5 - number.count) + status.meaning + "\n"
        }
        return """
            lcngen: \(title),
            computed natively and held against Macaulay2.

            usage: lcngen COMMAND [options]

            commands:
            \(list.joined())
            lcngen COMMAND --help, or lcngen help COMMAND, shows the options of a command.

            exit status:
            \(statuses.joined())
            """
    }
}
