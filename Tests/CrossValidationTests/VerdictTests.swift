import ExactAlgebra
import Foundation
import Testing

@testable import CrossValidation

@Suite struct VerdictTests {
    private static let yes = Finding.of(true, basis: "proved")
    private static let no = Finding.of(false, basis: "seen", witness: Polynomial(variable: 2))
    private static let unknown = Finding.undecided("too large")

    private func verdict(_ required: Answer?, _ native: Finding, _ macaulay2: Finding?) -> Verdict {
        Check(name: .jInI, statement: "J ⊆ I", required: required, native: native, macaulay2: macaulay2)
            .verdict
    }

    @Test func ofTwoFindings() {
        #expect(verdict(nil, Self.no, Self.no) == .agrees)
        #expect(verdict(.truth(true), Self.yes, Self.yes) == .agrees)
        #expect(verdict(.truth(true), Self.yes, nil) == .agrees)
        #expect(
            verdict(nil, Self.yes, Self.no)
                == .disagrees(
                    .differs(native: .truth(true), macaulay2: .truth(false)), witness: Self.no.witness))
        #expect(
            verdict(nil, Self.no, Self.yes)
                == .disagrees(
                    .differs(native: .truth(false), macaulay2: .truth(true)), witness: Self.no.witness))
        #expect(verdict(nil, Self.unknown, Self.yes) == .undecided(.init(.native, "too large")))
        #expect(verdict(nil, Self.yes, Self.unknown) == .undecided(.init(.macaulay2, "too large")))
    }

    /// Both sides may agree and be wrong; and who does not answer does not hide a wrong answer of the other.
    @Test func ofWhatIsRequired() {
        let wrong = Verdict.disagrees(
            .contradicts(.native, .truth(false), required: .truth(true)), witness: Self.no.witness)
        #expect(verdict(.truth(true), Self.no, Self.no) == wrong)
        #expect(verdict(.truth(true), Self.no, Self.unknown) == wrong)
        #expect(
            verdict(.truth(true), Self.unknown, Self.no)
                == .disagrees(
                    .contradicts(.macaulay2, .truth(false), required: .truth(true)), witness: Self.no.witness)
        )
    }

    /// Answers of another kind are other answers, though they might be put into the same words.
    @Test func answersOfAnotherKind() {
        let (number, list) = (
            Finding(answer: .count(2), basis: ""), Finding(answer: .numbers([2]), basis: "")
        )
        #expect(verdict(nil, number, list).kind == .disagree)
    }

    @Test func worst() {
        let (wrong, open) = (verdict(nil, Self.yes, Self.no), verdict(nil, Self.yes, Self.unknown))
        #expect(Verdict.worst([.agrees, open, wrong, open]) == wrong)
        #expect(Verdict.worst([.agrees, open, .agrees]) == open)
        #expect(Verdict.worst([]) == .agrees)
    }

    /// With its witness, as it was.
    @Test func coding() throws {
        let witness = try Polynomial(terms: [([0, 3, 3], 1), ([1, 2, 3], -2), ([1, 1, 4], 1)])
        for verdict in [
            Verdict.agrees, .undecided(.init(nil, "out of reach")), .undecided(.init(.macaulay2, "60 s")),
            .disagrees(.printedValues(equal: 1, of: 2), witness: nil),
            .disagrees(.differs(native: .numbers([1, 2]), macaulay2: .numbers([1, 3])), witness: nil),
            .disagrees(
                .contradicts(.macaulay2, .lacksPolynomial(.native), required: .polynomials(1)),
                witness: witness),
        ] {
            let data = try JSONEncoder().encode(verdict)
            #expect(try JSONDecoder().decode(Verdict.self, from: data) == verdict)
        }
    }

    @Test func form() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let verdict = Verdict.disagrees(
            .contradicts(.macaulay2, .truth(false), required: .truth(true)),
            witness: try Polynomial(terms: [([0, 3], 1), ([1, 2], -1)]))
        let text = String(decoding: try encoder.encode(verdict), as: UTF8.self)
        #expect(
            text == """
                {"contradicts":{"answer":{"truth":false},"required":{"truth":true},"side":"macaulay2"},\
                "kind":"disagree","witness":[[-1,[1,2]],[1,[0,3]]]}
                """)
        #expect(try String(decoding: encoder.encode(Verdict.agrees), as: UTF8.self) == #"{"kind":"agree"}"#)
    }

    @Test(arguments: [
        #"{"agree":{}}"#, #"{}"#, #""agree""#, #"{"kind":"agrees"}"#, #"{"kind":"disagree"}"#,
        #"{"kind":"undecided"}"#, #"{"kind":"undecided","side":"there","reason":"x"}"#,
        #"{"undecided":{"_0":{"side":"native","reason":"x"}}}"#,
        #"{"kind":"disagree","differs":{"native":{"truth":true}}}"#,
    ])
    func whatIsNoVerdict(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Verdict.self, from: Data(text.utf8))
        }
    }

    @Test func ratio() {
        func ratio(_ native: Double?, _ macaulay2: Double?) -> Double? {
            TimePair(work: .firstMinors, native: native, macaulay2: macaulay2).ratio
        }
        #expect(ratio(0.5, 2) == 4)
        #expect(ratio(0, 2) == nil && ratio(nil, 2) == nil && ratio(1, nil) == nil)
    }
}
