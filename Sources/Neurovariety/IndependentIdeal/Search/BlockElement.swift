import ExactAlgebra

/// An element of the ideal modulo the prime of ``EliminationField``: the leading monomial, with coefficient 1, first.
struct BlockElement: Sendable {
    var monomials: [Monomial]
    var coefficients: [UInt32]

    /// The primitive integer polynomial with these coefficients up to a factor; nil if they are no fractions
    /// with small numerator and denominator.
    func lifted() -> Polynomial? {
        var fractions: [(numerator: Int, denominator: Int)] = []
        var denominator = 1
        for coefficient in coefficients {
            guard let fraction = EliminationField.field.rational(UInt64(coefficient)) else { return nil }
            fractions.append(fraction)
            let common = denominator / Self.gcd(denominator, fraction.denominator)
            let (product, overflow) = common.multipliedReportingOverflow(by: fraction.denominator)
            guard !overflow, product < 1 << 31 else { return nil }
            denominator = product
        }
        let terms = zip(monomials, fractions).map { monomial, fraction in
            (monomial: monomial, coefficient: fraction.numerator * (denominator / fraction.denominator))
        }
        do throws(PolynomialError) {
            return try Polynomial(terms: terms)
        } catch {
            return nil
        }
    }

    private static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
}
