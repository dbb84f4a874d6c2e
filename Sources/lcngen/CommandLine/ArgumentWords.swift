/// Splits the words of a command line into the texts of options: `--name VALUE`, `--name=VALUE`, `-n VALUE`, `-n=VALUE`.
struct ArgumentWords {
    /// By name, the text of each option that is given; of a flag, an empty one.
    private(set) var texts: [String: String] = [:]
    /// The words that are no options.
    private(set) var operands: [String] = []

    /// What asks for the help instead.
    static let help = ["-h", "--help"]

    /// - Parameters:
    ///   - takesOperands: whether other words are taken; behind `--` all are.
    ///   - failure: wrong usage of the command.
    init(
        _ words: ArraySlice<String>, _ options: [any OptionDescription], takesOperands: Bool = false,
        failure: (String) -> CommandFailure
    ) throws(CommandFailure) {
        var rest = words
        while let word = rest.popFirst() {
            if Self.help.contains(word) { continue }
            if takesOperands, word == "--" {
                operands += rest
                return
            }
            guard let (head, attached) = Self.split(word) else {
                if takesOperands, !word.isEmpty {
                    operands.append(word)
                    continue
                }
                throw failure("unexpected argument '\(word)'")
            }
            guard let option = options.first(where: { $0.spellings.contains(head) }) else {
                throw failure("unknown option \(head)" + Self.hint(head, options))
            }
            let name = option.name
            guard texts[name] == nil else { throw failure("--\(name) is given twice") }
            guard let placeholder = option.placeholder else {
                guard attached == nil else { throw failure("--\(name) takes no value") }
                texts[name] = ""
                continue
            }
            if let attached {
                texts[name] = attached
            } else {
                guard let value = rest.popFirst(), !Self.isOption(value, options) else {
                    throw failure("--\(name) needs a value, \(placeholder)")
                }
                texts[name] = value
            }
        }
    }

    /// An option with what stands behind `=`; nil for a number or any other word.
    private static func split(_ word: String) -> (head: String, value: String?)? {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let head = String(parts[0])
        guard
            head.hasPrefix("--")
                ? head.count > 2 : head.hasPrefix("-") && head.dropFirst().first?.isLetter == true
        else { return nil }
        return (head, parts.count == 2 ? String(parts[1]) : nil)
    }

    /// Whether a word stands where a value should; `-3` and `-` are values.
    private static func isOption(_ word: String, _ options: [any OptionDescription]) -> Bool {
        if word.hasPrefix("--") { return true }
        guard let head = split(word)?.head else { return false }
        return options.contains { $0.spellings.contains(head) }
    }

    private static func hint(_ head: String, _ options: [any OptionDescription]) -> String {
        if !head.hasPrefix("--"), let short = options.first(where: { $0.short == head.dropFirst().first }),
            head.count > 2, !(head.dropFirst(2).first?.isLetter ?? true)
        {
            return "; write -\(short.short ?? "?") \(head.dropFirst(2))"
        }
        let name = String(head.drop { $0 == "-" })
        let near = Suggestion.nearest(to: name, among: options.map(\.name) + ["help"])
        return near.map { "; did you mean --\($0)?" } ?? ""
    }
}
