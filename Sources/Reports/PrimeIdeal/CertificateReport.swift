import ExactAlgebra
import Neurovariety

/// A certificate written down: what was checked, how, and what follows.
package struct CertificateReport: Report {
    package let certificate: Certificate

    package init(_ certificate: Certificate) {
        self.certificate = certificate
    }

    private struct Step {
        let key: String
        let statement: String
        let answer: String
        let witness: String?
    }

    private var steps: [Step] {
        let (check, architecture) = (certificate.check, certificate.architecture)
        let wrong = check.wrongLeadingTerms.first
        return [
            Step(
                key: "leadingTerms",
                statement: "every minor has its nonface as leading monomial: squarefree, coefficient 1 or -1",
                answer: wrong == nil ? "yes" : "no", witness: wrong?.polynomial.description),
            Step(
                key: "minimalPrimes",
                statement:
                    "minimal primes of the leading monomials: all of codimension \(architecture.codimension), "
                    + "and \(architecture.degree) of them, the degree of the variety",
                answer: check.wrongPrime != nil
                    ? "no"
                    : check.facetCount.map { Integer($0) == architecture.degree ? "yes" : "no: \($0)" }
                        ?? "not listed: too many",
                witness: check.wrongPrime.map { $0.map { "w_\($0)" }.joined(separator: ", ") }),
            Step(
                key: "vanishing",
                statement: "every minor vanishes on the variety: q_i = g h_i identically, so the ranks drop",
                answer: certificate.factorizes.map { $0 ? "yes" : "no" } ?? "not multiplied out: too large",
                witness: nil),
            Step(
                key: "evaluation",
                statement: "every expanded minor is zero at a random point modulo 2^61 - 1",
                answer: check.nonvanishing == nil ? "yes" : "no",
                witness: check.nonvanishing?.description),
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
        case .undecided: return "Undecided: a step was too large to carry out."
        }
    }

    package func text(width: Int?) -> String {
        let architecture = certificate.architecture
        let total = certificate.ideal.degrees.values.reduce(0, +)
        let degrees = certificate.ideal.degrees.sorted { $0.key < $1.key }
            .map { "\(Quantity.count($0.value)) of degree \($0.key)" }.joined(separator: ", ")
        var lines = [
            "Certificate for \(architecture): dimension \(architecture.dimension), codimension "
                + "\(architecture.codimension), degree \(architecture.degree)",
            "\(Quantity.count(total)) minors expanded" + (total > 0 ? ": \(degrees)" : ""),
        ]
        for step in steps {
            lines.append("- \(step.statement): \(step.answer)")
            if let witness = step.witness { lines.append("  witness: \(witness)") }
        }
        return (lines + [conclusion]).joined(separator: "\n") + "\n"
    }

    package var json: JSONValue {
        let architecture = certificate.architecture
        return .about(
            architecture,
            [
                ("dimension", .integer(Integer(architecture.dimension))),
                ("degree", .integer(architecture.degree)),
                (
                    "generators",
                    .object(
                        certificate.ideal.degrees.sorted { $0.key < $1.key }
                            .map { ("\($0.key)", .integer(Integer($0.value))) })
                ),
                (
                    "steps",
                    .array(
                        steps.map { step in
                            .object(
                                [
                                    ("step", .string(step.key)), ("statement", .string(step.statement)),
                                    ("answer", .string(step.answer)),
                                ] + (step.witness.map { [("witness", .string($0))] } ?? []))
                        })
                ),
                ("verdict", .string(verdict)),
            ])
    }
}
