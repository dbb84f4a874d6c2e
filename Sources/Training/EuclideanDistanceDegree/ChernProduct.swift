import ExactAlgebra

/// The polynomial `Π_j Σ_{i=0}^{n_j} binom(n_j + 1, i) x^i/(n_j − i)!` of formula (4.9), modulo a prime.
///
/// The factor is what `c(P^n) = (1 + h)^{n+1}` contributes, and `1/(n − i)!` what is left of a multinomial coefficient, which
/// counts the arrangements of the hyperplanes that remain.
struct ChernProduct {
    private let field: PrimeField
    /// 0!, 1!, …, and their inverses.
    private var factorials: [UInt64] = [1]
    private var inverses: [UInt64]
    /// That of `x^0` first.
    private(set) var coefficients: [UInt64] = [1]

    /// - Parameter dimensions: the numbers `n_j`.
    /// - Complexity: `Σ_j n_j·(n_1 + … + n_j)` products modulo the prime.
    init(_ dimensions: [Int], modulo field: PrimeField) {
        self.field = field
        let top = dimensions.reduce(1, +)
        for i in 1...top { factorials.append(field.multiply(factorials[i - 1], UInt64(i))) }
        inverses = [field.inverse(factorials[top])]
        for i in (1...top).reversed() { inverses.append(field.multiply(inverses[top - i], UInt64(i))) }
        inverses.reverse()
        for n in dimensions {
            let factor = (0...n).map { i in
                // (n + 1)!/(i!·(n + 1 − i)!·(n − i)!)
                [inverses[i], inverses[n + 1 - i], inverses[n - i]].reduce(factorials[n + 1], field.multiply)
            }
            coefficients = field.product(coefficients, factor)
        }
    }

    /// `i!`, for i up to the degree.
    func factorial(_ i: Int) -> UInt64 { factorials[i] }
}
