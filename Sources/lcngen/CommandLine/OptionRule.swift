/// Which options go together: what would have no effect beside the others is refused, with one line.
///
/// A command lists its rules beside its options, as
/// `maxDegree.given.goes(with: method.is(.linearAlgebra))`; the help and the man page show them, each under its option.
/// They are checked when every option has its value, and before anything is made of several.
struct OptionRule: Sendable {
    /// What stands in the help under an option.
    struct Note: Sendable, Hashable {
        let option: String
        let text: String
    }

    let notes: [Note]
    /// What is wrong; nil if nothing is.
    let violation: @Sendable (Arguments) -> String?

    /// Of these uses at most one at a time.
    static func atMostOne(_ uses: OptionUse...) -> OptionRule {
        OptionRule(
            notes: uses.indices.flatMap { index in
                let others = uses.indices.filter { $0 != index }.map { uses[$0].words }
                return uses[index].notes("not with " + others.joined(separator: ", "))
            }
        ) { arguments in
            let given = uses.filter { $0.isGiven(arguments) }
            return given.count < 2 ? nil : "\(given[1].words) does not go with \(given[0].words)"
        }
    }
}

extension OptionUse {
    /// Has an effect only where one of these holds, by what is given or by default.
    func goes(with others: OptionUse...) -> OptionRule {
        let names = others.map(\.words).alternatives
        return OptionRule(notes: notes("with \(names)")) { arguments in
            isGiven(arguments) && !others.contains { $0.holds(arguments) }
                ? "\(words) goes with \(names)" : nil
        }
    }

    /// Has no effect, or contradicts, where one of these holds.
    func doesNotGo(with others: OptionUse...) -> OptionRule {
        OptionRule(notes: notes("not with " + others.map(\.words).joined(separator: ", "))) { arguments in
            guard isGiven(arguments), let other = others.first(where: { $0.holds(arguments) }) else {
                return nil
            }
            return "\(words) does not go with \(other.words)"
        }
    }

    /// Means nothing without another option.
    func needs(_ other: OptionUse) -> OptionRule {
        OptionRule(notes: []) { arguments in
            holds(arguments) && !other.isGiven(arguments) ? "\(words) needs \(other.words)" : nil
        }
    }

    /// For the help of its option, with the values that it is about.
    fileprivate func notes(_ text: String) -> [OptionRule.Note] {
        guard let option else { return [] }
        let values = values.isEmpty ? "" : values.joined(separator: ", ") + ": "
        return [OptionRule.Note(option: option, text: values + text)]
    }
}
