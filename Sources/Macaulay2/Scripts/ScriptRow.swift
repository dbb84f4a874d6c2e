/// A row of the script of ``Approach/compare``: what is computed, timed and checked. In the order in which they come:
/// what is cheap and tells much before what takes long.
public enum ScriptRow: String, CaseIterable, Sendable {
    /// The prime ideal by one minor for each minimal nonface, and the proof that it is prime.
    case prime
    /// The minors of all levels, and that they generate it.
    case levels
    /// J with fewer generators.
    case lean
    /// J as the paper computes it, with the strategy that is asked for, and that it is contained in the prime ideal.
    case ideal = "J"
    /// Whether J is radical, lean J the same, and the radical of J the prime ideal.
    case radicality
    /// Macaulay2's own radical of J.
    case radical
    /// The kernel with degrees that make the map homogeneous, and that it is the prime ideal.
    case gradedKernel = "graded-kernel"
    /// The kernel between plain rings.
    case kernel

    /// All but Macaulay2's own radical, which is slow and not always right.
    public static let usual = allCases.filter { $0 != .radical }
}
