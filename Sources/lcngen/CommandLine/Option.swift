/// An option of a command: its name, what the help says of it, its range and its default, once.
struct Option<Value: Sendable>: Parameter, OptionDescription {
    let name: String
    let placeholder: String?
    let help: String
    let choices: [String]
    let defaultText: String?
    let path: PathUse?

    /// A value as it is written.
    let shown: @Sendable (Value) -> String
    private let read: @Sendable (String) throws(WrongValue) -> Value
    /// Where the option is not given; nil if it must be.
    private let absent: Value?

    /// An option with a default.
    ///
    /// - Parameter shownAs: the default in the help, where it is not written like a value.
    init(
        _ name: String, _ placeholder: String, _ kind: OptionKind<Value>, default value: Value,
        shownAs: String? = nil, help: String
    ) {
        (self.name, self.placeholder, self.help) = (name, placeholder, help)
        (choices, path, shown, read, absent) = (kind.choices, kind.path, kind.shown, kind.read, value)
        defaultText = shownAs ?? kind.shown(value)
    }

    /// An option without a default: nil where it is not given.
    ///
    /// - Parameter shownAs: what the help says that holds then.
    init<Given>(
        _ name: String, _ placeholder: String, _ kind: OptionKind<Given>, shownAs: String? = nil,
        help: String
    ) where Value == Given? {
        (self.name, self.placeholder, self.help) = (name, placeholder, help)
        (choices, path, absent, defaultText) = (kind.choices, kind.path, .some(nil), shownAs)
        shown = { $0.map(kind.shown) ?? "" }
        read = { text throws(WrongValue) in try kind.read(text) }
    }

    /// An option that must be given.
    init(required name: String, _ placeholder: String, _ kind: OptionKind<Value>, help: String) {
        (self.name, self.placeholder, self.help) = (name, placeholder, help)
        (choices, path, shown, read) = (kind.choices, kind.path, kind.shown, kind.read)
        (absent, defaultText) = (nil, nil)
    }

    /// A flag.
    init(_ name: String, help: String) where Value == Bool {
        (self.name, placeholder, self.help) = (name, nil, help)
        (choices, path, absent, defaultText) = ([], nil, false, nil)
        shown = { _ in "" }
        read = { _ throws(WrongValue) in true }
    }

    var options: [any OptionDescription] { [self] }
    var parts: [any Parameter] { [] }

    func value(_ words: [String: String], _ arguments: Arguments) throws(CommandFailure) -> Value {
        guard let text = words[name] else {
            guard let absent else { throw arguments.failure("--\(name) is missing") }
            return absent
        }
        do throws(WrongValue) {
            return try read(text)
        } catch {
            throw arguments.failure("--\(name)\(error.message)")
        }
    }
}
