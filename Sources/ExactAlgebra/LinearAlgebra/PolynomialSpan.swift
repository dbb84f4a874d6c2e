/// The span, modulo 2²⁸ − 57, of polynomials of one degree, grown one polynomial at a time.
///
/// Columns are the monomials that occur, in the order in which they come.
public struct PolynomialSpan: Sendable {
    private var places: [[UInt16]: Int] = [:]
    private var echelon = EchelonForm(columnCount: 0)

    public init() {}

    public var dimension: Int { echelon.rank }

    /// Adds the product of a polynomial and a monomial (its variables in any order); returns whether the span
    /// grew.
    public mutating func insert(_ polynomial: Polynomial, times monomial: [UInt16] = []) -> Bool {
        let row = polynomial.coefficients.indices.map { term -> (column: Int, value: Int) in
            let product =
                monomial.isEmpty
                ? Array(polynomial.monomial(term)) : (polynomial.monomial(term) + monomial).sorted(by: >)
            let next = places.count
            let column = places[product, default: next]
            if column == next { places[product] = next }
            return (column, polynomial.coefficients[term])
        }
        return echelon.insert(row)
    }
}
