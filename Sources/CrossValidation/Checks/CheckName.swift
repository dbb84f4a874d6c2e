/// Which statement is checked. The raw values stand in JSON and in files of results, and stay what they are.
public enum CheckName: String, CaseIterable, Sendable, Hashable, Codable {
    /// The nonzero generators of J₀, J₁ and J₂, one by one and up to sign.
    case minorsJ0, minorsJ1, minorsJ2
    /// J ⊆ I.
    case jInI
    /// I ⊆ √J.
    case iInRadicalJ
    /// J : w_(K−1)^∞ = I.
    case saturationOfJ
    /// The codimensions of I and J.
    case codimensionI, codimensionJ
    /// J = I.
    case jIsRadical
    /// lean J = J.
    case leanEqualsJ
    /// The minors of all levels generate I.
    case levelsEqualI
    /// The minors of the minimal nonfaces generate I.
    case nonfacesGenerateI
    /// How many minimal generators I has.
    case minimalGenerators
    /// Macaulay2's generators of I reduce to 0 by the native Gröbner basis.
    case kernelNormalForms
    /// The leading monomials of the Gröbner basis.
    case initialIdeal
    /// The numerator of the Hilbert series of I.
    case hilbertNumerator
    /// How many critical points a random training problem has, counted in Macaulay2.
    case criticalPoints
    /// Macaulay2's radical of J is I.
    case radicalOfJ

    /// Among native engines: the certificate of the Gröbner basis.
    case certificate
    /// The minimal generators by linear algebra and by highest-weight vectors.
    case linearAlgebra, highestWeights
    /// How many critical points path tracking finds and certifies.
    case criticalPointsFound

    /// The polynomials that the paper prints generate I.
    case printedGenerateI
    /// How many minors the paper counts in J₁.
    case minorCounts
    /// J₁ alone also vanishes on a linear space.
    case firstIdealVanishesToo

    /// Stands for all checks where the native results are out of reach.
    case native
}
