/// The Gaussian binomial coefficient `[a + b choose a]_q`: the coefficient of `q^n` is the number of partitions of n in a box of
/// a rows and b columns.
///
/// `q^{−ab/2}·[a + b choose a]_q`, q the square of the weight, is the character of the representation
/// `Sym^a(S_b) ≅ Sym^b(S_a) ≅ Λ^a(S_{a+b−1})` of `SL_2`, where `S_n` are the binary forms of degree n.
public struct GaussianBinomial: Sendable {
    /// Up to `q^{⌊ab/2⌋}`; the other ones are the same in reversed order.
    public let lowerHalf: [Integer]
    /// `a·b`.
    public let degree: Int

    /// - Precondition: a and b are not negative.
    /// - Complexity: `min(a, b)·ab` additions.
    public init(rows a: Int, columns b: Int) {
        precondition(a >= 0 && b >= 0, "a box has no negative sides")
        degree = a * b
        var coefficients = [Integer](repeating: .zero, count: degree / 2 + 1)
        coefficients[0] = .one
        let (short, long) = (min(a, b), max(a, b))
        for i in stride(from: 1, through: short, by: 1) {
            // Times (1 − q^{long+i})/(1 − q^i).
            for n in stride(from: coefficients.count - 1, through: long + i, by: -1) {
                coefficients[n] -= coefficients[n - long - i]
            }
            for n in stride(from: i, to: coefficients.count, by: 1) { coefficients[n] += coefficients[n - i] }
        }
        lowerHalf = coefficients
    }

    /// The irreducible representations of `SL_2`, by decreasing highest weight k: the binary forms of degree k, so many times.
    public var modules: [(highestWeight: Int, multiplicity: Integer)] {
        lowerHalf.indices.compactMap { n in
            let multiplicity = n == 0 ? lowerHalf[0] : lowerHalf[n] - lowerHalf[n - 1]
            return multiplicity.signum > 0 ? (degree - 2 * n, multiplicity) : nil
        }
    }
}
