/// A completion function for zsh, by `_arguments`.
enum ZshCompletions {
    static func text(_ commands: [CommandDescription], heading: String) -> String {
        let names = commands.map { described($0.name, $0.summary) }
        var cases = ""
        for command in commands {
            var specifications = command.entries.flatMap(specifications)
            specifications.append(Shell.quoted("(- *)--help[show the help]"))
            if !command.subjects.isEmpty {
                specifications.append(Shell.quoted("1:what:(\(command.subjects.joined(separator: " ")))"))
            }
            if let operands = command.operands {
                specifications.append(Shell.quoted("*:\(operands.placeholder):_files"))
            }
            cases += """
                        \(command.name))
                            _arguments -S \(specifications.joined(separator: " \\\n                    ")) ;;

                """
        }
        // compinit wants the first line to be this.
        return """
            #compdef lcngen
            \(heading)
            _lcngen() {
                local -a commands
                commands=(
                    \(names.joined(separator: "\n        "))
                )
                if ((CURRENT == 2)); then
                    _describe -t commands 'command' commands
                    return
                fi
                local command=$words[2]
                shift words
                ((CURRENT--))
                case $command in
            \(cases)\
                esac
            }

            # Loaded by compinit the file is the function; by source it makes it known.
            if [[ $funcstack[1] == _lcngen ]]; then _lcngen "$@"; else compdef _lcngen lcngen; fi

            """
    }

    private static func specifications(_ entry: CommandDescription.Entry) -> [String] {
        let option = entry.option
        let help = option.help.replacing("[", with: "\\[").replacing("]", with: "\\]").replacing(
            ":", with: "\\:")
        let others = option.spellings.joined(separator: " ")
        return option.spellings.map { spelling in
            guard let placeholder = option.placeholder else {
                return Shell.quoted("(\(others))\(spelling)[\(help)]")
            }
            let message = placeholder.replacing(":", with: "\\:")
            let action =
                switch entry.values {
                case .none: " "
                case .words(let words): "(\(words.joined(separator: " ")))"
                case .files: "_files"
                case .folders: "_files -/"
                case .programs: "_files"
                }
            // With a blank or with = behind a long name; behind a letter only with a blank.
            let isLong = spelling.hasPrefix("--")
            return Shell.quoted("(\(others))\(spelling)\(isLong ? "=" : "")[\(help)]:\(message):\(action)")
        }
    }

    /// `name:what it is`.
    private static func described(_ name: String, _ summary: String) -> String {
        Shell.quoted("\(name):\(summary.replacing(":", with: "\\:"))")
    }
}
