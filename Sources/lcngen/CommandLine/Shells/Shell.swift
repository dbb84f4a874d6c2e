/// A shell that completes command lines.
enum Shell: String, CaseIterable, Sendable {
    case bash, zsh, fish

    /// A script that completes the command line of these commands.
    func completions(_ commands: [CommandDescription]) -> String {
        let heading =
            "# Completion of lcngen \(Main.version) for \(rawValue), by lcngen completions \(rawValue).\n"
        switch self {
        case .bash: return heading + BashCompletions.text(commands)
        case .zsh: return ZshCompletions.text(commands, heading: heading)
        case .fish: return heading + FishCompletions.text(commands)
        }
    }

    /// In single quotes, as all three read them.
    static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "'\\''") + "'"
    }
}

extension CommandDescription.Entry {
    /// What completes its value.
    enum Values {
        case none, words([String]), files, folders, programs
    }

    var values: Values {
        if !option.choices.isEmpty { return .words(option.choices) }
        switch option.path {
        case .input, .output, .journal: return .files
        case .folder, .inputFolder: return .folders
        case .program: return .programs
        case nil: return .none
        }
    }
}
