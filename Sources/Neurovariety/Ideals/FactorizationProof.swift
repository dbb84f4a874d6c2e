import ExactAlgebra

/// A proof that the minors of the resultant matrices vanish on the neurovariety.
///
/// On the neurovariety every form of a two-layer piece factors, `q_i = g·h_i`, with `g` of degree m from the
/// later layers and `h_i` from the earlier ones. Then the rows of `R_l` lie in `g·S_{l−m}`, a space of
/// dimension `l + 1 − m`, so every minor of size `l + 2 − m` vanishes, at every level, and so do the
/// coefficients of the forms of degree `m − 1`. What is checked is the identity `q_i(w(a)) = g·h_i`,
/// exactly, in the polynomial ring of the coefficients of the layers.
public enum FactorizationProof {
    /// The most terms for which the identity is multiplied out.
    static let largestTermCount = 2_000_000

    /// Whether the identity holds for all pieces; nil if it would be too large to multiply out.
    ///
    /// - Complexity: `Π k_ℓ` products for each piece.
    public static func holds(for architecture: Architecture) throws(PolynomialError) -> Bool? {
        var termCount = 1
        for size in architecture.filterSizes {
            let (product, overflow) = termCount.multipliedReportingOverflow(by: size)
            guard !overflow, product <= largestTermCount else { return nil }
            termCount = product
        }
        let coordinates = try Parametrization(architecture).coordinates()
        guard coordinates.count == architecture.endToEndFilterSize else { return false }
        for (index, piece) in architecture.pieces.enumerated() {
            let h = try Parametrization.product(of: 0..<(index + 1), architecture)
            let g = try Parametrization.product(of: (index + 1)..<architecture.layerCount, architecture)
            guard h.count == piece.firstFilterSize, g.count == piece.secondFilterSize else { return false }
            // w_j = Σ g_b h_{j − b·s}: the residue of j modulo s is that of the form and of h.
            for (j, coordinate) in coordinates.enumerated() {
                var terms: [(monomial: Monomial, coefficient: Int)] = []
                for (b, factor) in g.enumerated() where h.indices.contains(j - b * piece.stride) {
                    terms += try factor.multiplied(by: h[j - b * piece.stride]).terms
                }
                guard try Polynomial(terms: terms) == coordinate else { return false }
            }
        }
        return true
    }
}
