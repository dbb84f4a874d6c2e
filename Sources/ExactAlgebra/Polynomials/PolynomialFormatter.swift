/// Writes polynomials as text.
///
/// Every factor that can occur, a power of a variable with the times sign before it or not, is prepared
/// once as a glyph of at most sixteen bytes, so a factor costs two stores. Powers above
/// ``preparedExponents`` are written as products.
public struct PolynomialFormatter: Sendable {
    public let syntax: PolynomialSyntax
    private let variableCount: Int
    private static let preparedExponents = 4
    /// For variable v and exponent e ≤ 4, at `v·4 + e − 1`.
    private let firstFactors: [Glyph]
    private let laterFactors: [Glyph]
    private let plus: Glyph
    private let minus: Glyph
    private let leadingMinus: Glyph
    private let times: Glyph
    private let termStart: Glyph
    private let termEnd: Glyph

    /// - Precondition: at most 65,536 variables.
    public init(_ syntax: PolynomialSyntax, variableCount: Int) {
        precondition(variableCount <= 1 << 16, "at most 65,536 variables")
        self.syntax = syntax
        self.variableCount = variableCount
        func glyph(_ text: String) -> Glyph { Glyph(text) ?? .empty }
        let factors = (0..<variableCount).flatMap { variable in
            (1...Self.preparedExponents).map {
                syntax.power(syntax.name(ofVariable: variable), exponent: $0)
            }
        }
        // The longest, `,65535,65535,65535,65535`, exists in JSON only, which repeats single factors.
        firstFactors = factors.map(glyph)
        laterFactors = factors.map { glyph(syntax.times + $0) }
        plus = glyph(syntax.plus)
        minus = glyph(syntax.minus)
        leadingMinus = glyph(syntax == .json ? "" : "-")
        times = glyph(syntax.times)
        termStart = glyph(syntax == .json ? "[" : "")
        termEnd = glyph(syntax == .json ? "]]" : "")
    }

    /// Appends the polynomial; zero is `0`, in JSON `[]`.
    public func append(_ polynomial: borrowing Polynomial, to buffer: TextBuffer) {
        if syntax == .json {
            appendJSON(polynomial, to: buffer)
            return
        }
        let degree = polynomial.degree
        guard !polynomial.coefficients.isEmpty else { return buffer.append("0") }
        buffer.reserve(polynomial.coefficients.count * (16 * (degree + 1) + 40))
        var place = 0
        for (index, coefficient) in polynomial.coefficients.enumerated() {
            if index == 0 {
                if coefficient < 0 { buffer.appendReserved(leadingMinus) }
            } else {
                buffer.appendReserved(coefficient < 0 ? minus : plus)
            }
            var isFirst = true
            if coefficient.magnitude != 1 || degree == 0 {
                buffer.appendReserved(decimal: coefficient.magnitude)
                isFirst = false
            }
            // Variables are stored from the largest index down, and written from the smallest up.
            var position = place + degree - 1
            while position >= place {
                let variable = polynomial.variables[position]
                var exponent = 1
                while exponent < Self.preparedExponents, position - exponent >= place,
                    polynomial.variables[position - exponent] == variable
                {
                    exponent += 1
                }
                let glyph = Int(variable) * Self.preparedExponents + exponent - 1
                buffer.appendReserved(isFirst ? firstFactors[glyph] : laterFactors[glyph])
                isFirst = false
                position -= exponent
            }
            place += degree
        }
    }

    private func appendJSON(_ polynomial: borrowing Polynomial, to buffer: TextBuffer) {
        let degree = polynomial.degree
        buffer.reserve(polynomial.coefficients.count * (16 * (degree + 1) + 64) + 64)
        buffer.appendReserved(termStart)
        for (index, coefficient) in polynomial.coefficients.enumerated() {
            if index > 0 { buffer.appendReserved(times) }
            buffer.appendReserved(termStart)
            buffer.append("\(coefficient),[")
            for position in 0..<degree {
                let variable = polynomial.variables[index * degree + degree - 1 - position]
                let glyph = Int(variable) * Self.preparedExponents
                buffer.appendReserved(position == 0 ? firstFactors[glyph] : laterFactors[glyph])
            }
            buffer.appendReserved(termEnd)
        }
        buffer.append("]")
    }

    /// The polynomial as a string.
    public func string(_ polynomial: Polynomial) -> String {
        let buffer = TextBuffer()
        append(polynomial, to: buffer)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }
}

extension Polynomial: CustomStringConvertible {
    public var description: String {
        let variableCount = Int(variables.max() ?? 0) + 1
        return PolynomialFormatter(.indexed, variableCount: variableCount).string(self)
    }
}
