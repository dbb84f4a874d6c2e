import ExactAlgebra

/// The Hilbert polynomial: the Hilbert function for large degrees, as a polynomial in the degree.
public struct HilbertPolynomial: Sendable, CustomStringConvertible {
    /// The coefficient of `d^i` is `numerators[i] / denominator`, not reduced.
    let numerators: [Integer]
    let denominator: Integer

    /// `Σ h_j binom(d − j + D − 1, D − 1)`.
    public init(_ series: HilbertSeries) {
        let top = series.dimension - 1
        guard top >= 0 else {
            (numerators, denominator) = ([.zero], .one)
            return
        }
        // The product (d − j + 1)⋯(d − j + D − 1), first for j = 0, then from j to j + 1 by one factor in at one
        // end and one out at the other.
        var product: [Integer] = [.one]
        var factorial = Integer.one
        for i in stride(from: 1, through: top, by: 1) {
            product = Self.multiplied(product, by: i)
            factorial *= Integer(i)
        }
        var sum = [Integer](repeating: .zero, count: top + 1)
        for (j, h) in series.numerator.enumerated() {
            for i in product.indices { sum[i] += h * product[i] }
            if top > 0 { product = Self.multiplied(Self.divided(product, by: top - j), by: -j) }
        }
        (numerators, denominator) = (sum, factorial)
    }

    /// Times `d + c`.
    private static func multiplied(_ polynomial: [Integer], by c: Int) -> [Integer] {
        var result = [Integer.zero] + polynomial
        for i in polynomial.indices { result[i] += Integer(c) * polynomial[i] }
        return result
    }

    /// Divided by `d + c`, which divides it.
    private static func divided(_ polynomial: [Integer], by c: Int) -> [Integer] {
        var result = Array(polynomial.dropFirst())
        for i in stride(from: result.count - 2, through: 0, by: -1) {
            result[i] -= Integer(c) * result[i + 1]
        }
        return result
    }

    /// The coefficients in lowest terms, that of `d^0` first: `1`, `-3/2`.
    public var coefficients: [String] {
        numerators.map { numerator in
            let divisor = Integer.greatestCommonDivisor(numerator, denominator)
            let (top, bottom) = (numerator / divisor, denominator / divisor)
            return bottom == .one ? "\(top)" : "\(top)/\(bottom)"
        }
    }

    /// `d^2 + 2*d + 1`.
    public var description: String {
        let terms = coefficients.enumerated().reversed().filter { $0.element != "0" }.map {
            power, coefficient in
            let name = power == 0 ? "" : power == 1 ? "d" : "d^\(power)"
            if coefficient == "1", power > 0 { return name }
            return coefficient + (name.isEmpty ? "" : "*" + name)
        }
        return terms.isEmpty ? "0" : terms.joined(separator: " + ").replacing("+ -", with: "- ")
    }
}
