/// What Taylor's formula at the center of a cell tells about f in the closed cell.
///
/// With h half of the width, `τ_j = |f^(j)(c)|·h^j/j!` for j up to the order J and `R ≥ |f^(J+1)|·h^(J+1)/(J + 1)!`
/// in the cell, f is not 0 in it if `τ_0 > τ_1 + … + τ_J + R`, and monotone if
/// `τ_1 > 2τ_2 + … + J·τ_J + (J + 1)·R`. R is found from the absolute values of the coefficients; so the order has
/// to be about the number of roots that are near to each other.
enum CellFinding: Hashable, Sendable {
    case rootFree
    /// The derivative has no zero.
    case monotone
    /// Neither is shown, and it is the width of the cell that stands in the way.
    ///
    /// - Parameter centerSign: of f at the center; nil if it is not known. Never 0.
    case wide(centerSign: Int?)
    /// More precision is needed: the errors are more than a quarter of `τ_2 + … + τ_J + R`.
    case imprecise
    /// A higher order is needed: R is more than a quarter of `τ_2 + … + τ_J`, and falls fast with the
    /// order.
    case truncated
}
