/// The span over ``EliminationField`` of polynomials of one degree, grown one polynomial at a time.
///
/// Columns are the monomials that occur, in the order in which they come.
public struct PolynomialSpan: Sendable {
    private var places: [Monomial: Int] = [:]
    private var echelon = EchelonForm(columnCount: 0)

    /// The zero space.
    public init() {}

    /// At most the dimension over ℚ.
    public var dimension: Int { echelon.rank }

    /// Adds the product of a polynomial and a monomial; returns whether the span grew.
    public mutating func insert(_ polynomial: Polynomial, times monomial: Monomial = .one) -> Bool {
        let row = polynomial.terms.map { term -> (column: Int, value: Int) in
            let next = places.count
            let column = places[term.monomial * monomial, default: next]
            if column == next { places[term.monomial * monomial] = next }
            return (column, term.coefficient)
        }
        return echelon.insert(row)
    }
}
