import ExactAlgebra

/// Formula (4.9) exactly as the paper prints it, with filter sizes where dimensions are meant.
///
/// It is kept to show the erratum: the value is a fraction, and is not the number in Table 3.
public enum PrintedFormula {
    /// The value of the formula as printed, a fraction.
    public static func value(filterSizes: [Int]) -> Rational {
        let dimension = filterSizes.reduce(0, +) - filterSizes.count
        // Σ Π binom(k_j+1, i_j)/(k_j−i_j)! over the common denominator Π k_j!.
        let factorials = filterSizes.map { size in (0..<size).reduce(Integer.one) { $0 * Integer($1 + 1) } }
        let common = factorials.reduce(.one, *)
        let bound = filterSizes.reduce(common) { $0 * Integer.one.scaled(byPowerOfTwo: $1 + 1) }
        let sums = ResidueSystem.integers(upTo: bound) { field in
            let product = ChernProduct(filterSizes, modulo: field)
            let scale = field.reduce(common)
            return product.coefficients.map { field.multiply($0, scale) }
        }
        var total = Integer.zero
        var power = Integer.one
        var factorial = Integer.one
        for t in (0...dimension).reversed() {
            power += power
            let term = (power - 1) * factorial * sums[t]
            total += t.isMultiple(of: 2) ? term : -term
            factorial *= Integer(dimension - t + 1)
        }
        return Rational(total, common)
    }
}
