import ExactAlgebra

/// The genera of a general curve section of a neurovariety: by as many general hyperplanes as leave a curve.
///
/// They differ where that curve has singular points, that is, where the neurovariety is singular in codimension 1.
public struct SectionalGenera: Sendable, Hashable {
    /// Of the Hilbert polynomial: `Σ (i − 1)h_i + 1` for the numerator `Σ h_i z^i` of the Hilbert series.
    public let arithmetic: Integer
    /// Of the normalization of the curve, in characteristic 0. That is a smooth curve in the product of projective spaces
    /// `P^{n_j}`, `n_j = k_j − 1`, of the reduced architecture, which the parametrization maps finitely and birationally onto the
    /// neurovariety: the intersection of the inverse images of the hyperplanes (Bertini). With `N = Σ n_j`, adjunction gives
    /// `2g − 2 = degree·(N(N−2) − Σ n_j²)/N`.
    public let geometric: Integer

    package init(arithmetic: Integer, geometric: Integer) {
        (self.arithmetic, self.geometric) = (arithmetic, geometric)
    }

    /// Nil if the neurovariety is a point of projective space: then there are no curves.
    public init?(_ architecture: Architecture, numerator: [Integer]) {
        let dimensions = architecture.reduced.filterSizes.map { $0 - 1 }
        let all = dimensions.reduce(0, +)
        guard all > 0 else { return nil }
        arithmetic = numerator.enumerated().reduce(.one) { $0 + Integer($1.offset - 1) * $1.element }
        let squares = dimensions.reduce(Integer.zero) { $0 + Integer($1) * Integer($1) }
        let canonicalDegree =
            architecture.degree * (Integer(all) * Integer(all - 2) - squares) / Integer(all)
        geometric = canonicalDegree / 2 + 1
    }
}
