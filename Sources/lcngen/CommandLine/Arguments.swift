import Foundation

/// The values of a command's options, read from the words behind its name and checked.
///
/// `arguments[option]` has the option's type. A command takes only what it lists: anything else is a defect.
struct Arguments: Sendable {
    let command: String
    /// The whole command line on one line, quoted so that a shell reads it back.
    let line: String
    /// The word after the name of the command, for commands that have some.
    let subject: String?
    /// Whether the help is asked for; then no value is read.
    let wantsHelp: Bool
    /// By name of the parameter.
    private var values: [String: any Sendable] = [:]

    /// A value in a box: an optional one that is nil stays one when its type is asked for.
    private struct Held<Value: Sendable>: Sendable {
        let value: Value
    }

    /// - Parameter words: what follows the name of the command.
    init(_ words: [String], for command: any Command.Type) throws(CommandFailure) {
        try self.init(
            words, command: command.name, subjects: command.subjects, parameters: command.options)
    }

    init(
        _ words: [String], command: String, subjects: [String] = [], parameters: [any Parameter]
    ) throws(CommandFailure) {
        self.command = command
        line = (["lcngen", command] + words).map(Self.quoted).joined(separator: " ")
        wantsHelp = words.contains("--help") || words.contains("-h")
        var rest = words[...]
        if let first = words.first, subjects.contains(first) {
            subject = first
            rest = rest.dropFirst()
        } else if subjects.isEmpty || wantsHelp {
            subject = nil
        } else {
            throw Self.failure("one of \(subjects.joined(separator: ", ")) must follow", command)
        }
        let texts = try Self.texts(rest, parameters.flatMap { $0.options }, command)
        if wantsHelp { return }
        for parameter in parameters { try read(parameter, texts) }
    }

    private mutating func read(
        _ parameter: some Parameter, _ words: [String: String]
    ) throws(CommandFailure) {
        for part in parameter.parts { try read(part, words) }
        values[parameter.name] = Held(value: try parameter.value(words, self))
    }

    /// The text of each option that is given; of a flag, an empty one.
    private static func texts(
        _ words: ArraySlice<String>, _ options: [any OptionDescription], _ command: String
    ) throws(CommandFailure) -> [String: String] {
        func failure(_ message: String) -> CommandFailure { Self.failure(message, command) }
        var texts: [String: String] = [:]
        var rest = words
        while let word = rest.popFirst() {
            if word == "--help" || word == "-h" { continue }
            guard word.hasPrefix("--"), word.count > 2 else {
                throw failure("unexpected argument '\(word)'")
            }
            let parts = word.dropFirst(2).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard let option = options.first(where: { $0.name == name }) else {
                let hint = Suggestion.nearest(to: name, among: options.map { $0.name } + ["help"])
                throw failure("unknown option --\(name)" + (hint.map { "; did you mean --\($0)?" } ?? ""))
            }
            guard texts[name] == nil else { throw failure("--\(name) is given twice") }
            guard let placeholder = option.placeholder else {
                guard parts.count == 1 else { throw failure("--\(name) takes no value") }
                texts[name] = ""
                continue
            }
            if parts.count == 2 {
                texts[name] = String(parts[1])
            } else {
                guard let value = rest.first, !value.hasPrefix("--") else {
                    throw failure("--\(name) needs a value, \(placeholder)")
                }
                texts[name] = value
                rest = rest.dropFirst()
            }
        }
        return texts
    }

    /// The value of an option or combination that the command lists.
    subscript<Value>(parameter: some Parameter<Value>) -> Value {
        guard let value = value(of: parameter) else {
            preconditionFailure("lcngen \(command) takes '\(parameter.name)', which it does not list")
        }
        return value
    }

    /// The same; nil for a command without it.
    func value<Value>(of parameter: some Parameter<Value>) -> Value? {
        (values[parameter.name] as? Held<Value>)?.value
    }

    /// Wrong usage, with a word on where the right one stands.
    func failure(_ message: String) -> CommandFailure { Self.failure(message, command) }

    private static func failure(_ message: String, _ command: String) -> CommandFailure {
        CommandFailure(.usage, "\(message) (see lcngen \(command) --help)")
    }

    private static func quoted(_ word: String) -> String {
        let isPlain = word.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_=,./:+%@".contains($0))
        }
        return isPlain && !word.isEmpty ? word : "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
