/// A real root t = x/y ≠ 0 of a form: as the only one of an open interval with rational ends, or as a rational
/// number.
package struct RealRoot: Sendable {
    private var chart: RootChart
    /// Of the octave of the location.
    private var polynomial: OctavePolynomial
    private var location: RootLocation

    init(_ chart: RootChart, _ polynomial: OctavePolynomial, _ location: RootLocation) {
        (self.chart, self.polynomial, self.location) = (chart, polynomial, location)
        // The interval has to keep away from 0, and that of an inverse from infinity.
        while case .cell(let cell, _) = self.location, cell.index.signum == 0 { self = bisected }
    }

    private init(moving root: RealRoot, to location: RootLocation) {
        chart = root.chart
        self.location = location
        if case .cell(let cell, _) = location, cell.octave != root.polynomial.octave {
            polynomial = OctavePolynomial(root.chart, octave: cell.octave)
        } else {
            polynomial = root.polynomial
        }
    }

    /// The lower end of the interval, which is not a root and not 0; the root itself if it is known exactly.
    package var lower: Rational { ends.lower }

    /// The upper end of the interval, which is not a root and not 0; the root itself if it is known exactly.
    package var upper: Rational { ends.upper }

    package var isPositive: Bool { !chart.isNegative }

    /// Whether `lower`, `upper` and the root are the same number.
    package var isExact: Bool {
        if case .point = location { true } else { false }
    }

    private var ends: (lower: Rational, upper: Rational) {
        switch location {
        case .point(let point):
            let root = chart.rational(point)
            return (root, root)
        case .cell(let cell, _):
            let (first, last) = (chart.rational(cell.lower), chart.rational(cell.upper))
            return chart.isNegative == chart.isInverted ? (first, last) : (last, first)
        }
    }

    /// In an interval of at most half the width, inside this one; the same if the root is known exactly.
    package func refined() -> RealRoot {
        // The half of a cell next to 0 is up to two thirds of the interval of inverses, the quarter at most half.
        chart.isInverted ? bisected.bisected : bisected
    }

    private var bisected: RealRoot {
        guard case .cell(let cell, let lowerSign) = location else { return self }
        let sign = chart.sign(at: cell.center, polynomial)
        if sign == 0 { return RealRoot(moving: self, to: .point(cell.center)) }
        let half = sign == lowerSign ? cell.upperHalf : cell.lowerHalf
        return RealRoot(moving: self, to: .cell(half, lowerSign: lowerSign))
    }
}

extension RealRoot {
    /// The number of digits of the index of a cell that is as narrow as two neighboring floating-point numbers.
    private static let narrowIndex = 55

    /// The root, up to a relative error of less than `2^-51`; infinite or 0 where it is out of range.
    package var approximation: Double {
        var root = jumped
        while case .cell(let cell, _) = root.location, cell.index.bitLength < Self.narrowIndex {
            root = root.bisected
        }
        switch root.location {
        case .point(let point): return chart.approximation(point)
        case .cell(let cell, _): return chart.approximation(cell.center)
        }
    }

    /// In a narrow cell around the result of Newton's method, if there is one that is proved to have the root.
    private var jumped: RealRoot {
        guard case .cell(let cell, let lowerSign) = location,
            cell.index.bitLength <= OctavePolynomial.longestIndex,
            let guess = polynomial.newtonIteration(in: cell)
        else { return self }
        for digits in [52, 48, 40, 28] where digits > cell.index.bitLength {
            let candidate = DyadicCell(
                index: Integer(Int(guess * Double(1 << digits))), depth: polynomial.octave + digits)
            let excess = candidate.depth - cell.depth
            guard candidate.index.scaled(byPowerOfTwo: -excess) == cell.index else { continue }
            if chart.sign(at: candidate.lower, polynomial) == lowerSign,
                chart.sign(at: candidate.upper, polynomial) == -lowerSign
            {
                return RealRoot(moving: self, to: .cell(candidate, lowerSign: lowerSign))
            }
        }
        return self
    }
}
