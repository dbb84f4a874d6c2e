import ExactAlgebra

/// A block of the multigrading and a basis of the part of I in it, modulo the prime of ``EliminationField``.
struct SpannedBlock: Sendable {
    let monomials: [Monomial]
    let rows: [[UInt32]]

    /// The leading monomials of all elements, and the elements of the reduced echelon form whose leading monomial is
    /// asked for: it comes first, with coefficient 1, and no other leading monomial occurs.
    ///
    /// - Complexity: `rows² · monomials`.
    func reduced(where isWanted: (Monomial) -> Bool) -> (leading: [Monomial], elements: [BlockElement]) {
        // Largest monomial first, so that pivots are leading monomials.
        let order = monomials.indices.sorted { monomials[$0] > monomials[$1] }
        var echelon = EchelonForm(columnCount: monomials.count)
        echelon.insert(dense: rows.map { row in order.map { row[$0] } })
        let pivots = order.indices.filter { echelon.isPivot($0) }
        let elements = pivots.filter { isWanted(monomials[order[$0]]) }.map { pivot in
            let row = echelon.reducedRow(pivot: pivot)
            let places = order.indices.filter { row[$0] != 0 }
            return BlockElement(
                monomials: places.map { monomials[order[$0]] }, coefficients: places.map { row[$0] })
        }
        return (pivots.map { monomials[order[$0]] }, elements)
    }
}
