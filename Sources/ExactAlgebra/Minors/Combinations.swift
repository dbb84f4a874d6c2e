/// Subsets of `{0, …, n−1}` of one size, in lexicographic order, by their place in it.
struct Combinations: Sendable {
    let n: Int
    let size: Int
    let count: Int
    private let binomials: PascalTriangle

    /// - Precondition: the number of subsets is an `Int`.
    init(of n: Int, size: Int) {
        self.n = n
        self.size = size
        binomials = PascalTriangle(upTo: n, size: size)
        count = size <= n ? binomials[n, size] : 0
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
            let block = binomials[n - element - 1, size - result.count - 1]
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
