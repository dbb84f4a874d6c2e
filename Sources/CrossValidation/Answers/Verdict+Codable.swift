import ExactAlgebra

/// As an object whose `kind` is `agree`, `disagree` or `undecided`, with what belongs to it: the answers that do not fit
/// and the witness, or the reason.
extension Verdict: Codable {
    /// The names stand in files of results and in JSON, and stay what they are.
    fileprivate enum CodingKeys: String, CodingKey {
        case kind, differs, contradicts, printedValues, witness, side, reason
    }

    fileprivate enum DisagreementKeys: String, CodingKey {
        case native, macaulay2, side, answer, required, equal, printed
    }

    /// Reads a verdict.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(Kind.self, forKey: .kind) {
        case .agree: self = .agrees
        case .undecided:
            self = .undecided(
                Obstacle(
                    try container.decodeIfPresent(Side.self, forKey: .side),
                    try container.decode(String.self, forKey: .reason)))
        case .disagree:
            self = .disagrees(
                try Self.disagreement(container),
                witness: try container.decodeIfPresent(Polynomial.self, forKey: .witness))
        }
    }

    private static func disagreement(
        _ container: KeyedDecodingContainer<CodingKeys>
    ) throws -> Disagreement {
        func members(_ key: CodingKeys) throws -> KeyedDecodingContainer<DisagreementKeys> {
            try container.nestedContainer(keyedBy: DisagreementKeys.self, forKey: key)
        }
        if container.contains(.differs) {
            let both = try members(.differs)
            return .differs(
                native: try both.decode(Answer.self, forKey: .native),
                macaulay2: try both.decode(Answer.self, forKey: .macaulay2))
        }
        if container.contains(.printedValues) {
            let counts = try members(.printedValues)
            return .printedValues(
                equal: try counts.decode(Int.self, forKey: .equal),
                of: try counts.decode(Int.self, forKey: .printed))
        }
        let one = try members(.contradicts)
        return .contradicts(
            try one.decode(Side.self, forKey: .side), try one.decode(Answer.self, forKey: .answer),
            required: try one.decode(Answer.self, forKey: .required))
    }

    /// Writes its kind, and why.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        switch self {
        case .agrees: break
        case .undecided(let obstacle):
            try container.encodeIfPresent(obstacle.side, forKey: .side)
            try container.encode(obstacle.reason, forKey: .reason)
        case .disagrees(let disagreement, let witness):
            try container.encodeIfPresent(witness, forKey: .witness)
            try disagreement.encode(to: &container)
        }
    }
}

extension Verdict.Disagreement {
    fileprivate func encode(to container: inout KeyedEncodingContainer<Verdict.CodingKeys>) throws {
        func members(
            _ key: Verdict.CodingKeys, _ container: inout KeyedEncodingContainer<Verdict.CodingKeys>
        ) -> KeyedEncodingContainer<Verdict.DisagreementKeys> {
            container.nestedContainer(keyedBy: Verdict.DisagreementKeys.self, forKey: key)
        }
        switch self {
        case .differs(let native, let macaulay2):
            var both = members(.differs, &container)
            try both.encode(native, forKey: .native)
            try both.encode(macaulay2, forKey: .macaulay2)
        case .contradicts(let side, let answer, let required):
            var one = members(.contradicts, &container)
            try one.encode(side, forKey: .side)
            try one.encode(answer, forKey: .answer)
            try one.encode(required, forKey: .required)
        case .printedValues(let equal, let printed):
            var counts = members(.printedValues, &container)
            try counts.encode(equal, forKey: .equal)
            try counts.encode(printed, forKey: .printed)
        }
    }
}
