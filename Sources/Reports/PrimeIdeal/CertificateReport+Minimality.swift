import Exports
import Neurovariety

extension CertificateReport {
    /// The step that was carried out.
    static func lines(_ minimality: MinimalityCertificate) -> [String] {
        var answer = "yes"
        var witness: String?
        switch minimality.verdict {
        case .proved: break
        case .stopped: answer = "not to the end: stopped"
        case .refuted(let superfluous):
            answer = "no"
            let pair = [superfluous.pair.first, superfluous.pair.second].map { named($0.nonface) }
            witness =
                "\(named(superfluous.leadingMonomial.support)), from those of \(pair[0]) and \(pair[1])"
        }
        let reduced = minimality.degrees.map { "\(Quantity.count($0.reduced)) in degree \($0.degree)" }
        let step =
            "no minor is a combination of the others: S-polynomials of minors of lower degrees reduce to zero by "
            + "minors of lower degrees (\(reduced.isEmpty ? "none" : reduced.joined(separator: ", "))): \(answer)"
        return ["- " + step] + (witness.map { ["  witness: \($0)"] } ?? [])
    }

    static func conclusion(_ minimality: MinimalityCertificate) -> String {
        switch minimality.verdict {
        case .proved: return "Proved: the minors are a minimal generating set, over every field."
        case .stopped: return "Undecided: whether they are a minimal generating set; stopped before the end."
        case .refuted:
            return "Refuted: the minors are no minimal generating set; one is superfluous, as shown."
        }
    }

    /// Undecided if it was not begun.
    static func json(_ minimality: MinimalityCertificate?) -> JSONValue {
        guard let minimality else {
            return .object([("degrees", .array([])), ("verdict", .string("undecided"))])
        }
        var members: [(String, JSONValue)] = [
            (
                "degrees",
                .array(
                    minimality.degrees.map {
                        .object([
                            ("degree", .integer($0.degree)), ("minors", .integer($0.minors)),
                            ("reduced", .integer($0.reduced)),
                        ])
                    })
            )
        ]
        switch minimality.verdict {
        case .proved: members.append(("verdict", .string("proved")))
        case .stopped: members.append(("verdict", .string("undecided")))
        case .refuted(let superfluous):
            members += [
                ("verdict", .string("refuted")),
                ("superfluous", .integers(superfluous.leadingMonomial.variables.reversed())),
                (
                    "pair",
                    .array([superfluous.pair.first, superfluous.pair.second].map { .integers($0.nonface) })
                ),
            ]
        }
        return .object(members)
    }

    private static func named(_ nonface: [Int]) -> String { nonface.map { "w_\($0)" }.joined(separator: "·") }
}
