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

    /// What other words name: files behind the options; nil for most commands.
    static var operands: Operands? { get }

    /// All options: those of the command, those that every command has, and those of another command that it takes
    /// words for.
    static func allOptions(subject: String?) -> [any Parameter]
    static func allRules(subject: String?) -> [OptionRule]

    /// What becomes of the work when it is interrupted, or its time is over, as `what is known is printed`: the command asks
    /// often whether that is so. Nil where nothing is to be told: the program ends.
    static func whenStopped(_ arguments: Arguments) -> String?

    /// Does the work. Arguments are checked, and the output is open; both are put in order afterwards by the frame.
    static func run(_ arguments: Arguments, _ frame: Frame) throws -> ExitStatus
}

extension Command {
    static var rules: [OptionRule] { [] }
    static var subjects: [String] { [] }
    static var needsSubject: Bool { true }
    static var operands: Operands? { nil }
    static func whenStopped(_ arguments: Arguments) -> String? { nil }

    /// Those of the command, and those that every command has.
    static var allOptions: [any Parameter] { options + [Shared.quiet] }
    static func allOptions(subject: String?) -> [any Parameter] { allOptions }
    static func allRules(subject: String?) -> [OptionRule] { rules }
}

/// Words of a command line that are no options: files, one or more.
struct Operands: Sendable {
    let placeholder: String
    let use: PathUse
}
