/// Subsets of `{0, …, n−1}` of one size, in lexicographic order, by their place in it.
struct Combinations: Sendable {
    let n: Int
    let size: Int
    let count: Int
    /// `binomials[i][c] = binom(c, i)`.
    private let binomials: [[Int]]

    /// - Precondition: the number of subsets is an `Int`.
    init(of n: Int, size: Int) {
        var table = [[Int]](repeating: [Int](repeating: 0, count: n + 1), count: size + 1)
        table[0] = [Int](repeating: 1, count: n + 1)
        for i in stride(from: 1, through: size, by: 1) {
            for c in stride(from: 1, through: n, by: 1) {
                table[i][c] = table[i][c - 1] + table[i - 1][c - 1]
            }
        }
        self.n = n
        self.size = size
        binomials = table
        count = size <= n ? table[size][n] : 0
    }

    /// The subset number `index`, increasing.
    ///
    /// - Complexity: O(n).
    subscript(index: Int) -> [Int] {
        var rest = index
        var result: [Int] = []
        var element = 0
        while result.count < size {
            // How many subsets continue with this element.
            let block = binomials[size - result.count - 1][n - element - 1]
            if rest < block {
                result.append(element)
            } else {
                rest -= block
            }
            element += 1
        }
        return result
    }
}
