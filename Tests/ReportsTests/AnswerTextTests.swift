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
        let witness = Polynomial(variable: 3)
        let verdicts: [(Verdict, String?)] = [
            (.agrees, nil),
            (
                .disagrees(
                    .contradicts(.macaulay2, .truth(false), required: .truth(true)), witness: witness),
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
        #expect(verdicts[1].0.witnessText("witness:") == "; witness: w_3")
        #expect(verdicts[2].0.witnessText("witness:") == "")
    }

    /// The words that JSON and the classes of the page have.
    @Test func kinds() {
        #expect(Verdict.Kind.allCases.map(\.rawValue) == ["disagree", "undecided", "agree"])
    }

    @Test func everyWorkHasALabelOfItsOwn() {
        #expect(Set(Work.allCases.map(\.description)).count == Work.allCases.count)
    }
}
