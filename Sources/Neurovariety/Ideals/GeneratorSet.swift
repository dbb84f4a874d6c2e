/// Which generators of an ideal of the neurovariety.
public enum GeneratorSet: String, CaseIterable, Sendable {
    /// `J = J₀ + J₁ + J₂` exactly as in Corollary 3.7; more layers by Algorithm 1 without radicals
    /// (Remark 3.10).
    case paper
    /// The same ideal with fewer generators: J₂ from the forms of top degree only.
    case lean
    /// 𝔓: the minors of all levels `n_*, …, l_2` (or `l_1`). The prime ideal.
    case levels
    /// 𝔓 with its top level, where that is `l_2`, from the forms of top degree only: the same ideal.
    case leanLevels = "lean-levels"
    /// One minor for each minimal nonface of Δ: generators of 𝔓, and a Gröbner basis.
    case minimal
    /// The reduced Gröbner basis of 𝔓, in graded reverse lexicographic order.
    case reduced
    /// A minimal generating set of J chosen among the generators of `paper` (``TrimmedGenerators``).
    case trimmed
}
