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
}

/// The number `numerator/2^depth` in [0, 1].
struct DyadicPoint: Hashable, Sendable {
    var numerator: Integer
    var depth: Int
}
