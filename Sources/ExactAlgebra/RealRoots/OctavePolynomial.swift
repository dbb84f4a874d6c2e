/// The polynomial of a chart for `0 < u < 2^-octave`, in floating-point numbers: `f(2^-octave·s)` for `0 < s < 1`,
/// divided by a power of two so that the largest coefficient is about 1.
///
/// What is said about f is proved. Let `v = 2^-53`, n the degree, `a_k` the coefficients, `b_k = |a_k| + 2^-840`,
/// and `A_j = Σ binom(k, j) b_k r^(k-j)` for an `r ≤ 1` that is at least the argument. A coefficient as it is stored
/// is off by at most `2v·b_k`: by two roundings, or by being taken as 0 if it is below `2^-900`. In Horner's scheme
/// for `f^(j)/j!`, `a_k` comes into the result through products of at most k factors and through at most
/// k + 2 sums, each with a relative error of at most v; a product that underflows has an absolute error below
/// `2^-1074`, less than v times the `b_k`, or the sum of these, that is added next. Hence the result is
/// off by at most `((1 + v)^(2n + 6) - 1)·A_j`; and the computed `A_j`, which has the same roundings without any
/// cancellation, by the same factor of itself. Both are covered by `(4n + 16)·v` times the computed `A_j`, for
/// every degree for which this is below 1/100.
struct OctavePolynomial: Sendable {
    let octave: Int
    /// That of the highest power first.
    private let coefficients: [Double]
    private var degree: Int { coefficients.count - 1 }
    private let relativeError: Double

    /// The largest length of an index of a cell for which its ends and its center are floating-point numbers.
    static let longestIndex = 50
    /// Of Taylor's formula.
    static let highestOrder = 7
    /// Higher orders have to be found in integers, which takes a thousand times as long: a cell is halved first
    /// until they make the remainder smaller by so much each.
    private static let gain = 64
    /// For the roundings in a comparison, which are fewer than a hundred.
    private static let margin = 1 + 0x1p-40
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
        // The first order is the fastest, and all that is needed where roots are apart.
        let finding = firstOrderFinding(cell)
        if case .wide = finding,
            !cell.favorsHigherOrder(than: Self.highestOrder - 1, degree: degree, factor: 2)
        {
            return finding
        }
        return finding == .rootFree || finding == .monotone ? finding : highOrderFinding(cell)
    }

    /// The center, half of the width and the upper end: exact, as the index is short.
    private func place(_ cell: DyadicCell) -> (center: Double, halfWidth: Double, end: Double) {
        let halfWidth = Double(sign: .plus, exponent: octave - cell.depth - 1, significand: 1)
        let lower = cell.index.approximation * (2 * halfWidth)
        return (lower + halfWidth, halfWidth, lower + 2 * halfWidth)
    }

    private func firstOrderFinding(_ cell: DyadicCell) -> CellFinding {
        let (center, halfWidth, end) = place(cell)
        var (value, derivative) = (0.0, 0.0)
        // A_0, A_1 and A_2.
        var (bound, firstBound, secondBound) = (0.0, 0.0, 0.0)
        for coefficient in coefficients {
            secondBound = secondBound * end + firstBound
            firstBound = firstBound * end + bound
            bound = bound * end + (abs(coefficient) + Self.leastBound)
            derivative = derivative * center + value
            value = value * center + coefficient
        }
        let error = bound * relativeError
        let slopeError = halfWidth * firstBound * relativeError
        let slope = halfWidth * abs(derivative)
        let remainder = halfWidth * halfWidth * secondBound * (1 + relativeError)
        if abs(value) - error > (slope + slopeError + remainder) * Self.margin { return .rootFree }
        if slope - slopeError > 2 * remainder * Self.margin { return .monotone }
        if 4 * (error + slopeError) > remainder { return .imprecise }
        return .wide(centerSign: abs(value) > error ? (value > 0 ? 1 : -1) : nil)
    }

    private func highOrderFinding(_ cell: DyadicCell) -> CellFinding {
        let (center, halfWidth, end) = place(cell)
        var values = SIMD8<Double>(repeating: 0)
        var bounds = SIMD8<Double>(repeating: 0)
        var last = 0.0
        for coefficient in coefficients {
            last = last * end + bounds[7]
            bounds = bounds * end + Self.shifted(bounds, first: abs(coefficient) + Self.leastBound)
            values = values * center + Self.shifted(values, first: coefficient)
        }
        var power = halfWidth
        var (change, slope, tail) = (0.0, 0.0, 0.0)
        let valueError = bounds[0] * relativeError
        var error = valueError
        for j in 1...Self.highestOrder {
            let (size, sizeError) = (abs(values[j]) * power, bounds[j] * power * relativeError)
            change += size + sizeError
            error += Double(j) * sizeError
            if j > 1 {
                slope += Double(j) * (size + sizeError)
                tail += size
            }
            power *= halfWidth
        }
        let remainder = last * power * (1 + relativeError)
        change += remainder
        slope += Double(Self.highestOrder + 1) * remainder
        let first = (abs(values[1]) - bounds[1] * relativeError) * halfWidth
        if abs(values[0]) - valueError > change * Self.margin { return .rootFree }
        if first > slope * Self.margin { return .monotone }
        if 4 * error > tail + remainder { return .imprecise }
        if Self.highestOrder < degree, 4 * remainder > tail,
            cell.favorsHigherOrder(than: Self.highestOrder, degree: degree, factor: Self.gain)
        {
            return .truncated
        }
        return .wide(centerSign: abs(values[0]) > valueError ? (values[0] > 0 ? 1 : -1) : nil)
    }

    @inline(__always)
    private static func shifted(_ vector: SIMD8<Double>, first: Double) -> SIMD8<Double> {
        SIMD8(first, vector[0], vector[1], vector[2], vector[3], vector[4], vector[5], vector[6])
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
