/// A way to use an option, or the command itself: with any value, with some values, with some subjects.
///
/// What rules are made of, see ``OptionRule``.
struct OptionUse: Sendable {
    /// As a person writes it: `--random`, `--format text or json`, `bench minors`.
    let words: String
    /// The option; nil for a subject of the command.
    let option: String?
    /// The values that it is about, as they are written; nothing for any value.
    let values: [String]
    /// Whether it is so, by what is given or by default.
    let holds: @Sendable (Arguments) -> Bool

    /// Whether a person said so.
    func isGiven(_ arguments: Arguments) -> Bool {
        (option.map(arguments.isGiven) ?? true) && holds(arguments)
    }

    /// One of these words follows the name of the command.
    static func subject<Subject: RawRepresentable<String>>(
        of command: String, _ subjects: Subject...
    ) -> OptionUse {
        let names = subjects.map(\.rawValue)
        return OptionUse(words: "\(command) \(names.alternatives)", option: nil, values: names) {
            arguments in arguments.subject.map(names.contains) ?? false
        }
    }
}

extension Option {
    /// The option with any value.
    var given: OptionUse {
        let name = name
        return OptionUse(words: "--\(name)", option: name, values: []) { $0.isGiven(name) }
    }
}

extension Option where Value: Equatable {
    /// The option with one of these values.
    func `is`(_ values: Value...) -> OptionUse {
        let names = values.map(shown)
        return OptionUse(
            words: "--\(name) \(names.alternatives)", option: name, values: names
        ) { arguments in arguments.value(of: self).map(values.contains) ?? false }
    }
}

extension [String] {
    /// `a, b or c`.
    var alternatives: String {
        count < 2 ? joined() : dropLast().joined(separator: ", ") + " or " + self[count - 1]
    }
}
