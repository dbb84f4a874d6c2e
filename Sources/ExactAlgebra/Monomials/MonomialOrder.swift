/// In which order polynomials are written. The first variable is the largest.
public enum MonomialOrder: String, CaseIterable, Sendable {
    /// Graded reverse lexicographic.
    case grevlex
    /// Lexicographic.
    case lex
    /// Graded lexicographic; terms of a homogeneous polynomial stand as with ``lex``.
    case glex
}
