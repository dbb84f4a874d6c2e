import ExactAlgebra

/// The file formats for generators of an ideal.
public enum IdealFormat: String, CaseIterable, Sendable {
    /// One generator a line, with headings that start with `#`.
    case text
    /// A Macaulay2 file that defines the ring `R` and the ideal.
    case m2
    /// A Singular file that defines the ring `R` and the ideal.
    case singular
    /// A list of polynomials as msolve prints it, which Macaulay2's engine reads since 1.23.
    case msolve
    /// An `align*` environment.
    case latex
    /// Coefficient and variables of each term.
    case json

    var syntax: PolynomialSyntax {
        switch self {
        case .text, .m2: return .indexed
        case .singular: return .singular
        case .msolve: return .msolve
        case .latex: return .latex
        case .json: return .json
        }
    }
}
