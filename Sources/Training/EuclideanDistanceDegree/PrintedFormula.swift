import ExactAlgebra

/// Formula (4.9) exactly as the paper prints it, with filter sizes where dimensions are meant.
///
/// It is kept to show the erratum: the value is a fraction, and is not the number in Table 3.
public enum PrintedFormula {
    /// The value of the formula as printed, a fraction.
    public static func value(filterSizes: [Int]) -> Rational {
        func factorial(_ n: Int) -> Integer { (1...max(1, n)).reduce(.one) { $0 * Integer($1) } }
        let dimension = filterSizes.reduce(0, +) - filterSizes.count
        // Σ Π binom(k_j+1, i_j)/(k_j−i_j)! over the common denominator Π k_j!.
        var sums = [Integer.one]
        for size in filterSizes {
            var next = [Integer](repeating: .zero, count: sums.count + size)
            for (t, sum) in sums.enumerated() {
                for i in 0...size {
                    next[t + i] +=
                        sum * Integer.binomial(size + 1, i) * (factorial(size) / factorial(size - i))
                }
            }
            sums = next
        }
        var total = Integer.zero
        for t in 0...dimension {
            let power = (0...(dimension - t)).reduce(Integer.one) { value, _ in value + value }
            let term = (power - 1) * factorial(dimension - t) * sums[t]
            total += t.isMultiple(of: 2) ? term : -term
        }
        let common = filterSizes.reduce(Integer.one) { $0 * factorial($1) }
        return Rational(total, common)
    }
}
