import ExactAlgebra

/// What one side, this program or Macaulay2, found about a statement.
public struct Finding: Sendable, Hashable {
    /// The answer, such as `yes`, `no` or `80 cubics`; nil if it was not decided.
    public var answer: String?
    /// How the answer was reached (proved, computed modulo a prime, …), or why there is none.
    public var basis: String
    /// A polynomial that shows a negative answer.
    public var witness: Polynomial?
    public var seconds: Double?

    public init(answer: String?, basis: String, witness: Polynomial? = nil, seconds: Double? = nil) {
        self.answer = answer
        self.basis = basis
        self.witness = witness
        self.seconds = seconds
    }

    public static func undecided(_ reason: String) -> Finding {
        Finding(answer: nil, basis: reason)
    }

    public static func of(_ truth: Bool, basis: String, witness: Polynomial? = nil) -> Finding {
        Finding(answer: truth ? "yes" : "no", basis: basis, witness: witness)
    }
}
