import Exports
import Neurovariety

extension HomologicalInvariants {
    /// `depth`, `projectiveDimension`, `regularity`, `isCohenMacaulay` and `extremalBettiNumbers`.
    var jsonMembers: [(String, JSONValue)] {
        [
            ("depth", .integer(depth)), ("projectiveDimension", .integer(projectiveDimension)),
            ("regularity", .integer(regularity)), ("isCohenMacaulay", .boolean(isCohenMacaulay)),
            ("extremalBettiNumbers", .bettiNumbers(extremalBettiNumbers)),
        ]
    }

    /// The same, where they were not computed.
    static let missingJSONMembers: [(String, JSONValue)] = [
        "depth", "projectiveDimension", "regularity", "isCohenMacaulay", "extremalBettiNumbers",
    ].map { ($0, .null) }
}

extension JSONValue {
    static func bettiNumbers(_ numbers: [BettiNumber]) -> JSONValue {
        .array(
            numbers.map {
                .object([
                    ("homologicalDegree", .integer($0.homologicalDegree)), ("degree", .integer($0.degree)),
                    ("value", .integer($0.value)),
                ])
            })
    }
}

extension SectionalGenera {
    var json: JSONValue {
        .object([("arithmetic", .integer(arithmetic)), ("geometric", .integer(geometric))])
    }
}
