/// Binomial coefficients as machine integers, for counting subsets.
struct PascalTriangle: Sendable {
    private let width: Int
    private let entries: [Int]

    /// All `binom(c, i)` for `c ≤ n`, `i ≤ size`.
    ///
    /// - Precondition: they fit in an `Int`.
    /// - Complexity: O(n·size).
    init(upTo n: Int, size: Int) {
        width = n + 1
        var entries = [Int](repeating: 0, count: width * (size + 1))
        for c in 0...n { entries[c] = 1 }
        for i in stride(from: 1, through: size, by: 1) {
            for c in stride(from: 1, through: n, by: 1) {
                entries[i * width + c] = entries[i * width + c - 1] + entries[(i - 1) * width + c - 1]
            }
        }
        self.entries = entries
    }

    /// `binom(c, i)`; zero for `i > c`.
    subscript(c: Int, i: Int) -> Int { entries[i * width + c] }
}
