import ExactAlgebra

/// One statement, answered by this program and by Macaulay2.
public struct Check: Sendable, Hashable {
    /// Which statement it is.
    public let name: CheckName
    /// The statement in words and symbols.
    public let statement: String
    /// The answer that mathematics demands; nil for facts that differ between architectures, where the two
    /// sides must only agree.
    public let required: Answer?
    /// What this program found.
    public let native: Finding
    /// Nil where Macaulay2 was not asked.
    public let macaulay2: Finding?

    /// Makes a check.
    public init(
        name: CheckName, statement: String, required: Answer? = nil, native: Finding, macaulay2: Finding?
    ) {
        self.name = name
        self.statement = statement
        self.required = required
        self.native = native
        self.macaulay2 = macaulay2
    }

    /// What follows from the two findings. Where neither side answers, the reason is Macaulay2's, to which more time may be
    /// given.
    public var verdict: Verdict {
        for (side, finding) in [(Side.native, native), (.macaulay2, macaulay2)] {
            if let required, let answer = finding?.answer, answer != required {
                return .disagrees(
                    .contradicts(side, answer, required: required), witness: finding?.witness)
            }
        }
        if let macaulay2, macaulay2.answer == nil { return .undecided(.init(.macaulay2, macaulay2.basis)) }
        guard let ours = native.answer else { return .undecided(.init(.native, native.basis)) }
        guard let macaulay2, let theirs = macaulay2.answer else { return .agrees }
        if ours == theirs { return .agrees }
        return .disagrees(
            .differs(native: ours, macaulay2: theirs), witness: macaulay2.witness ?? native.witness)
    }
}
