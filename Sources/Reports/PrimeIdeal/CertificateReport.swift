import ExactAlgebra
import Exports
import Neurovariety

/// A certificate written down: what was checked, how, and what follows.
package struct CertificateReport: Report {
    package let certificate: Certificate
    /// Nil if it was not asked for, or not begun: the certificate failed, or was stopped before.
    package let minimality: MinimalityCertificate?
    private let asksForMinimality: Bool

    package init(
        _ certificate: Certificate, minimality: MinimalityCertificate? = nil, asksForMinimality: Bool = false
    ) {
        self.certificate = certificate
        self.minimality = minimality
        self.asksForMinimality = asksForMinimality
    }

    private struct Step {
        let key: String
        let statement: String
        /// Nil if it was not carried out.
        let holds: Bool?
        let answer: String
        /// In text.
        let witness: String?
        /// In JSON: variables, or a polynomial.
        var data: JSONValue?
    }

    private static let stopped = "not to the end: stopped"

    private var steps: [Step] {
        let (check, architecture) = (certificate.check, certificate.architecture)
        let wrong = check.wrongLeadingTerms.first
        // What was right so far says nothing of the rest.
        let isExpanded = check.expandedCount == certificate.ideal.minors.count
        let expandedAnswer = isExpanded ? "yes" : Self.stopped
        return [
            Step(
                key: "leadingTerms",
                statement: "every minor has its nonface as leading monomial: squarefree, coefficient 1 or -1",
                holds: wrong != nil ? false : isExpanded ? true : nil,
                answer: wrong == nil ? expandedAnswer : "no",
                witness: wrong?.polynomial.description,
                data: wrong.map { JSONValue(encoding: $0.polynomial) }),
            Step(
                key: "minimalPrimes",
                statement:
                    "minimal primes of the leading monomials: all of codimension \(architecture.codimension), "
                    + "and \(architecture.degree) of them, the degree of the variety",
                holds: check.wrongPrime != nil
                    ? false : check.facetCount.map { Integer($0) == architecture.degree },
                answer: check.wrongPrime != nil
                    ? "no"
                    : check.facetCount.map { Integer($0) == architecture.degree ? "yes" : "no: \($0)" }
                        ?? (check.wasStopped ? Self.stopped : "not listed: too many"),
                witness: check.wrongPrime.map { $0.map { "w_\($0)" }.joined(separator: ", ") },
                data: check.wrongPrime.map { .integers($0) }),
            Step(
                key: "vanishing",
                statement: "every minor vanishes on the variety: q_i = g h_i identically, so the ranks drop",
                holds: certificate.factorizes,
                answer: certificate.factorizes.map { $0 ? "yes" : "no" }
                    ?? (check.wasStopped ? "not multiplied out: stopped" : "not multiplied out: too large"),
                witness: nil, data: nil),
            Step(
                key: "evaluation",
                statement: "every expanded minor is zero at a random point modulo 2^61 - 1",
                holds: check.nonvanishing != nil ? false : isExpanded ? true : nil,
                answer: check.nonvanishing == nil ? expandedAnswer : "no",
                witness: check.nonvanishing?.description,
                data: check.nonvanishing.map { JSONValue(encoding: $0) }),
        ]
    }

    private var verdict: String {
        switch certificate.verdict {
        case .proved: return "proved"
        case .refuted: return "refuted"
        case .undecided: return "undecided"
        }
    }

    private var conclusion: String {
        switch certificate.verdict {
        case .proved:
            return
                "Proved: the minors are a Gröbner basis of the vanishing ideal, which is prime; its initial "
                + "ideal is squarefree, and its Hilbert series is that of the complex."
        case .refuted: return "Refuted: a step fails, as shown. Please report this."
        case .undecided(.stopped): return "Undecided: stopped before the end."
        case .undecided: return "Undecided: a step was too large to carry out."
        }
    }

    package func text(width: Int?) -> String {
        let architecture = certificate.architecture
        let total = certificate.ideal.degrees.values.reduce(0, +)
        let count = certificate.check.expandedCount
        let expanded = (count < total ? "\(Quantity.count(count)) of " : "") + "\(Quantity.count(total))"
        let degrees = certificate.ideal.degrees.sorted { $0.key < $1.key }
            .map { "\(Quantity.count($0.value)) of degree \($0.key)" }.joined(separator: ", ")
        var lines = [
            "Certificate for \(architecture): dimension \(architecture.dimension), codimension "
                + "\(architecture.codimension), degree \(architecture.degree)",
            "\(expanded) minors expanded" + (total > 0 ? ": \(degrees)" : ""),
        ]
        for step in steps {
            lines.append("- \(step.statement): \(step.answer)")
            if let witness = step.witness { lines.append("  witness: \(witness)") }
        }
        if let minimality { lines += Self.lines(minimality) }
        lines.append(conclusion)
        if let minimality, case .proved = certificate.verdict {
            lines.append(Self.conclusion(minimality))
        } else if asksForMinimality {
            lines.append("Undecided: whether they are a minimal generating set; not begun.")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    package var json: JSONValue {
        let architecture = certificate.architecture
        return .about(
            architecture,
            [
                ("dimension", .integer(Integer(architecture.dimension))),
                ("degree", .integer(architecture.degree)),
                ("generators", .byDegree(certificate.ideal.degrees.mapValues { Integer($0) })),
                (
                    "steps",
                    .array(
                        steps.map { step in
                            .object(
                                [
                                    ("step", .string(step.key)), ("statement", .string(step.statement)),
                                    ("holds", step.holds.map { .boolean($0) } ?? .null),
                                    ("answer", .string(step.answer)),
                                ] + (step.data.map { [("witness", $0)] } ?? []))
                        })
                ),
                ("verdict", .string(verdict)),
            ] + (asksForMinimality || minimality != nil ? [("minimality", Self.json(minimality))] : []))
    }
}
