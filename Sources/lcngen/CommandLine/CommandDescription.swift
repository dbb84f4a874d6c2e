/// What is told of a command, in the help, in the man page and in shells: all from the same place.
struct CommandDescription: Sendable {
    /// What is told of an option.
    struct Entry: Sendable {
        let option: any OptionDescription
        /// With which others it goes, as rules say.
        let notes: [String]

        /// `-k, --k N,N,…`.
        var head: String {
            option.spellings.joined(separator: ", ") + (option.placeholder.map { " \($0)" } ?? "")
        }

        /// Sentences, the first on what it is for.
        var lines: [String] {
            var lines = [option.help]
            if !option.choices.isEmpty { lines.append(option.choices.joined(separator: ", ")) }
            lines += notes
            if option.path == .input { lines.append("- is standard input") }
            if let value = option.defaultText { lines.append("default: \(value)") }
            return lines
        }
    }

    let name: String
    let summary: String
    let discussion: String
    let examples: [String]
    let entries: [Entry]
    let subjects: [String]
    let operands: Operands?
    /// `lcngen bench minors|factor [options]`.
    let usage: String

    init(_ command: any Command.Type) {
        (name, summary, discussion) = (command.name, command.summary, command.discussion)
        (examples, subjects) = (command.examples, command.subjects)
        let notes = command.rules.flatMap(\.notes)
        entries = command.allOptions.flatMap { $0.options }.map { option in
            Entry(option: option, notes: notes.filter { $0.option == option.name }.map(\.text))
        }
        let words = subjects.joined(separator: "|")
        // Many are not listed in a line.
        let shown = words.count > 40 ? "COMMAND" : words
        let subject = subjects.isEmpty ? "" : command.needsSubject ? " \(shown)" : " [\(shown)]"
        operands = command.operands
        usage = "lcngen \(name)\(subject) [options]\(operands.map { " \($0.placeholder)" } ?? "")"
    }

    /// For a terminal with so many letters in a line.
    func help(width: Int) -> String {
        var lines = [summary, "", "usage: \(usage)", ""]
        if !discussion.isEmpty { lines += HelpText(discussion).lines(width: width) + [""] }
        lines.append("options:")
        let listed = entries.map { ($0.head, $0.lines) } + [("-h, --help", ["show this help"])]
        // Options without a letter stand under the dashes of the others.
        let heads = listed.map { ($0.0.hasPrefix("--") ? "      " : "  ") + $0.0 }
        let place = (heads.map(\.count).max() ?? 0) + 2
        for (head, (_, texts)) in zip(heads, listed) {
            for (index, text) in texts.enumerated() {
                lines += HelpText.hanging(index == 0 ? head : "", text, at: place, width: width)
            }
        }
        lines += ["", "examples:"] + examples.map { "  lcngen \($0)" }
        return lines.map { $0 + "\n" }.joined()
    }
}
