import CrossValidation
import ExactAlgebra
import Testing

@testable import Reports

@Suite struct AnswerTextTests {
    @Test func answers() {
        let texts: [(Answer, String)] = [
            (.truth(true), "yes"), (.truth(false), "no"), (.count(17), "17"),
            (.polynomials(80), "80 polynomials"),
            (.monomials(2), "2 monomials"), (.degrees([4: 35, 3: 80]), "80 of degree 3, 35 of degree 4"),
            (.degrees([:]), "none"), (.numbers([1, -2]), "1, -2"),
            (.lacksPolynomial(.native), "a polynomial missing natively"),
            (.lacksPolynomial(.macaulay2), "a polynomial missing there"),
        ]
        for (answer, text) in texts { #expect("\(answer)" == text) }
    }

    @Test func reasons() {
        let verdicts: [(Verdict, String?)] = [
            (.agrees, nil),
            (
                .disagrees(
                    .contradicts(.macaulay2, .truth(false), required: .truth(true)), witness: nil),
                "in Macaulay2: no, where yes is required"
            ),
            (
                .disagrees(.differs(native: .count(2), macaulay2: .count(3)), witness: nil),
                "natively: 2; in Macaulay2: 3"
            ),
            (
                .disagrees(.printedValues(equal: 62, of: 64), witness: nil),
                "62 of 64 printed values are equal"
            ),
            (.undecided(.init(.native, "too large")), "natively: too large"),
            (.undecided(.init(nil, "too large")), "too large"),
        ]
        for (verdict, text) in verdicts { #expect(verdict.reason == text) }
    }

    /// The same in notes below tables and in lines of their own.
    @Test func notesAndFindings() {
        func texts(_ verdict: Verdict) -> [String?] {
            [verdict.note("J ⊆ I"), verdict.finding(at: "(2,2;2), J ⊆ I", command: "lcngen compare")]
        }
        #expect(texts(.agrees) == [nil, nil])
        let disagreement = Verdict.Disagreement.contradicts(
            .macaulay2, .truth(false), required: .truth(true))
        let reason = "in Macaulay2: no, where yes is required"
        #expect(
            texts(.disagrees(disagreement, witness: Polynomial(variable: 3))) == [
                "DISAGREEMENT, J ⊆ I: \(reason); witness: w_3",
                "DISAGREEMENT at (2,2;2), J ⊆ I: \(reason); witness w_3 [lcngen compare]",
            ])
        #expect(texts(.disagrees(disagreement, witness: nil))[0] == "DISAGREEMENT, J ⊆ I: \(reason)")
        #expect(
            texts(.undecided(.init(.native, "too large"))) == [
                "undecided, J ⊆ I: natively: too large",
                "undecided at (2,2;2), J ⊆ I: natively: too large [lcngen compare]",
            ])
    }

    /// The words that JSON and the classes of the page have.
    @Test func kinds() {
        #expect(Verdict.Kind.allCases.map(\.rawValue) == ["disagree", "undecided", "agree"])
    }

    @Test func everyWorkHasALabelOfItsOwn() {
        #expect(Set(Work.allCases.map(\.description)).count == Work.allCases.count)
    }
}
