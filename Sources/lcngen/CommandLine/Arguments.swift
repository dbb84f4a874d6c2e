import PlatformBasics

/// The values of a command's options, read from the words behind its name and checked.
///
/// `arguments[option]` has the option's type. A command takes only what it lists: anything else is a defect.
struct Arguments: Sendable {
    let command: String
    /// The whole command line on one line, quoted so that a shell reads it back.
    let line: String
    /// The word after the name of the command, for commands that have some.
    let subject: String?
    /// The words that are no options, of commands that take some.
    let operands: [String]
    /// Whether the help is asked for; then no value is read.
    let wantsHelp: Bool
    /// The files that are named, in the order of the help.
    private(set) var files: [NamedFile] = []
    /// The text of each option that is given; of a flag, an empty one.
    private let texts: [String: String]
    /// By name of the parameter.
    private var values: [String: any Sendable] = [:]

    /// A value in a box: an optional one that is nil stays one when its type is asked for.
    private struct Held<Value: Sendable>: Sendable {
        let value: Value
    }

    /// - Parameter words: what follows the name of the command.
    init(_ words: [String], for command: any Command.Type) throws(CommandFailure) {
        try self.init(
            words, command: command.name, subjects: command.subjects, needsSubject: command.needsSubject,
            operands: command.operands, parameters: command.allOptions(subject:),
            rules: command.allRules(subject:))
    }

    init(
        _ words: [String], command: String, subjects: [String] = [], parameters: [any Parameter],
        rules: [OptionRule] = []
    ) throws(CommandFailure) {
        try self.init(
            words, command: command, subjects: subjects, needsSubject: true, operands: nil,
            parameters: { _ in parameters }, rules: { _ in rules })
    }

    private init(
        _ words: [String], command: String, subjects: [String], needsSubject: Bool, operands use: Operands?,
        parameters: (String?) -> [any Parameter], rules: (String?) -> [OptionRule]
    ) throws(CommandFailure) {
        self.command = command
        line = (["lcngen", command] + words).map(Self.quoted).joined(separator: " ")
        wantsHelp = words.contains(where: ArgumentWords.help.contains)
        subject = try Self.subject(words.first, of: subjects, isNeeded: needsSubject && !wantsHelp, command)
        let parameters = parameters(subject)
        let options = parameters.flatMap { $0.options }
        let split = try ArgumentWords(
            words.dropFirst(subject == nil ? 0 : 1), options, takesOperands: use != nil
        ) { Self.failure($0, command) }
        (texts, operands) = (split.texts, split.operands)
        if wantsHelp { return }
        if let use, operands.isEmpty { throw failure("\(use.placeholder) is missing") }
        // Rules see the value of every option, and come before anything is made of several.
        for parameter in parameters { try read(parameter, onlyOptions: true) }
        for rule in rules(subject) { if let message = rule.violation(self) { throw failure(message) } }
        files = options.compactMap { option in
            option.path.flatMap { use in
                text(of: option.name).map { NamedFile(option: "--\(option.name)", path: $0, use: use) }
            }
        }
        if let use { files += operands.map { NamedFile(option: use.placeholder, path: $0, use: use.use) } }
        if let message = NamedFile.standardInputTwice(files) { throw failure(message) }
        for parameter in parameters { try read(parameter, onlyOptions: false) }
    }

    private mutating func read(_ parameter: some Parameter, onlyOptions: Bool) throws(CommandFailure) {
        for part in parameter.parts { try read(part, onlyOptions: onlyOptions) }
        guard onlyOptions == (parameter is any OptionDescription) else { return }
        values[parameter.name] = Held(value: try parameter.value(texts, self))
    }

    private static func subject(
        _ word: String?, of subjects: [String], isNeeded: Bool, _ command: String
    ) throws(CommandFailure) -> String? {
        if let word, subjects.contains(word) { return word }
        if let word, !subjects.isEmpty, !word.hasPrefix("-") {
            let list = subjects.count > 8 ? "them" : subjects.joined(separator: ", ")
            let hint = Suggestion.nearest(to: word, among: subjects).map { "; did you mean \($0)?" }
            throw failure("'\(word)' is none of \(list)" + (hint ?? ""), command)
        }
        guard subjects.isEmpty || !isNeeded else {
            throw failure("one of \(subjects.joined(separator: ", ")) must follow", command)
        }
        return nil
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

    /// The text that an option has, given or by default.
    private func text(of name: String) -> String? {
        (values[name] as? Held<String>)?.value ?? (values[name] as? Held<String?>)?.value
    }

    /// Whether an option is on the command line, with whatever value.
    func isGiven(_ option: String) -> Bool { texts[option] != nil }

    /// Those of these options that are given, as words of a command line.
    func words(of options: [any OptionDescription]) -> [String] {
        options.flatMap { option -> [String] in
            guard let text = texts[option.name] else { return [] }
            return option.placeholder == nil ? ["--\(option.name)"] : ["--\(option.name)", text]
        }
    }

    /// The same on one line, as a shell reads it.
    func text(of options: [any OptionDescription]) -> String {
        words(of: options).map(Self.quoted).joined(separator: " ")
    }

    /// Wrong usage, with a word on where the right one stands.
    func failure(_ message: String) -> CommandFailure { Self.failure(message, command) }

    private static func failure(_ message: String, _ command: String) -> CommandFailure {
        CommandFailure(.usage, "\(message) (see lcngen \(command) --help)")
    }

    /// A word as a shell reads it.
    static func quoted(_ word: String) -> String {
        let isPlain = word.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_=,./:+%@".contains($0))
        }
        return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
