import ExactAlgebra

/// A skew shape of columns, of which neighbours have two rows in common: the two last boxes of each column lie beside the two
/// first of the column before.
public struct ThickRibbon: Hashable, Sendable {
    /// The lengths of the columns, from left to right; each is at least 2.
    public let columns: [Int]

    /// λ and μ of the shape λ/μ.
    public var shape: (outer: Partition, inner: Partition) {
        // From above, so from the last column.
        var tops = [0]
        for length in columns.dropFirst().reversed() { tops.append((tops.last ?? 0) + length - 2) }
        tops.reverse()
        let rows = 0..<(tops[0] + columns[0])
        func covers(_ column: Int, _ row: Int) -> Bool {
            tops[column] <= row && row < tops[column] + columns[column]
        }
        return (
            Partition(rows.map { row in (columns.indices.last { covers($0, row) } ?? -1) + 1 }),
            Partition(rows.map { row in columns.indices.first { covers($0, row) } ?? 0 })
        )
    }
}

/// The thick ribbons whose fillings number the minimal generators of two layers.
///
/// Let r of the forms `q_1, …, q_s` have the higher degree n*, and l = s − r the lower one; these are zero if `k_1 < s`. The minimal
/// generators of degree d are numbered by `binom(d + m − 1, d)` times the semistandard fillings with forms of all thick ribbons
/// of `t + 1 = d − 1 − p` columns. If l = 0, they have d boxes. If l > 0, they have d + 2: two separators, greater than all
/// forms of the higher degree and smaller than the others, fill the first two boxes of the last column, and are nowhere else.
public struct ThickRibbons: Hashable, Sendable {
    /// r.
    public let topFormCount: Int
    /// l.
    public let lowFormCount: Int
    /// p: the smallest degree of a form is m + p; −1 if forms vanish.
    public let excess: Int
    /// m.
    public let commonFactorDegree: Int

    init(_ piece: TwoLayerPiece) {
        topFormCount = piece.topFormCount
        lowFormCount = piece.stride - piece.topFormCount
        excess = (piece.firstFilterSize - 1) / piece.stride - (lowFormCount > 0 ? 1 : 0)
        commonFactorDegree = piece.commonFactorDegree
    }

    /// 2 if there are forms of the lower degree, else none.
    public var separatorCount: Int { lowFormCount > 0 ? 2 : 0 }

    /// How many boxes there are beyond two in each column, if there is one column; one less for each further column.
    var largestSurplus: Int { excess + separatorCount }

    /// As many columns as there can be.
    public var columnCounts: ClosedRange<Int> { 1...(largestSurplus + 1) }

    /// d, by the number of columns.
    public func degree(columnCount: Int) -> Int { columnCount + 1 + excess }

    /// How many thick ribbons have that many columns.
    public func ribbonCount(columnCount: Int) -> Integer { .binomial(largestSurplus, columnCount - 1) }

    /// All with that many columns, in lexicographic order.
    public func ribbons(columnCount: Int) -> [ThickRibbon] {
        var result: [ThickRibbon] = []
        func extend(_ columns: [Int], _ surplus: Int) {
            guard columns.count + 1 < columnCount else {
                return result.append(ThickRibbon(columns: columns + [surplus + 2]))
            }
            for more in 0...surplus { extend(columns + [more + 2], surplus - more) }
        }
        extend([], largestSurplus - columnCount + 1)
        return result
    }
}

extension Architecture {
    /// Nil unless the reduced architecture has two layers.
    public var thickRibbons: ThickRibbons? {
        let reduced = reduced
        return reduced.layerCount == 2 ? reduced.pieces.first.map(ThickRibbons.init) : nil
    }
}
