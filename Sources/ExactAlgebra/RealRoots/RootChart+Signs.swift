extension RootChart {
    /// The sign of f, in the cheapest precision that shows it.
    ///
    /// - Parameter polynomial: of an octave that has the point.
    func sign(at point: DyadicPoint, _ polynomial: OctavePolynomial) -> Int {
        polynomial.sign(at: point) ?? sign(at: point)
    }

    /// The sign of f, in more and more precision as long as that is cheaper than none to be lost.
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

    /// What is found about f in a cell, never `unresolved`.
    ///
    /// It ends: with the precision the errors shrink, while f, f' and the bound C for `f''/2` stay. Unless C is 0
    /// the errors come below a quarter of `h²·C`; and if it is, f is linear, and monotone as soon as they are
    /// below `|f'|`.
    func finding(_ cell: DyadicCell, _ polynomial: OctavePolynomial) -> CellFinding {
        if cell.index.bitLength <= OctavePolynomial.longestIndex {
            let finding = polynomial.finding(cell)
            if finding != .unresolved { return finding }
        }
        var precision = FixedPointPolynomial.precision(depth: cell.depth)
        while true {
            let finding = FixedPointPolynomial(self, precision: precision).finding(cell)
            if finding != .unresolved { return finding }
            precision *= 2
        }
    }
}
