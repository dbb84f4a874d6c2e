/// T, b and ‖Y‖² with bounds for all rounding errors, for data scaled by powers of two: `X = 2^a·X′`, `Y = 2^c·Y′`, the largest
/// absolute value of either in [1, 2).
///
/// The exact values for the numbers as they are stored lie in the enclosures. `T = 2^{2a}T′`, `b = 2^{a+c}b′`,
/// `‖Y‖² = 2^{2c}‖Y′‖²`, and filters and losses are `2^{c−a}` and `2^{2c}` times those of the scaled data.
struct LossEnclosure: Sendable {
    /// T′, K × K entries row after row.
    private(set) var matrix: [RealBall]
    /// b′.
    private(set) var vector: [RealBall]
    /// ‖Y′‖².
    private(set) var constant: RealBall
    /// c − a.
    private(set) var filterExponent: Int
    /// 2c.
    private(set) var lossExponent: Int

    /// Those of the data, by sums of exact products in double-double arithmetic.
    ///
    /// Nil where X or Y is zero. With n terms and their absolute sum S, every addition is wrong by at most
    /// `4u²·S`(``DoubleDouble``), so a sum by at most `4u²(n + 1)S` and a little more; `S² ≤ T_ii T_jj` for T, and the like for b
    /// (Cauchy and Schwarz). Half of the bound used would do. Underflows, of scaled entries and of products, change a term by less than
    /// `2^{-1070}`.
    ///
    /// - Complexity: `N·d·K²` sums.
    init?(_ inputs: DataMatrix, _ outputs: DataMatrix, size: Int, stride: Int) {
        guard let (x, a) = Self.scaled(inputs), let (y, c) = Self.scaled(outputs) else { return nil }
        var squares = [DoubleDouble](repeating: DoubleDouble(0), count: size * size)
        var products = [DoubleDouble](repeating: DoubleDouble(0), count: size)
        var total = DoubleDouble(0)
        let (width, outputWidth) = (inputs.columnCount, outputs.columnCount)
        for sample in 0..<inputs.rowCount {
            for m in 0..<outputWidth {
                let (start, target) = (sample * width + stride * m, y[sample * outputWidth + m])
                total = total + .product(target, target)
                Self.add(x, from: start, size, target, to: &squares, &products)
            }
        }
        let factor = Double(inputs.rowCount * outputWidth + 2) * 0x1p-103
        // Not less than the root of the sum of the squares.
        func root(_ sum: DoubleDouble) -> Double { (sum.high * (1 + 0x1p-40) + 0x1p-960).squareRoot() }
        let roots = (0..<size).map { root(squares[$0 * size + $0]) }
        let outputRoot = root(total)
        matrix = (0..<(size * size)).map { index in
            let (i, j) = (index / size, index % size)
            return RealBall(
                squares[max(i, j) * size + min(i, j)], radius: roots[i] * roots[j] * factor + 0x1p-1000)
        }
        vector = (0..<size).map {
            RealBall(products[$0], radius: outputRoot * roots[$0] * factor + 0x1p-1000)
        }
        constant = RealBall(total, radius: outputRoot * outputRoot * factor + 0x1p-1000)
        (filterExponent, lossExponent) = (c - a, 2 * c)
    }

    /// Those of `‖w − filter‖²`: T is the identity.
    init?(nearest filter: [Double]) {
        let size = filter.count
        guard let (scaled, c) = Self.scaled(DataMatrix(rowCount: 1, columnCount: size, values: filter))
        else { return nil }
        matrix = (0..<(size * size)).map { RealBall(DoubleDouble($0 % (size + 1) == 0 ? 1 : 0)) }
        vector = zip(scaled, filter).map { value, original in
            let isExact = value.scaled(byPowerOfTwo: c) == original
            return RealBall(DoubleDouble(value), radius: isExact ? 0 : 0x1p-1000)
        }
        let total = scaled.reduce(DoubleDouble(0)) { $0 + .product($1, $1) }
        constant = RealBall(total, radius: Double(size + 2) * 0x1p-103 * total.high + 0x1p-1000)
        (filterExponent, lossExponent) = (c, 2 * c)
    }

    /// The values divided by the power of two that brings the largest absolute value into [1, 2); nil if all are zero.
    private static func scaled(_ data: DataMatrix) -> (values: [Double], exponent: Int)? {
        let largest = data.values.reduce(0) { max($0, abs($1)) }
        guard largest > 0, largest.isFinite else { return nil }
        let exponent = Int(largest.exponent)
        // In two parts, because 2^1074 is not in range. Exact but for underflow.
        let first = 1.0.scaled(byPowerOfTwo: -exponent / 2)
        let second = 1.0.scaled(byPowerOfTwo: -exponent - (-exponent / 2))
        return (data.values.map { $0 * first * second }, exponent)
    }

    /// Adds what one output of one sample has of T and b: `x_i·x_j` for j ≤ i, and `y·x_i`.
    private static func add(
        _ x: [Double], from start: Int, _ size: Int, _ target: Double,
        to squares: inout [DoubleDouble], _ products: inout [DoubleDouble]
    ) {
        for i in 0..<size {
            let value = x[start + i]
            products[i] = products[i] + .product(target, value)
            for j in 0...i {
                squares[i * size + j] = squares[i * size + j] + .product(value, x[start + j])
            }
        }
    }

    /// The same loss in other units: T divided by `2^t`, and filters by `2^q`.
    func scaled(matrix t: Int, filters q: Int) -> LossEnclosure {
        var result = self
        result.matrix = matrix.map { $0.scaled(byPowerOfTwo: -t) }
        result.vector = vector.map { $0.scaled(byPowerOfTwo: -t - q) }
        result.constant = constant.scaled(byPowerOfTwo: -t - 2 * q)
        result.filterExponent += q
        result.lossExponent += t + 2 * q
        return result
    }
}
