import ExactAlgebra

/// One statement, answered by this program and by Macaulay2.
public struct Check: Sendable, Hashable {
    /// Stable name, for machine-readable output.
    public let name: String
    /// The statement in words and symbols.
    public let statement: String
    /// The answer that mathematics demands; nil for facts that differ between architectures, where the two
    /// sides must only agree.
    public let required: String?
    public let native: Finding
    /// Nil where Macaulay2 was not asked.
    public let macaulay2: Finding?

    public init(
        name: String, statement: String, required: String? = nil, native: Finding, macaulay2: Finding?
    ) {
        self.name = name
        self.statement = statement
        self.required = required
        self.native = native
        self.macaulay2 = macaulay2
    }

    public var verdict: Verdict {
        for (side, finding) in [("natively", native), ("in Macaulay2", macaulay2)] {
            if let required, let answer = finding?.answer, answer != required {
                return .disagrees("\(side): \(answer), where \(required) is required", finding?.witness)
            }
        }
        guard let ours = native.answer else { return .undecided("natively: \(native.basis)") }
        guard let macaulay2 else { return .agrees }
        guard let theirs = macaulay2.answer else { return .undecided("in Macaulay2: \(macaulay2.basis)") }
        if ours == theirs { return .agrees }
        return .disagrees(
            "natively: \(ours); in Macaulay2: \(theirs)", macaulay2.witness ?? native.witness)
    }
}

/// How a check ended. A time limit is never a disagreement.
public enum Verdict: Sendable, Hashable {
    case agrees
    case disagrees(String, Polynomial?)
    case undecided(String)

    /// The worst of several: disagreement outweighs what is undecided.
    public static func worst(_ verdicts: some Sequence<Verdict>) -> Verdict {
        verdicts.min { $0.rank < $1.rank } ?? .agrees
    }

    /// Disagreements first.
    public var rank: Int {
        switch self {
        case .disagrees: return 0
        case .undecided: return 1
        case .agrees: return 2
        }
    }

    public var name: String {
        switch self {
        case .agrees: return "agree"
        case .disagrees: return "disagree"
        case .undecided: return "undecided"
        }
    }
}
