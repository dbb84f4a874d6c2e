import ExactAlgebra
import Foundation
import Testing

@testable import CrossValidation

@Suite struct AnswerTests {
    private static let answers: [Answer] = [
        .truth(true), .truth(false), .count(0), .count(Integer("123456789012345678901234567890") ?? 0),
        .polynomials(80), .monomials(80), .degrees([3: 80, 4: 35]), .degrees([Int: Integer]()),
        .numbers([1, -2, 3]), .numbers([]), .lacksPolynomial(.native), .lacksPolynomial(.macaulay2),
    ]

    /// What is written is read again as the same, and no two are the same.
    @Test func coding() throws {
        for answer in Self.answers {
            let data = try JSONEncoder().encode(answer)
            #expect(try JSONDecoder().decode(Answer.self, from: data) == answer)
        }
        #expect(Set(Self.answers).count == Self.answers.count)
    }

    /// In the form that is documented.
    @Test func form() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        for (answer, text) in [
            (Answer.truth(true), #"{"truth":true}"#),
            (.degrees([3: 80, 4: 35]), #"{"degrees":{"3":80,"4":35}}"#),
            (.count(Integer(1 << 53) + 1), #"{"count":"9007199254740993"}"#),
            (.lacksPolynomial(.native), #"{"lacksPolynomial":"native"}"#),
        ] { #expect(try String(decoding: encoder.encode(answer), as: UTF8.self) == text) }
        for text in [
            "{}", #"{"truth":true,"count":1}"#, #"{"truth":{"_0":true}}"#, #""yes""#, #"{"truth":1}"#,
        ] {
            #expect(throws: DecodingError.self, "\(text)") {
                try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
            }
        }
    }

    @Test func degreesWithoutGeneratorsAreLeftOut() {
        #expect(Answer.degrees([3: 0, 4: 1] as [Int: Int]) == .degrees([4: 1] as [Int: Integer]))
    }

    @Test func polynomialsAreCountedUpToSign() {
        let (x, y) = (Polynomial(variable: 0), Polynomial(variable: 1))
        #expect(Answer.polynomials([x, -x, y, y]) == .polynomials(2))
    }

    /// Tasks of scripts, each of one work.
    @Test func tasks() {
        #expect(Set(Work.allCases.map(\.task)).count == Work.allCases.count)
    }
}
