extension RootChart {
    /// The sign of f, in the cheapest precision that shows it.
    ///
    /// - Parameter polynomial: of an octave that has the point.
    func sign(at point: DyadicPoint, _ polynomial: OctavePolynomial) -> Int {
        polynomial.sign(at: point) ?? sign(at: point)
    }

    /// The sign of f, in more and more precision, and exactly once that is as cheap: a zero is found only then.
    func sign(at point: DyadicPoint) -> Int {
        var precision = FixedPointPolynomial.precision(depth: point.depth)
        while precision < bitLength + degree * point.depth {
            if let sign = FixedPointPolynomial(self, precision: precision).sign(at: point) { return sign }
            precision *= 2
        }
        return exactSign(at: point)
    }

    /// By Horner's scheme for the value times `2^(degree·depth)`, in integers.
    private func exactSign(at point: DyadicPoint) -> Int {
        var value = Integer.zero
        for (power, coefficient) in coefficients.enumerated() {
            value = value * point.numerator + coefficient.scaled(byPowerOfTwo: power * point.depth)
        }
        return value.signum
    }

    /// What is found about f in a cell: never `imprecise` or `truncated`.
    ///
    /// It ends: with an order equal to the degree there is no remainder; and with the precision the errors fall
    /// while the terms stay, of which the last is not 0.
    func finding(_ cell: DyadicCell, _ polynomial: OctavePolynomial) -> CellFinding {
        if cell.index.bitLength <= OctavePolynomial.longestIndex {
            switch polynomial.finding(cell) {
            case .imprecise, .truncated: break
            case let finding: return finding
            }
        }
        var precision = FixedPointPolynomial.precision(depth: cell.depth)
        var order = min(degree, OctavePolynomial.highestOrder)
        while true {
            switch FixedPointPolynomial(self, precision: precision).finding(cell, order: order) {
            case .imprecise: precision *= 2
            case .truncated: order = min(degree, 2 * order)
            case let finding: return finding
            }
        }
    }
}
