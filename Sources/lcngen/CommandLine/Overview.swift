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
    static func help(width: Int) -> String {
        func list(_ items: [(name: String, text: String)]) -> [String] {
            let place = (items.map { $0.name.count }.max() ?? 0) + 4
            return items.flatMap { HelpText.hanging("  " + $0.name, $0.text, at: place, width: width) }
                .map { $0 + "\n" }
        }
        let commands = list(Main.commands.map { ($0.name, $0.summary) })
        let statuses = list(ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) })
        return """
            lcngen: \(title),
            computed natively and held against Macaulay2.

            usage: lcngen COMMAND [options]

            commands:
            \(commands.joined())
            lcngen COMMAND --help, or lcngen help COMMAND, shows the options of a command.

            exit status:
            \(statuses.joined())
            """
    }
}
