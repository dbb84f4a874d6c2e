/// The open interval between `index/2^depth` and `(index + 1)/2^depth`, inside (0, 1).
struct DyadicCell: Hashable, Sendable {
    var index: Integer
    var depth: Int

    /// (0, 1).
    static let unit = DyadicCell(index: 0, depth: 0)

    var lower: DyadicPoint { DyadicPoint(numerator: index, depth: depth) }
    var upper: DyadicPoint { DyadicPoint(numerator: index + 1, depth: depth) }
    var center: DyadicPoint { DyadicPoint(numerator: index + index + 1, depth: depth + 1) }

    var lowerHalf: DyadicCell { DyadicCell(index: index + index, depth: depth + 1) }
    var upperHalf: DyadicCell { DyadicCell(index: index + index + 1, depth: depth + 1) }

    /// The largest e with the cell below `2^-e`.
    var octave: Int { depth - index.bitLength }

    /// Whether the bound of the remainder in Taylor's formula falls by the factor with each further order.
    ///
    /// The coefficient `binom(k, J + 1)·r^(k - J - 1)·h^(J + 1)` of `|a_k|` is multiplied by
    /// `(k - J - 1)/(J + 2)·h/r`, with `h/r = 1/(2·index + 2)`.
    func favorsHigherOrder(than order: Int, degree: Int, factor: Int) -> Bool {
        (index + 1) * Integer(2 * (order + 2)) >= Integer(factor * degree)
    }
}

/// The number `numerator/2^depth` in [0, 1].
struct DyadicPoint: Hashable, Sendable {
    var numerator: Integer
    var depth: Int
}
