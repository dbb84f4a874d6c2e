/// The polynomial of a chart for `0 < u < 2^-octave`, in floating-point numbers: `f(2^-octave·s)` for `0 < s < 1`,
/// divided by a power of two so that the largest coefficient is about 1.
///
/// What is said about f is proved. Let `v = 2^-53`, n the degree, `a_k` the coefficients and
/// `b_k = |a_k| + 2^-840`, and `A_0 = Σ b_k r^k`, `A_1 = Σ k b_k r^(k-1)` for an `r ≤ 1` that is at least the
/// argument. A coefficient as it is stored is off by at most `2v·b_k`: by rounding, or by being taken as 0 if it
/// is below `2^-900`. In Horner's scheme for f and its derivative, `a_k` comes into the result through products
/// that have at most k factors and at most k + 2 sums, each of which has a relative error of at most v; a product
/// that underflows has an absolute error below `2^-1074`, less than `v·b_k` for the coefficient that is added next.
/// Hence the values are off by at most `((1 + v)^(2n + 6) - 1)·A_0` (and `A_1`), and the sums of `b_k`, which
/// have the same roundings without any cancellation, by the same factor of themselves. Both are covered by
/// `(4n + 16)·v` times the computed sums, for every degree for which this is below 1/100.
struct OctavePolynomial: Sendable {
    let octave: Int
    /// That of the highest power first.
    private let coefficients: [Double]
    private let relativeError: Double

    /// The largest length of an index of a cell for which its ends and its center are floating-point numbers.
    static let longestIndex = 50
    private static let leastBound = 0x1p-840
    private static let leastExponent = -900

    init(_ chart: RootChart, octave: Int) {
        self.octave = octave
        let degree = chart.degree
        precondition(degree < 1 << 40, "the error bound is for degrees below 2^40")
        relativeError = Double(4 * degree + 16) * 0x1p-53
        // The coefficient of u^(degree - index), whose exponent is lowered by octave·(degree - index).
        var largest = Int.min
        for (index, exponent) in chart.exponents.enumerated() where chart.significands[index] != 0 {
            largest = max(largest, exponent - octave * (degree - index))
        }
        var coefficients = [Double](repeating: 0, count: degree + 1)
        for index in coefficients.indices where chart.significands[index] != 0 {
            let exponent = chart.exponents[index] - octave * (degree - index) - largest
            guard exponent >= Self.leastExponent else { continue }
            coefficients[index] =
                chart.significands[index] * Double(sign: .plus, exponent: exponent, significand: 1)
        }
        self.coefficients = coefficients
    }

    /// - Precondition: the index of the cell has at most `longestIndex` digits, and the cell is in the octave.
    func finding(_ cell: DyadicCell) -> CellFinding {
        let halfWidth = Double(sign: .plus, exponent: octave - cell.depth - 1, significand: 1)
        let lower = cell.index.approximation * (2 * halfWidth)
        // Both exact: the index is short.
        let center = lower + halfWidth
        let end = lower + 2 * halfWidth
        var (value, derivative) = (0.0, 0.0)
        // A_0, A_1 and half of Σ k(k - 1) b_k r^(k-2), at the upper end.
        var (bound, firstBound, secondBound) = (0.0, 0.0, 0.0)
        for coefficient in coefficients {
            secondBound = secondBound * end + firstBound
            firstBound = firstBound * end + bound
            bound = bound * end + (abs(coefficient) + Self.leastBound)
            derivative = derivative * center + value
            value = value * center + coefficient
        }
        let error = bound * relativeError
        let derivativeError = firstBound * relativeError
        let curvature = secondBound * (1 + relativeError)
        // Both comparisons have fewer than ten roundings of their own: 2^-40 is far more.
        let change = halfWidth * (abs(derivative) + derivativeError + halfWidth * curvature)
        if abs(value) - error > change * (1 + 0x1p-40) { return .rootFree }
        if abs(derivative) - derivativeError > 2 * halfWidth * curvature * (1 + 0x1p-40) { return .monotone }
        guard 4 * (error + halfWidth * derivativeError) <= halfWidth * halfWidth * curvature else {
            return .unresolved
        }
        return .wide(centerSign: abs(value) > error ? (value > 0 ? 1 : -1) : nil)
    }

    /// Where Newton's method ends, as `s`: a guess. Nil if it leaves the cell.
    ///
    /// - Precondition: the same.
    func newtonIteration(in cell: DyadicCell) -> Double? {
        let width = Double(sign: .plus, exponent: octave - cell.depth, significand: 1)
        let lower = cell.index.approximation * width
        var argument = lower + width / 2
        // Quadratic convergence from one digit, with some steps to spare.
        for _ in 0..<10 {
            var (value, derivative) = (0.0, 0.0)
            for coefficient in coefficients {
                derivative = derivative * argument + value
                value = value * argument + coefficient
            }
            let change = value / derivative
            argument -= change
            guard argument > lower, argument < lower + width else { return nil }
            if abs(change) < 0x1p-52 { break }
        }
        return argument
    }

    /// The sign of f there, which is not 0; nil if the precision does not suffice.
    func sign(at point: DyadicPoint) -> Int? {
        guard point.numerator.bitLength <= Self.longestIndex + 2 else { return nil }
        let argument =
            point.numerator.approximation
            * Double(sign: .plus, exponent: octave - point.depth, significand: 1)
        var (value, bound) = (0.0, 0.0)
        for coefficient in coefficients {
            value = value * argument + coefficient
            bound = bound * argument + (abs(coefficient) + Self.leastBound)
        }
        return abs(value) > bound * relativeError ? (value > 0 ? 1 : -1) : nil
    }
}
