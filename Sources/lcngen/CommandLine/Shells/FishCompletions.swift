/// Completions for fish: one `complete` for each command and each option.
enum FishCompletions {
    static func text(_ commands: [CommandDescription]) -> String {
        var text = "complete -c lcngen -f\n"
        for command in commands {
            text += line("-n __fish_use_subcommand -a \(command.name)", command.summary)
        }
        for command in commands {
            let condition = "-n \(Shell.quoted("__fish_seen_subcommand_from \(command.name)"))"
            if !command.subjects.isEmpty {
                // The command itself is a subject of help.
                let subjects = command.subjects.joined(separator: " ")
                let first = Shell.quoted(
                    "test (count (commandline -opc)) -eq 2; and __fish_seen_subcommand_from \(command.name)")
                text += "complete -c lcngen -n \(first) -a \(Shell.quoted(subjects))\n"
            }
            if command.operands != nil { text += "complete -c lcngen \(condition) -F\n" }
            for entry in command.entries {
                let short = entry.option.short.map { " -s \($0)" } ?? ""
                let names = "-l \(entry.option.name)\(short)"
                text += line("\(condition) \(names)\(values(entry))", entry.option.help)
            }
            text += line("\(condition) -s h -l help", "show the help")
        }
        return text
    }

    private static func values(_ entry: CommandDescription.Entry) -> String {
        guard entry.option.placeholder != nil else { return "" }
        switch entry.values {
        case .none: return " -x"
        case .words(let words): return " -x -a \(Shell.quoted(words.joined(separator: " ")))"
        case .files, .programs: return " -r -F"
        case .folders: return " -x -a '(__fish_complete_directories)'"
        }
    }

    private static func line(_ words: String, _ help: String) -> String {
        "complete -c lcngen \(words) -d \(Shell.quoted(help))\n"
    }
}
