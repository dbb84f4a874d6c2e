import CrossValidation

extension Check {
    /// Of the column ``verdictHeading``: the verdict, and in CSV also why it is not agreement.
    var verdictCell: Cell {
        Cell(verdict.kind.rawValue, [verdict.kind.rawValue, verdict.reason ?? ""])
    }

    static let verdictHeading = Heading("verdict", "verdict", "reason")
}

extension [Check] {
    /// Below a table: disagreements first, each with its witness; then what is undecided, once for each reason.
    var notes: [String] {
        var reasons: [(reason: Verdict.Obstacle, checks: [Check])] = []
        for check in self {
            guard case .undecided(let reason) = check.verdict else { continue }
            if let index = reasons.firstIndex(where: { $0.reason == reason }) {
                reasons[index].checks.append(check)
            } else {
                reasons.append((reason, [check]))
            }
        }
        let disagreements = filter { $0.verdict.kind == .disagree }
        return disagreements.compactMap { $0.verdict.note($0.statement) }
            + reasons.compactMap { _, checks in
                checks[0].verdict.note(checks.count == 1 ? checks[0].statement : "\(checks.count) checks")
            }
    }
}
