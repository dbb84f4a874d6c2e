/// A completion function for bash: a table of what stands behind each command and each option, and how it is used.
enum BashCompletions {
    static func text(_ commands: [CommandDescription]) -> String {
        var cases = ""
        for command in commands {
            let words = command.entries.flatMap { $0.option.spellings } + ["-h", "--help"]
            cases += """
                    \(command.name))
                        options=\(Shell.quoted(words.joined(separator: " ")))
                        subjects=\(Shell.quoted(command.subjects.joined(separator: " ")))
                \(command.operands == nil ? "" : "        [[ $current == -* ]] || kind=files action=-f\n")\
                        case $before in
                \(command.entries.filter { $0.option.placeholder != nil }.map(values).joined())\
                        esac ;;

                """
        }
        let names = commands.map(\.name) + Main.aliases.keys.sorted()
        return """
            _lcngen() {
                local current=$2 before=$3 options= subjects= values= kind=none action= command=${COMP_WORDS[1]}
                COMPREPLY=()
                if ((COMP_CWORD == 1)); then
                    COMPREPLY=($(compgen -W \(Shell.quoted(names.joined(separator: " "))) -- "$current"))
                    return
                fi
                # By readline, --format=te is three words.
                if [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
                if [[ $current == = ]]; then before=${COMP_WORDS[COMP_CWORD-1]} current=; fi
                case $command in
            \(cases)\
                esac
                case $kind in
                    words) COMPREPLY=($(compgen -W "$values" -- "$current")) ;;
                    files)
                        # Names may have blanks.
                        local IFS=$'\\n'
                        compopt -o filenames 2> /dev/null
                        COMPREPLY=($(compgen $action -- "$current")) ;;
                    other) ;;
                    none)
                        if ((COMP_CWORD == 2)) && [[ $current != -* ]]; then options=$subjects; fi
                        COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
                esac
            }
            complete -F _lcngen lcngen

            """
    }

    /// What follows an option.
    private static func values(_ entry: CommandDescription.Entry) -> String {
        let pattern = entry.option.spellings.joined(separator: "|")
        let kind =
            switch entry.values {
            case .none: "kind=other"
            case .words(let words): "kind=words values=\(Shell.quoted(words.joined(separator: " ")))"
            case .files: "kind=files action=-f"
            case .folders: "kind=files action=-d"
            case .programs: "kind=files action=-fc"
            }
        return "                \(pattern)) \(kind) ;;\n"
    }
}
