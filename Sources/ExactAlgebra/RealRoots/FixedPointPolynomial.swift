/// The polynomial of a chart in fixed-point numbers: integers that count units of `2^-fractionLength`.
///
/// As the argument is in [0, 1], errors hardly grow. A coefficient is off by less than one unit, and so is a product
/// that is rounded. Hence, by induction, after i coefficients the value is off by less than `3i + 2` units, and the
/// j-th derivative divided by j! by less than `3·binom(i + 1, j + 1)`: its error is the sum of those of the step
/// before and of the one for j − 1, and one unit for the product.
struct FixedPointPolynomial {
    /// A cell is evaluated with a higher order if that makes the remainder smaller by so much for each further one.
    private static let gain = 4

    /// May be negative.
    private let fractionLength: Int
    private let chart: RootChart

    /// - Parameter precision: the number of binary digits of the longest coefficient that are kept.
    init(_ chart: RootChart, precision: Int) {
        self.chart = chart
        fractionLength = precision - chart.bitLength
    }

    /// Enough for errors that are small for a cell at this depth, unless terms cancel or the coefficients
    /// that matter are small; a start.
    static func precision(depth: Int) -> Int { 2 * depth + 96 }

    /// - Precondition: `order ≥ 1`.
    func finding(_ cell: DyadicCell, order: Int) -> CellFinding {
        let center = cell.center
        let degree = chart.degree
        // f^(j)(c)/j!, and then times h^j, where h = 2^-digits.
        var terms = taylorCoefficients(at: center, order: order)
        let digits = center.depth
        var binomial = Integer.one
        var errors: [Integer] = []
        for j in terms.indices {
            // binom(n + 2, j + 1).
            binomial = binomial * Integer(degree + 2 - j) / Integer(j + 1)
            errors.append((3 * binomial).scaled(byPowerOfTwo: -j * digits) + 2)
            terms[j] = terms[j].scaled(byPowerOfTwo: -j * digits)
        }
        let sizes = terms.map(\.magnitude)
        let remainder =
            remainderBound(at: cell.upper, order: order).scaled(byPowerOfTwo: -(order + 1) * digits) + 1
        var (change, slope) = (remainder, Integer(order + 1) * remainder)
        var (tail, error) = (Integer.zero, errors[0])
        for j in terms.indices.dropFirst() {
            change += sizes[j] + errors[j]
            error += Integer(j) * errors[j]
            guard j > 1 else { continue }
            slope += Integer(j) * (sizes[j] + errors[j])
            tail += sizes[j]
        }
        if sizes[0] - errors[0] > change { return .rootFree }
        if sizes[1] - errors[1] > slope { return .monotone }
        if 4 * error > tail + remainder { return .imprecise }
        if order < degree, 4 * remainder > tail,
            cell.favorsHigherOrder(than: order, degree: degree, factor: Self.gain)
        {
            return .truncated
        }
        return .wide(centerSign: sizes[0] > errors[0] ? terms[0].signum : nil)
    }

    /// The sign of f there, which is not 0; nil if the precision does not suffice.
    func sign(at point: DyadicPoint) -> Int? {
        let value = taylorCoefficients(at: point, order: 0)[0]
        return value.magnitude > Integer(3 * chart.degree + 6) ? value.signum : nil
    }

    private func taylorCoefficients(at point: DyadicPoint, order: Int) -> [Integer] {
        var result = [Integer](repeating: .zero, count: order + 1)
        for (index, coefficient) in chart.coefficients.enumerated() {
            // Those of higher order are still 0.
            for j in stride(from: min(index, order), to: 0, by: -1) {
                result[j] = product(result[j], point) + result[j - 1]
            }
            result[0] = product(result[0], point) + coefficient.scaled(byPowerOfTwo: fractionLength)
        }
        return result
    }

    /// At least `Σ binom(k, order + 1)·|a_k|·r^(k - order - 1)`.
    private func remainderBound(at point: DyadicPoint, order: Int) -> Integer {
        let degree = chart.degree
        guard order < degree else { return .zero }
        var weight = Integer.binomial(degree, order + 1)
        var result = Integer.zero
        for power in stride(from: degree, to: order, by: -1) {
            let size = chart.coefficients[degree - power].scaled(byPowerOfTwo: fractionLength).magnitude + 1
            result = product(result, point) + weight * size + 1
            weight = weight * Integer(power - order - 1) / Integer(power)
        }
        return result
    }

    /// Rounded toward zero.
    private func product(_ value: Integer, _ point: DyadicPoint) -> Integer {
        (value * point.numerator).scaled(byPowerOfTwo: -point.depth)
    }
}
