import Foundation

/// The options given to a command, checked against those it has.
struct Arguments: Sendable {
    let command: String
    /// The whole command line on one line, quoted so that a shell reads it back.
    let line: String
    private let values: [String: String]
    private let flags: Set<String>
    private let choices: [String: [String]]

    var wantsHelp: Bool { flags.contains("help") }

    /// The word after the name of the command, for commands that have some.
    let subject: String?

    /// - Parameter words: what follows the name of the command.
    init(
        _ words: [String], command: String, subjects: [String] = [], options: [Option]
    ) throws(CommandFailure) {
        self.command = command
        line = (["lcngen", command] + words).map(Self.quoted).joined(separator: " ")
        choices = Dictionary(options.map { ($0.name, $0.choices) }) { first, _ in first }
        var values: [String: String] = [:]
        var flags: Set<String> = []
        func fail(_ message: String) -> CommandFailure {
            CommandFailure(.usage, "\(message) (see lcngen \(command) --help)")
        }
        var index = 0
        if let first = words.first, subjects.contains(first) {
            subject = first
            index = 1
        } else if subjects.isEmpty || words.contains("--help") || words.contains("-h") {
            subject = nil
        } else {
            throw fail("one of \(subjects.joined(separator: ", ")) must follow")
        }
        while index < words.count {
            let word = words[index]
            index += 1
            if word == "--help" || word == "-h" {
                flags.insert("help")
                continue
            }
            guard word.hasPrefix("--"), word.count > 2 else { throw fail("unexpected argument '\(word)'") }
            let parts = word.dropFirst(2).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard let option = options.first(where: { $0.name == name }) else {
                let hint = Suggestion.nearest(to: name, among: options.map(\.name) + ["help"])
                throw fail("unknown option --\(name)" + (hint.map { "; did you mean --\($0)?" } ?? ""))
            }
            guard values[name] == nil, !flags.contains(name) else { throw fail("--\(name) is given twice") }
            if option.placeholder == nil {
                guard parts.count == 1 else { throw fail("--\(name) takes no value") }
                flags.insert(name)
            } else if parts.count == 2 {
                values[name] = String(parts[1])
            } else {
                guard index < words.count, !words[index].hasPrefix("--") else {
                    throw fail("--\(name) needs a value, \(option.placeholder ?? "")")
                }
                values[name] = words[index]
                index += 1
            }
        }
        self.values = values
        self.flags = flags
        for option in options where !option.choices.isEmpty {
            guard let value = values[option.name] else { continue }
            guard option.choices.contains(value) else {
                let hint = Suggestion.nearest(to: value, among: option.choices).map {
                    "; did you mean \($0)?"
                }
                throw fail(
                    "--\(option.name) is '\(value)', which is none of "
                        + option.choices.joined(separator: ", ") + (hint ?? ""))
            }
        }
    }

    private func fail(_ message: String) -> CommandFailure {
        CommandFailure(.usage, "\(message) (see lcngen \(command) --help)")
    }

    func has(_ flag: String) -> Bool { flags.contains(flag) }

    func string(_ name: String) -> String? { values[name] }

    func required(_ name: String) throws(CommandFailure) -> String {
        guard let value = values[name] else { throw fail("--\(name) is missing") }
        return value
    }

    func int(_ name: String, in range: ClosedRange<Int>) throws(CommandFailure) -> Int? {
        guard let text = values[name] else { return nil }
        guard let value = Int(text), range.contains(value) else {
            throw fail(
                "--\(name) is '\(text)', not a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A positive number, or nil for `none`; `fallback` where the option is not given.
    func seconds(_ name: String, default fallback: Double?) throws(CommandFailure) -> Double? {
        guard let text = values[name] else { return fallback }
        if text == "none" { return nil }
        guard let value = Double(text), value > 0, value < 1e9 else {
            throw fail("--\(name) is '\(text)', not a positive number of seconds or none")
        }
        return value
    }

    /// Whole numbers separated by commas.
    func ints(_ name: String) throws(CommandFailure) -> [Int]? {
        guard let text = values[name] else { return nil }
        var result: [Int] = []
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            let trimmed = piece.trimmingCharacters(in: .whitespaces)
            guard let value = Int(trimmed) else {
                throw fail("--\(name) is '\(text)': '\(trimmed)' is not a whole number")
            }
            result.append(value)
        }
        return result
    }

    /// One of the option's choices as an enumeration.
    func choice<Value: RawRepresentable<String>>(_ name: String, default fallback: Value) -> Value {
        values[name].flatMap { Value(rawValue: $0) } ?? fallback
    }

    private static func quoted(_ word: String) -> String {
        let isPlain = word.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_=,./:+%@".contains($0))
        }
        return isPlain && !word.isEmpty ? word : "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
