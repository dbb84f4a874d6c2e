/// A command: its options as values, and what it does.
protocol Command {
    static var name: String { get }
    /// One line.
    static var summary: String { get }
    /// Paragraphs and lists, see ``HelpText``.
    static var discussion: String { get }
    /// Arguments after the program's name, which run as they stand.
    static var examples: [String] { get }
    /// All that ``run(_:_:)`` takes from its arguments, in the order of the help.
    static var options: [any Parameter] { get }
    /// Which of them go together.
    static var rules: [OptionRule] { get }
    /// The words that can follow the name; none for most commands.
    static var subjects: [String] { get }
    /// Whether one of them must.
    static var needsSubject: Bool { get }

    /// Does the work. Arguments are checked, and the output is open; both are put in order afterwards by the frame.
    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus
}

extension Command {
    static var rules: [OptionRule] { [] }
    static var subjects: [String] { [] }
    static var needsSubject: Bool { true }

    /// Those of the command, and those that every command has.
    static var allOptions: [any Parameter] { options + [Shared.quiet] }
}
