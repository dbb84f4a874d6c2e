/// Writes polynomials as text.
///
/// Every factor that can occur, a power of a variable with the times sign before it or not, is prepared
/// once as a glyph of at most sixteen bytes, so a factor costs two stores. Powers above
/// four are written as products.
public struct PolynomialFormatter: Sendable {
    /// How polynomials are written.
    public let syntax: PolynomialSyntax
    private let variableCount: Int
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

    /// - Precondition: at most 65,536 variables.
    public init(_ syntax: PolynomialSyntax, variableCount: Int) {
        precondition(variableCount <= 1 << 16, "at most 65,536 variables")
        self.syntax = syntax
        self.variableCount = variableCount
        preparedExponents = syntax == .json ? 1 : Self.tableWidth
        let prepared = preparedExponents
        let factors = (0..<variableCount).flatMap { variable in
            (1...Self.tableWidth).map { exponent in
                syntax.power(syntax.name(ofVariable: variable), exponent: min(exponent, prepared))
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
    public func append(_ polynomial: borrowing Polynomial, to buffer: TextBuffer) {
        let degree = polynomial.degree
        buffer.write(atMost: capacity(termCount: polynomial.coefficients.count, degree: degree)) { cursor in
            open(isZero: polynomial.coefficients.isEmpty, &cursor)
            for (index, coefficient) in polynomial.coefficients.enumerated() {
                // Variables are stored from the largest index down, and written from the smallest up.
                let last = (index + 1) * degree - 1
                appendTerm(coefficient, isFirst: index == 0, degree: degree, &cursor) { place in
                    Int(polynomial.variables[last - place])
                }
            }
            close(&cursor)
        }
    }

    /// Appends terms of the minor engine.
    func append<Monomial: PackedMonomial>(
        terms: UnsafeBufferPointer<Term<Monomial>>, degree: Int, places: Monomial.Places,
        to buffer: TextBuffer
    ) {
        buffer.write(atMost: capacity(termCount: terms.count, degree: degree)) { cursor in
            open(isZero: terms.isEmpty, &cursor)
            for index in 0..<terms.count {
                let term = terms[index]
                appendTerm(term.coefficient, isFirst: index == 0, degree: degree, &cursor) { place in
                    term.monomial.variable(at: place, degree: degree, places: places)
                }
            }
            close(&cursor)
        }
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
