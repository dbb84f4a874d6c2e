/// Where a root of a chart is, as its parameter u.
enum RootLocation: Hashable, Sendable {
    /// It is the number.
    case point(DyadicPoint)
    /// It is the only one in the closed cell, and not an end of it.
    case cell(DyadicCell, lowerSign: Int)
}

/// The roots of a chart, by bisection of (0, 1) into cells in which f is monotone or has no root.
///
/// f has no multiple root: in cells that are small enough it or its derivative stays away from 0, and Taylor's
/// formula shows it, so this ends. The signs of f at all ends are known exactly; an end where f is 0 is a root
/// and belongs to no cell.
struct RootSearch {
    private enum Piece {
        case root(DyadicPoint)
        case cell(DyadicCell, lowerSign: Int, upperSign: Int)
    }

    /// The largest first.
    private(set) var locations: [RootLocation] = []
    /// The polynomials that belong to them.
    private(set) var polynomials: [OctavePolynomial] = []

    /// - Precondition: the form has no multiple root, and the coefficient of `u^0` is not 0.
    init(_ chart: RootChart) {
        var polynomial = OctavePolynomial(chart, octave: 0)
        let signAtZero = chart.coefficients.last?.signum ?? 0
        let one = DyadicPoint(numerator: 1, depth: 0)
        let signAtOne = chart.sign(at: one, polynomial)
        // Last in, first out: from above, so that each octave is entered once.
        var pieces = [Piece.cell(.unit, lowerSign: signAtZero, upperSign: signAtOne)]
        // Two charts meet in u = 1: it belongs to one of them.
        if signAtOne == 0 && !chart.isInverted { pieces.append(.root(one)) }
        while let piece = pieces.popLast() {
            guard case .cell(let cell, let lowerSign, let upperSign) = piece else {
                if case .root(let point) = piece { append(.point(point), polynomial) }
                continue
            }
            if cell.octave != polynomial.octave {
                polynomial = OctavePolynomial(chart, octave: cell.octave)
            }
            switch chart.finding(cell, polynomial) {
            case .rootFree: continue
            case .monotone:
                if lowerSign * upperSign < 0 { append(.cell(cell, lowerSign: lowerSign), polynomial) }
            case .wide(let found):
                let sign = found ?? chart.sign(at: cell.center)
                pieces.append(.cell(cell.lowerHalf, lowerSign: lowerSign, upperSign: sign))
                if sign == 0 { pieces.append(.root(cell.center)) }
                pieces.append(.cell(cell.upperHalf, lowerSign: sign, upperSign: upperSign))
            case .imprecise, .truncated: preconditionFailure("a cell is always resolved")
            }
        }
    }

    private mutating func append(_ location: RootLocation, _ polynomial: OctavePolynomial) {
        locations.append(location)
        polynomials.append(polynomial)
    }
}
