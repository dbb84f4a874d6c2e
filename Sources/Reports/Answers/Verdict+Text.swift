import CrossValidation
import ExactAlgebra

extension Side {
    /// `natively`, `in Macaulay2`.
    var adverb: String {
        switch self {
        case .native: return "natively"
        case .macaulay2: return "in Macaulay2"
        }
    }
}

extension Verdict.Disagreement: CustomStringConvertible {
    /// `natively: no, where yes is required`.
    public var description: String {
        switch self {
        case .contradicts(let side, let answer, let required):
            return "\(side.adverb): \(answer), where \(required) is required"
        case .differs(let native, let macaulay2): return "natively: \(native); in Macaulay2: \(macaulay2)"
        case .printedValues(let equal, let printed): return "\(equal) of \(printed) printed values are equal"
        }
    }
}

extension Verdict.Obstacle: CustomStringConvertible {
    /// `in Macaulay2: …`.
    public var description: String { side.map { "\($0.adverb): \(reason)" } ?? reason }
}

extension Verdict {
    /// Why it is not agreement.
    var reason: String? {
        switch self {
        case .agrees: return nil
        case .disagrees(let disagreement, _): return disagreement.description
        case .undecided(let obstacle): return obstacle.description
        }
    }

    /// The polynomial that shows a disagreement.
    var witness: Polynomial? {
        guard case .disagrees(_, let witness) = self else { return nil }
        return witness
    }

    /// A note below a table: `DISAGREEMENT, J ⊆ I: natively: …; witness: w_0*w_3`; nil for agreement.
    func note(_ statement: String) -> String? {
        line(statement, separator: ", ", witness: "witness: ")
    }

    /// A line of its own, with the command that shows it again: `DISAGREEMENT at (2,2;2), J ⊆ I: natively: …; witness
    /// w_3 [lcngen compare --k 2,2 --s 2]`; nil for agreement.
    func finding(at place: String, command: String) -> String? {
        line(place, separator: " at ", witness: "witness ").map { "\($0) [\(command)]" }
    }

    private func line(_ place: String, separator: String, witness words: String) -> String? {
        guard let reason else { return nil }
        return (kind == .disagree ? "DISAGREEMENT" : "undecided") + "\(separator)\(place): \(reason)"
            + (self.witness.map { "; \(words)\($0)" } ?? "")
    }
}
