import ExactAlgebra

/// What one side, this program or Macaulay2, found about a statement.
public struct Finding: Sendable, Hashable {
    /// Nil if it was not decided.
    public var answer: Answer?
    /// How the answer was reached (proved, computed modulo a prime, …), or why there is none.
    public var basis: String
    /// A polynomial that shows a negative answer.
    public var witness: Polynomial?
    /// The time it took, where that is of interest.
    public var seconds: Double?

    /// Makes a finding.
    public init(answer: Answer?, basis: String, witness: Polynomial? = nil, seconds: Double? = nil) {
        self.answer = answer
        self.basis = basis
        self.witness = witness
        self.seconds = seconds
    }

    /// No answer, for this reason.
    public static func undecided(_ reason: String) -> Finding {
        Finding(answer: nil, basis: reason)
    }

    /// A statement that holds or does not.
    public static func of(_ truth: Bool, basis: String, witness: Polynomial? = nil) -> Finding {
        Finding(answer: .truth(truth), basis: basis, witness: witness)
    }
}
