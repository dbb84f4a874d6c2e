/// Which generators of an ideal of the neurovariety.
public enum GeneratorSet: String, CaseIterable, Sendable {
    /// `J = J₀ + J₁ + J₂` exactly as in Corollary 3.7; more layers by Algorithm 1 without radicals
    /// (Remark 3.10).
    case paper
    /// The same ideal with fewer generators: J₂ from the forms of top degree only.
    case lean
    /// The minors of all levels `n_*, …, l_2` (or `l_1`): they generate the prime ideal I.
    case levels
    /// The same, the top level, where that is `l_2`, from the forms of top degree only: I too.
    case leanLevels = "lean-levels"
    /// One minor for each minimal nonface of Δ: generators of I, and a Gröbner basis.
    case minimal
    /// The reduced Gröbner basis of I, in graded reverse lexicographic order.
    case reduced
    /// A minimal generating set of J chosen among the generators of `paper` (``TrimmedGenerators``).
    case trimmed

    /// Whether they generate the prime ideal I; otherwise J, whose radical I is.
    public var generatesPrimeIdeal: Bool {
        switch self {
        case .levels, .leanLevels, .minimal, .reduced: return true
        case .paper, .lean, .trimmed: return false
        }
    }
}
