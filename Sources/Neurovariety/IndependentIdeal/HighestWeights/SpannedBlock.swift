import ExactAlgebra

/// A block of the multigrading: its monomials, which of them are known to be leading monomials of I, and the dimension
/// of I in it.
struct SpannedBlock: Sendable {
    let monomials: [Monomial]
    /// For each monomial whether a leading monomial of lower degree divides it.
    let isReducible: [Bool]
    let reducibleCount: Int
    /// Of I.
    let dimension: Int

    init(_ monomials: [Monomial], dimension: Int, isReducible: (Monomial) -> Bool) {
        self.monomials = monomials
        self.dimension = dimension
        self.isReducible = monomials.map(isReducible)
        reducibleCount = self.isReducible.count { $0 }
    }

    /// Whether there are leading monomials that no leading monomial of lower degree divides. Where there are none, all
    /// of the leading monomials are known without a basis.
    var hasNewElements: Bool { reducibleCount < dimension }

    /// The leading monomials that are known.
    var reducible: [Monomial] { zip(monomials, isReducible).filter(\.1).map(\.0) }

    /// The elements of the reduced Gröbner basis in this block: the leading monomial comes first, with coefficient 1, and
    /// no other leading monomial occurs.
    ///
    /// Reducible monomials are leading monomials, so the elements are the combinations of a basis without reducible
    /// monomials, in reduced echelon form. The combinations are a kernel of the few columns of those monomials, so that
    /// the long rows need not be eliminated.
    ///
    /// - Parameter rows: a basis of the part of I here, modulo the prime of ``EliminationField``.
    /// - Complexity: `rows²·reducibleCount`, and `rows·monomials` for each element.
    func newElements(_ rows: [[UInt32]]) -> [BlockElement] {
        var columns = EchelonForm(columnCount: rows.count)
        columns.insert(
            dense: isReducible.indices.filter { isReducible[$0] }.map { place in rows.map { $0[place] } })
        let combinations = rows.indices.filter { !columns.isPivot($0) }.map { columns.kernelVector($0) }
        // Largest monomial first, so that pivots are leading monomials.
        let order = monomials.indices.filter { !isReducible[$0] }.sorted { monomials[$0] > monomials[$1] }
        var echelon = EchelonForm(columnCount: order.count)
        echelon.insert(
            dense: combinations.map { weights in
                let sum = Self.combination(rows, weights)
                return order.map { sum[$0] }
            })
        return order.indices.filter { echelon.isPivot($0) }.map { pivot in
            let row = echelon.reducedRow(pivot: pivot)
            let places = order.indices.filter { row[$0] != 0 }
            return BlockElement(
                monomials: places.map { monomials[order[$0]] }, coefficients: places.map { row[$0] })
        }
    }

    private static func combination(_ rows: [[UInt32]], _ weights: [UInt32]) -> [UInt32] {
        var sums = [UInt64](repeating: 0, count: rows[0].count)
        var products = 0
        for (row, weight) in zip(rows, weights) where weight != 0 {
            if products == EliminationField.productsPerReduction {
                for place in sums.indices { sums[place] %= EliminationField.modulus }
                products = 0
            }
            products += 1
            for place in sums.indices { sums[place] &+= UInt64(weight) &* UInt64(row[place]) }
        }
        return sums.map { UInt32($0 % EliminationField.modulus) }
    }
}
