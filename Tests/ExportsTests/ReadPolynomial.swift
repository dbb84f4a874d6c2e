import ExactAlgebra
import Macaulay2

@testable import Exports

/// A polynomial as a reader of files made it: coefficients by exponents.
struct ReadPolynomial: Hashable, CustomStringConvertible {
    private(set) var terms: [[Int]: Int]

    /// Coefficients modulo a prime are reduced to residues from 0; those that vanish are left out.
    init(_ terms: [[Int]: Int], characteristic: Int) {
        self.terms =
            characteristic == 0
            ? terms.filter { $0.value != 0 }
            : terms.mapValues { ($0 % characteristic + characteristic) % characteristic }
                .filter { $0.value != 0 }
    }

    /// As the library has it.
    init(_ polynomial: Polynomial, variableCount: Int, characteristic: Int) {
        var terms: [[Int]: Int] = [:]
        for (index, coefficient) in polynomial.coefficients.enumerated() {
            var exponents = Array(repeating: 0, count: variableCount)
            let monomial = polynomial.monomial(index)
            for place in 0..<monomial.degree { exponents[monomial[place]] += 1 }
            terms[exponents] = coefficient
        }
        self.init(terms, characteristic: characteristic)
    }

    /// Sums of products of whole numbers and powers of variables, blanks between terms or not; nil for anything else.
    init?(_ text: some StringProtocol, names: [String], characteristic: Int) {
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
        var terms: [[Int]: Int] = [:]
        var rest = Substring(String(text).filter { $0 != " " && $0 != "\n" })
        guard !rest.isEmpty, rest.first != "+" else { return nil }
        while !rest.isEmpty {
            var coefficient = 1
            if rest.first == "-" {
                coefficient = -1
                rest.removeFirst()
            } else if rest.first == "+" {
                rest.removeFirst()
            }
            var exponents = Array(repeating: 0, count: names.count)
            let term = rest.prefix { $0 != "+" && $0 != "-" }
            rest = rest[term.endIndex...]
            for factor in term.split(separator: "*", omittingEmptySubsequences: false) {
                let parts = factor.split(separator: "^", omittingEmptySubsequences: false)
                if parts.count == 1, let number = Int(factor), number >= 0 {
                    coefficient *= number
                } else if let place = places[String(parts[0])] {
                    guard parts.count <= 2, let exponent = parts.count == 2 ? Int(parts[1]) : 1 else {
                        return nil
                    }
                    exponents[place] += exponent
                } else {
                    return nil
                }
            }
            terms[exponents, default: 0] += coefficient
        }
        self.init(terms, characteristic: characteristic)
    }

    var isZero: Bool { terms.isEmpty }

    /// The multiple of it that stands for all: over ℚ its sign, else a coefficient is 1, of a term that does not depend on
    /// the order of monomials.
    func normalized(characteristic: Int) -> ReadPolynomial {
        guard let first = terms.keys.max(by: { $0.lexicographicallyPrecedes($1) }), let leading = terms[first]
        else { return self }
        if characteristic == 0 {
            return leading > 0 ? self : ReadPolynomial(terms.mapValues { -$0 }, characteristic: 0)
        }
        let inverse = (1..<characteristic).first { $0 * leading % characteristic == 1 } ?? 1
        return ReadPolynomial(terms.mapValues { $0 * inverse }, characteristic: characteristic)
    }

    var description: String { terms.map { "\($0.value)·\($0.key)" }.sorted().joined(separator: " + ") }
}
