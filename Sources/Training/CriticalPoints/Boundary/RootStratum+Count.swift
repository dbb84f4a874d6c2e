import ExactAlgebra

extension RootStratum {
    /// The number of critical points on the stratum for generic data; there are never more that are nondegenerate, with w ≠ 0
    /// and a derivative of w of full rank.
    ///
    /// With the factors `R_f` of degrees `m_f` and powers `p_f`, classes `H_f` of the projective spaces in which they lie, `h_b`
    /// the sum of the classes of block b, and `D = Σ p_f H_f`, it is the coefficient of `Π H_f^{m_f}` in
    /// `(1 + D)^{1−B} · Π_b (1 + D − h_b)^{r_b+1} / (1 − D)`, where B is the number of blocks and `r_b` the number of
    /// different roots of block b. Proved in <doc:TheBoundary>. For one block of degree n with one root of multiplicity i it is
    /// `i(n − i + 1) + (i − 1)(n − i + 2)`, and without multiple roots it is C_k.
    ///
    /// - Complexity: `Σ_b r_b · Π_f (m_f + 1)` sums.
    public var criticalPointCount: Integer {
        let blocks = multiplicities.count
        var series = TruncatedSeries(degrees: factors.map(\.degree))
        let powers = factors.map(\.power)
        for block in 0..<blocks {
            let own = factors.indices.filter { factors[$0].block == block }
            let slope = factors.indices.map { powers[$0] - (own.contains($0) ? 1 : 0) }
            for _ in 0...own.reduce(0, { $0 + factors[$1].degree }) { series.multiply(by: slope) }
        }
        for _ in 1..<max(1, blocks) { series.divide(by: powers) }
        series.divide(by: powers.map { -$0 })
        return series.lastCoefficient
    }
}

/// A power series in several variables, cut off beyond a degree in each.
private struct TruncatedSeries {
    private let degrees: [Int]
    private let strides: [Int]
    private var coefficients: [Integer]

    /// 1.
    init(degrees: [Int]) {
        self.degrees = degrees
        var strides: [Int] = []
        var count = 1
        for degree in degrees {
            strides.append(count)
            count *= degree + 1
        }
        self.strides = strides
        coefficients = [Integer](repeating: 0, count: count)
        coefficients[0] = 1
    }

    /// Of the monomial of the largest degrees.
    var lastCoefficient: Integer { coefficients[coefficients.count - 1] }

    /// Multiplies by `1 + Σ a_f H_f`.
    mutating func multiply(by form: [Int]) {
        // From above, so that what is read is not yet changed.
        for index in coefficients.indices.reversed() { add(form, to: index, sign: 1) }
    }

    /// Divides by `1 + Σ a_f H_f`.
    mutating func divide(by form: [Int]) {
        for index in coefficients.indices { add(form, to: index, sign: -1) }
    }

    private mutating func add(_ form: [Int], to index: Int, sign: Int) {
        for (place, factor) in form.enumerated() where factor != 0 {
            guard index / strides[place] % (degrees[place] + 1) > 0 else { continue }
            coefficients[index] += Integer(sign * factor) * coefficients[index - strides[place]]
        }
    }
}
