/// A command: its options as values, and what it does.
protocol Command {
    static var name: String { get }
    /// One line.
    static var summary: String { get }
    /// Some paragraphs, wrapped by hand at 78 columns.
    static var discussion: String { get }
    /// Arguments after the program's name, which run as they stand.
    static var examples: [String] { get }
    /// All that ``run(_:_:)`` takes from its arguments, in the order of the help.
    static var options: [any Parameter] { get }
    /// The words of which one must follow the name; none for most commands.
    static var subjects: [String] { get }

    /// Does the work. Arguments are checked, and the output is open; both are put in order afterwards by the frame.
    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus
}

extension Command {
    static var subjects: [String] { [] }

    static var help: String {
        let subject = subjects.isEmpty ? "" : " " + subjects.joined(separator: "|")
        var text = "\(summary)\n\nusage: lcngen \(name)\(subject) [options]\n"
        if !discussion.isEmpty { text += "\n\(discussion)\n" }
        text += "\noptions:\n"
        let listed = options.flatMap { $0.options } + [Option("help", help: "show this help")]
        let heads = listed.map { option in
            "  --\(option.name)" + (option.placeholder.map { " \($0)" } ?? "")
        }
        let width = (heads.map(\.count).max() ?? 0) + 2
        for (option, head) in zip(listed, heads) {
            var lines = [option.help]
            if !option.choices.isEmpty { lines.append(option.choices.joined(separator: ", ")) }
            if let value = option.defaultText { lines.append("default: \(value)") }
            for (index, line) in lines.enumerated() {
                let start = index == 0 ? head : ""
                text += start + String(repeating: " ", count: width - start.count) + line + "\n"
            }
        }
        text += "\nexamples:\n" + examples.map { "  lcngen \($0)\n" }.joined()
        return text
    }
}
