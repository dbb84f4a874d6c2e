/// Writes polynomials as text.
///
/// Every factor that can occur, a power of a variable with the times sign before it or not, is prepared
/// once as a glyph of at most sixteen bytes, so a factor costs two stores. Powers above
/// four are written as products.
public struct PolynomialFormatter: Sendable {
    /// How polynomials are written.
    public let syntax: PolynomialSyntax
    private let writing: TermSelection?
    /// Exponents for which there are glyphs; JSON repeats the variable instead.
    private let preparedExponents: Int
    private static let tableWidth = 4
    /// For variable v and exponent e ≤ 4, at `v·4 + e − 1`.
    private let firstFactors: [Glyph]
    private let laterFactors: [Glyph]
    private let plus: Glyph
    private let minus: Glyph
    private let leadingMinus: Glyph
    private let hyphen: Glyph
    private let quote: Glyph
    private let bracket: Glyph
    private let beforeVariables: Glyph
    private let termEnd: Glyph
    private let closingBracket: Glyph

    /// Variables `w_0, …` over ℚ.
    ///
    /// - Precondition: at most 65,536 variables.
    public init(_ syntax: PolynomialSyntax, variableCount: Int) {
        self.init(syntax, names: (0..<variableCount).map(syntax.name(ofVariable:)))
    }

    /// - Parameters:
    ///   - names: of the variables; JSON has numbers instead.
    ///   - order: in which terms are written.
    ///   - characteristic: 0, or a prime: coefficients are reduced to the residues of least absolute value then, and
    ///     terms that vanish are left out.
    /// - Precondition: at most 65,536 variables; ``PolynomialSyntax/isShort(_:)`` holds for each name.
    public init(
        _ syntax: PolynomialSyntax, names: [String], order: MonomialOrder = .grevlex, characteristic: Int = 0
    ) {
        precondition(names.count <= 1 << 16, "at most 65,536 variables")
        precondition(characteristic >= 0, "a negative characteristic")
        self.syntax = syntax
        writing =
            order == .grevlex && characteristic == 0
            ? nil : TermSelection(isLexicographic: order != .grevlex, characteristic: characteristic)
        preparedExponents = syntax == .json ? 1 : Self.tableWidth
        let prepared = preparedExponents
        let factors = names.enumerated().flatMap { index, name in
            (1...Self.tableWidth).map { exponent in
                syntax.power(syntax == .json ? "\(index)" : name, exponent: min(exponent, prepared))
            }
        }
        firstFactors = factors.map(Glyph.init)
        laterFactors = factors.map { Glyph(syntax.times + $0) }
        plus = Glyph(syntax.plus)
        minus = Glyph(syntax.minus)
        leadingMinus = Glyph(syntax == .json ? "" : "-")
        hyphen = Glyph("-")
        quote = Glyph("\"")
        bracket = Glyph("[")
        beforeVariables = Glyph(",[")
        termEnd = Glyph("]]")
        closingBracket = Glyph("]")
    }

    /// Appends the polynomial; zero is `0`, in JSON `[]`.
    ///
    /// - Returns: whether it is not zero over the field.
    @discardableResult
    public func append(_ polynomial: borrowing Polynomial, to buffer: TextBuffer) -> Bool {
        let degree = polynomial.degree
        let coefficients = polynomial.coefficients
        let variables = polynomial.variables
        return append(
            termCount: coefficients.count, degree: degree, to: buffer, coefficient: { coefficients[$0] },
            // Variables are stored from the largest index down, and written from the smallest up.
            variable: { index, place in Int(variables[(index + 1) * degree - 1 - place]) })
    }

    /// Appends terms of the minor engine; returns whether they are not zero over the field.
    func append<Monomial: PackedMonomial>(
        terms: UnsafeBufferPointer<Term<Monomial>>, degree: Int, places: Monomial.Places,
        to buffer: TextBuffer
    ) -> Bool {
        append(
            termCount: terms.count, degree: degree, to: buffer, coefficient: { terms[$0].coefficient },
            variable: { index, place in
                terms[index].monomial.variable(at: place, degree: degree, places: places)
            })
    }

    /// - Parameter variable: that of a term at a place, smallest index first.
    @inline(__always)
    private func append(
        termCount: Int, degree: Int, to buffer: TextBuffer, coefficient: (Int) -> Int,
        variable: (Int, Int) -> Int
    ) -> Bool {
        let chosen = writing?.terms(
            termCount, degree: degree, coefficient: coefficient, variable: variable)
        let count = chosen?.count ?? termCount
        buffer.write(atMost: capacity(termCount: count, degree: degree)) { cursor in
            open(isZero: count == 0, &cursor)
            if let chosen {
                for (place, term) in chosen.enumerated() {
                    appendTerm(term.coefficient, isFirst: place == 0, degree: degree, &cursor) {
                        variable(term.index, $0)
                    }
                }
            } else {
                for index in 0..<termCount {
                    appendTerm(coefficient(index), isFirst: index == 0, degree: degree, &cursor) {
                        variable(index, $0)
                    }
                }
            }
            close(&cursor)
        }
        return count > 0
    }

    /// Bytes that may be touched: sixteen for each factor, sign and mark, twenty for the coefficient.
    private func capacity(termCount: Int, degree: Int) -> Int {
        termCount * (16 * (degree + 4) + 20) + 32
    }

    private func open(isZero: Bool, _ cursor: inout TextCursor) {
        if syntax == .json { cursor.append(bracket) } else if isZero { cursor.append(decimal: 0) }
    }

    private func close(_ cursor: inout TextCursor) {
        if syntax == .json { cursor.append(closingBracket) }
    }

    /// - Parameter variable: the variable at a place, smallest index first.
    @inline(__always)
    private func appendTerm(
        _ coefficient: Int, isFirst isFirstTerm: Bool, degree: Int, _ cursor: inout TextCursor,
        variable: (Int) -> Int
    ) {
        if isFirstTerm {
            if coefficient < 0 { cursor.append(leadingMinus) }
        } else {
            cursor.append(coefficient < 0 ? minus : plus)
        }
        var isFirst = true
        if syntax == .json {
            cursor.append(bracket)
            let isNumber = coefficient.magnitude <= Integer.largestJSONNumber
            if !isNumber { cursor.append(quote) }
            if coefficient < 0 { cursor.append(hyphen) }
            cursor.append(decimal: coefficient.magnitude)
            if !isNumber { cursor.append(quote) }
            cursor.append(beforeVariables)
        } else if coefficient.magnitude != 1 || degree == 0 {
            cursor.append(decimal: coefficient.magnitude)
            isFirst = false
        }
        var place = 0
        while place < degree {
            let index = variable(place)
            var exponent = 1
            while exponent < preparedExponents, place + exponent < degree, variable(place + exponent) == index
            {
                exponent += 1
            }
            let glyph = index * Self.tableWidth + exponent - 1
            cursor.append(isFirst ? firstFactors[glyph] : laterFactors[glyph])
            isFirst = false
            place += exponent
        }
        if syntax == .json { cursor.append(termEnd) }
    }

    /// The polynomial as a string.
    public func string(_ polynomial: Polynomial) -> String {
        let buffer = TextBuffer()
        append(polynomial, to: buffer)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }
}

extension Polynomial: CustomStringConvertible {
    /// As ``PolynomialSyntax/indexed`` writes it.
    public var description: String {
        let variableCount = (largestVariable ?? 0) + 1
        return PolynomialFormatter(.indexed, variableCount: variableCount).string(self)
    }
}
