import Foundation
import Testing

@testable import ExactAlgebra

@Suite struct PolynomialTests {
    @Test func sumsSortsAndCancels() throws {
        let f = try Polynomial(terms: [([0, 3], 2), ([2, 1], -1), ([3, 0], -2), ([1, 2], 4)])
        #expect(f.description == "3*w_1*w_2")
        #expect(try Polynomial(terms: [([1], 1), ([1], -1)]) == .zero)
        #expect(throws: PolynomialError.notHomogeneous) { try Polynomial(terms: [([1], 1), ([1, 1], 1)]) }
        #expect(throws: PolynomialError.overflow) { try Polynomial(terms: [([1], .max), ([1], 1)]) }
    }

    @Test func arithmetic() throws {
        let x = Polynomial(variable: 0)
        let y = Polynomial(variable: 1)
        let sum = try x.adding(y)
        let difference = try x.adding(-y)
        #expect(try sum.multiplied(by: difference).description == "w_0^2 - w_1^2")
        #expect(try sum.multiplied(by: .zero) == .zero)
        #expect(try sum.adding(.zero) == sum)
        let f = try Polynomial(terms: [([0, 0], 1), ([1, 1], -1)])
        #expect(try f.substituting([sum, difference]).description == "4*w_0*w_1")
        #expect(f.removingTerms(with: [1]).description == "w_0^2")
        #expect((-f).normalizedSign == f)
    }

    @Test func evaluation() throws {
        let f = try Polynomial(terms: [([0, 1], 3), ([2, 2], -5)])
        let field = PrimeField.mersenne61
        #expect(f.evaluated(at: [2, 7, 3], in: field) == field.reduce(42 - 45))
        #expect(Polynomial.zero.evaluated(at: [], in: field) == 0)
    }

    @Test func syntaxes() throws {
        let f = try Polynomial(terms: [([0, 0, 3], 1), ([1, 2, 2], -2), ([4, 4, 4], -1)])
        func text(_ syntax: PolynomialSyntax) -> String {
            PolynomialFormatter(syntax, variableCount: 5).string(f)
        }
        #expect(text(.indexed) == "-2*w_1*w_2^2 + w_0^2*w_3 - w_4^3")
        #expect(text(.singular) == "-2*w(1)*w(2)^2+w(0)^2*w(3)-w(4)^3")
        #expect(text(.latex) == "-2w_{1}w_{2}^{2} + w_{0}^{2}w_{3} - w_{4}^{3}")
        #expect(text(.json) == "[[-2,[1,2,2]],[1,[0,0,3]],[-1,[4,4,4]]]")
        for syntax in [PolynomialSyntax.indexed, .singular, .latex] {
            #expect(PolynomialFormatter(syntax, variableCount: 1).string(.zero) == "0")
        }
        #expect(PolynomialFormatter(.json, variableCount: 1).string(.zero) == "[]")
        // Beyond 2^53 a number is not exact in all programs that read JSON.
        let large = try Polynomial(terms: [([0], 1 << 53), ([1], -(1 << 53) - 1), ([2], .max)])
        let written = PolynomialFormatter(.json, variableCount: 3).string(large)
        #expect(written == #"[[9007199254740992,[0]],["-9007199254740993",[1]],["9223372036854775807",[2]]]"#)
        #expect(try JSONDecoder().decode(Polynomial.self, from: Data(written.utf8)) == large)
        #expect(try String(decoding: JSONEncoder().encode(large), as: UTF8.self) == written)
    }

    @Test func ordersFieldsAndNames() throws {
        let f = try Polynomial(terms: [([0, 0, 3], 4), ([1, 1, 1], -2), ([0, 1, 4], 3), ([2, 2, 2], 5)])
        func text(_ syntax: PolynomialSyntax, _ order: MonomialOrder, _ characteristic: Int) -> String {
            PolynomialFormatter(
                syntax, names: ["a", "b", "x2", "x10", "z"], order: order, characteristic: characteristic
            ).string(f)
        }
        #expect(text(.indexed, .grevlex, 0) == "-2*b^3 + 5*x2^3 + 4*a^2*x10 + 3*a*b*z")
        #expect(text(.indexed, .lex, 0) == "4*a^2*x10 + 3*a*b*z - 2*b^3 + 5*x2^3")
        #expect(text(.indexed, .glex, 0) == text(.indexed, .lex, 0))
        #expect(text(.indexed, .grevlex, 2) == "x2^3 + a*b*z")
        #expect(text(.indexed, .lex, 3) == "a^2*x10 + b^3 - x2^3")
        #expect(text(.msolve, .grevlex, 5) == "-2*b^3-a^2*x10-2*a*b*z")
        #expect(text(.json, .lex, 7) == "[[-3,[0,0,3]],[3,[0,1,4]],[-2,[1,1,1]],[-2,[2,2,2]]]")
        // What vanishes over the field is zero.
        let even = try Polynomial(terms: [([0], 2), ([1], -.max + 1)])
        let buffer = TextBuffer()
        let formatter = PolynomialFormatter(.indexed, names: ["a", "b"], characteristic: 2)
        #expect(!formatter.append(even, to: buffer) && formatter.string(even) == "0")
        #expect(formatter.append(Polynomial(variable: 1), to: buffer))
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == "0b")
    }

    @Test func largestNamesAndPowers() throws {
        let f = try Polynomial(terms: [(Monomial(Array(repeating: 65_535, count: 9)), .min + 1)])
        #expect(
            PolynomialFormatter(.indexed, variableCount: 65_536).string(f)
                == "-9223372036854775807*w_65535^4*w_65535^4*w_65535")
        #expect(
            PolynomialFormatter(.latex, variableCount: 65_536).string(f)
                == "-9223372036854775807w_{65535}^{4}w_{65535}^{4}w_{65535}")
    }

    @Test func decimals() {
        let buffer = TextBuffer()
        for value in [0, 9, 10, 99, 100, 18_446_744_073_709_551_615, 10_000_000_000_000_000_000] as [UInt] {
            buffer.removeAll()
            buffer.write(atMost: 20) { $0.append(decimal: value) }
            #expect(String(decoding: buffer.bytes, as: UTF8.self) == String(value))
        }
    }
}
