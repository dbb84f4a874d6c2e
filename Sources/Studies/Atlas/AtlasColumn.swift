/// The columns of the atlas, by their names in CSV, in their order there.
package enum AtlasColumn: String, CaseIterable, Sendable {
    case filterSizes = "filter_sizes"
    case strides
    case endToEndFilterSize = "K"
    case dimension, degree, generators, minimality
    case hNumerator = "h_numerator"
    case isRadical = "J_radical"
    case basis, depth
    case isCohenMacaulay = "cohen_macaulay"
    case regularity
    case extremalBetti = "extremal_betti"
    case arithmeticGenus = "arithmetic_genus"
    case geometricGenus = "geometric_genus"
    case dualDimension = "dual_dimension"
    case dualDegree = "dual_degree"
    case singularCodimension = "singular_codimension"
}
