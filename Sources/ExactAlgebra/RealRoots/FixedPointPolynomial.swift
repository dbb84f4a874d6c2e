/// The polynomial of a chart in fixed-point numbers: integers that count units of `2^-fractionLength`.
///
/// As the argument is in [0, 1], errors do not grow: a coefficient is off by less than one unit, and so is a
/// product that is rounded, hence the value by less than 2(n + 1) units, and the derivative, the sum of n + 1 such
/// values with a rounded product each, by less than (n + 1)(2n + 3).
struct FixedPointPolynomial {
    /// May be negative.
    private let fractionLength: Int
    private let chart: RootChart
    private let error: Integer
    private let derivativeError: Integer

    /// - Parameter precision: the number of binary digits of the longest coefficient that are kept.
    init(_ chart: RootChart, precision: Int) {
        self.chart = chart
        fractionLength = precision - chart.bitLength
        let count = Integer(chart.coefficients.count)
        error = 2 * count
        derivativeError = count * (2 * count + 1)
    }

    /// Enough for errors that are small for a cell at this depth, unless terms cancel or the coefficients
    /// that matter are small; a start.
    static func precision(depth: Int) -> Int { 2 * depth + 96 }

    func finding(_ cell: DyadicCell) -> CellFinding {
        let center = cell.center
        let end = cell.upper
        var (value, derivative) = (Integer.zero, Integer.zero)
        // Upper bounds: after each rounding, and for each coefficient, there is one unit more.
        var (bound, firstBound, secondBound) = (Integer.zero, Integer.zero, Integer.zero)
        for coefficient in chart.coefficients {
            let scaled = coefficient.scaled(byPowerOfTwo: fractionLength)
            secondBound = product(secondBound, end) + firstBound + 1
            firstBound = product(firstBound, end) + bound + 1
            bound = product(bound, end) + scaled.magnitude + 2
            derivative = product(derivative, center) + value
            value = product(value, center) + scaled
        }
        // Both conditions multiplied by powers of 1/h = 2^digits.
        let digits = center.depth
        let change = (derivative.magnitude + derivativeError).scaled(byPowerOfTwo: digits) + secondBound
        if (value.magnitude - error).scaled(byPowerOfTwo: 2 * digits) > change { return .rootFree }
        if (derivative.magnitude - derivativeError).scaled(byPowerOfTwo: digits) > 2 * secondBound {
            return .monotone
        }
        let errors = error.scaled(byPowerOfTwo: digits) + derivativeError
        guard errors.scaled(byPowerOfTwo: digits + 2) <= secondBound else { return .unresolved }
        return .wide(centerSign: value.magnitude > error ? value.signum : nil)
    }

    /// The sign of f there, which is not 0; nil if the precision does not suffice.
    func sign(at point: DyadicPoint) -> Int? {
        var value = Integer.zero
        for coefficient in chart.coefficients {
            value = product(value, point) + coefficient.scaled(byPowerOfTwo: fractionLength)
        }
        return value.magnitude > error ? value.signum : nil
    }

    /// Rounded toward zero.
    private func product(_ value: Integer, _ point: DyadicPoint) -> Integer {
        (value * point.numerator).scaled(byPowerOfTwo: -point.depth)
    }
}
