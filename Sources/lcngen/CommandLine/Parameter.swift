/// What a command takes from its words: the value of an option, or one that several options make together.
///
/// All values are made, and refused if they are wrong, before a command begins.
protocol Parameter<Value>: Sendable {
    associatedtype Value: Sendable

    /// Unique within a command; of an option, its name without the dashes.
    var name: String { get }
    /// The options that the help lists for it.
    var options: [any OptionDescription] { get }
    /// What is read before it.
    var parts: [any Parameter] { get }

    /// - Parameters:
    ///   - words: the text of each option that is given; of a flag, an empty one.
    ///   - arguments: what was read before.
    func value(_ words: [String: String], _ arguments: Arguments) throws(CommandFailure) -> Value
}

/// What the help says of an option.
protocol OptionDescription: Sendable {
    /// Without the dashes.
    var name: String { get }
    /// What stands for its value; nil for a flag.
    var placeholder: String? { get }
    var help: String { get }
    /// The values it takes, if they are few.
    var choices: [String] { get }
    /// What holds where it is not given.
    var defaultText: String? { get }
    /// What is done with the file that its value names; nil if it names none.
    var path: PathUse? { get }
}

/// One letter for options that are given often, the same in every command.
private let shortNames: [String: Character] = ["k": "k", "s": "s", "out": "o", "format": "f"]

extension OptionDescription {
    /// With one dash; nil for most options.
    var short: Character? { shortNames[name] }

    /// As it is written on a command line, with its dashes; the usual one last.
    var spellings: [String] { (short.map { ["-\($0)"] } ?? []) + ["--\(name)"] }
}
