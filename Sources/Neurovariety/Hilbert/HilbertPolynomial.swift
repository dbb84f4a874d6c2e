import ExactAlgebra

/// The Hilbert polynomial: the Hilbert function for large degrees, as a polynomial in the degree.
public struct HilbertPolynomial: Sendable, CustomStringConvertible {
    /// That of `d^0` first.
    public let coefficients: [Rational]

    /// `Σ_{i≥1} f_i binom(d − 1, i − 1)`: the monomials of degree d whose support is a face with i vertices.
    ///
    /// - Complexity: `D²/2` products of an integer, of up to `log₂ (D−1)!` bits, and a machine integer.
    public init(_ series: HilbertSeries) {
        self.init(fVector: series.fVector) { (_, _) throws(Never) in }
    }

    init<Failure: Error>(fVector: [Integer], step: HilbertStep<Failure>) throws(Failure) {
        // Times (D − 1)!, by Horner's rule in the basis 1, d − 1, (d − 1)(d − 2), ….
        let top = fVector.count - 2
        var numerators = [fVector[top + 1]]
        numerators.reserveCapacity(top + 1)
        // (D − 1)!/(i − 1)!
        var scale = Integer.one
        for i in stride(from: top, through: 1, by: -1) {
            try step(.polynomial, Double(top - i) / Double(top))
            scale.multiply(by: i)
            numerators.append(.zero)
            for power in (1..<numerators.count).reversed() {
                numerators[power].multiply(by: -i, adding: numerators[power - 1])
            }
            numerators[0].multiply(by: -i)
            numerators[0].add(productOf: fVector[i], and: scale)
        }
        coefficients = try Self.lowestTerms(numerators, scale, step)
    }

    /// On all processors, some at a time.
    private static func lowestTerms<Failure: Error>(
        _ numerators: [Integer], _ denominator: Integer, _ step: HilbertStep<Failure>
    ) throws(Failure) -> [Rational] {
        var result: [Rational] = []
        while result.count < numerators.count {
            try step(.lowestTerms, Double(result.count) / Double(numerators.count))
            let part = numerators[result.count...].prefix(8 * processorCount)
            result += concurrentMap(count: part.count) { Rational(part[part.startIndex + $0], denominator) }
        }
        return result
    }

    /// The coefficients as text, that of `d^0` first: `1`, `-3/2`.
    ///
    /// - Complexity: that of their decimal digits, on all processors.
    public var coefficientTexts: [String] {
        concurrentMap(count: coefficients.count) { coefficients[$0].description }
    }

    /// `d^2 + 2*d + 1`.
    public var description: String {
        var text = ""
        for (power, coefficient) in coefficientTexts.enumerated().reversed() where coefficient != "0" {
            var size = coefficient
            if size.utf8.first == UInt8(ascii: "-") {
                size.removeFirst()
                text += text.isEmpty ? "-" : " - "
            } else if !text.isEmpty {
                text += " + "
            }
            let name = power == 0 ? "" : power == 1 ? "d" : "d^\(power)"
            if size == "1", power > 0 {
                text += name
            } else {
                text += size
                if power > 0 { text += "*" + name }
            }
        }
        return text.isEmpty ? "0" : text
    }
}
