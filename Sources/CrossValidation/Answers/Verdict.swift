import ExactAlgebra

/// How a check ended. A time limit is never a disagreement.
public enum Verdict: Sendable, Hashable {
    /// Both sides say the same, and what mathematics demands.
    case agrees
    /// Somebody is wrong; the polynomial shows it, where there is one.
    case disagrees(Disagreement, witness: Polynomial?)
    /// A side did not answer.
    case undecided(Obstacle)

    /// What does not fit.
    public enum Disagreement: Sendable, Hashable {
        /// A side's answer is not the one that mathematics demands.
        case contradicts(Side, Answer, required: Answer)
        /// The answers of the two sides differ.
        case differs(native: Answer, macaulay2: Answer)
        /// So many of the values that the paper prints are equal to those computed.
        case printedValues(equal: Int, of: Int)
    }

    /// Who did not answer, and why.
    public struct Obstacle: Sendable, Hashable {
        /// Nil where the reason says it itself.
        public var side: Side?
        /// In words: a time limit, a size, an error of Macaulay2.
        public var reason: String

        /// Makes an obstacle.
        public init(_ side: Side?, _ reason: String) {
            self.side = side
            self.reason = reason
        }
    }

    /// The ways a check can end, without reasons: worst first.
    public enum Kind: String, CaseIterable, Sendable, Hashable, Codable {
        /// Somebody is wrong.
        case disagree
        /// Nobody is shown to be wrong.
        case undecided
        /// All is well.
        case agree
    }

    /// Without the reason.
    public var kind: Kind {
        switch self {
        case .agrees: return .agree
        case .disagrees: return .disagree
        case .undecided: return .undecided
        }
    }

    /// The worst of several: disagreement outweighs what is undecided; `agrees` for none.
    public static func worst(_ verdicts: some Sequence<Verdict>) -> Verdict {
        let verdicts = Array(verdicts)
        for kind in Kind.allCases {
            if let verdict = verdicts.first(where: { $0.kind == kind }) { return verdict }
        }
        return .agrees
    }
}
