import PlatformBasics

/// The rank to working precision of a positive semidefinite matrix that is not regular, and its condition.
public struct NumericalRank: Hashable, Sendable {
    /// Of the matrix.
    public let size: Int
    /// How many pivots are beyond rounding, less than all.
    public let rank: Int
    /// A lower estimate, by the pivots.
    public let condition: Double
    /// The square root of the ratio of the largest to the smallest entry of the diagonal: how far units differ.
    public let scaleRatio: Double

    /// - Parameter matrix: of which ``Cholesky`` has found a pivot within rounding.
    /// - Complexity: size³/3 multiplications.
    init(_ matrix: [Double], size: Int) {
        var rest = matrix
        var order = Array(0..<size)
        let diagonal = (0..<size).map { matrix[$0 * size + $0] }
        let (largest, smallest) = (diagonal.max() ?? 0, diagonal.min() ?? 0)
        var (rank, last) = (0, largest)
        let limit = Cholesky.limit(largest: largest, size: size)
        // Outer products, the largest pivot first.
        while let place = (rank..<size).max(by: {
            rest[order[$0] * size + order[$0]] < rest[order[$1] * size + order[$1]]
        }) {
            let pivot = rest[order[place] * size + order[place]]
            last = max(pivot, largest * .ulpOfOne)
            guard pivot > limit else { break }
            order.swapAt(rank, place)
            let p = order[rank]
            for i in order[(rank + 1)...] {
                let factor = rest[i * size + p] / pivot
                for j in order[(rank + 1)...] { rest[i * size + j] -= factor * rest[p * size + j] }
            }
            rank += 1
        }
        // In the other order of pivots one was within rounding.
        (self.size, self.rank) = (size, min(rank, size - 1))
        condition = last > 0 ? largest / last : .infinity
        scaleRatio = smallest > 0 ? (largest / smallest).squareRoot() : 1
    }
}

extension NumericalRank: CustomStringConvertible {
    /// `rank 3 of 4 (condition at least 10^15)`.
    public var description: String {
        func power(_ value: Double) -> String {
            value.isFinite ? "10^\(Int(log10(value).rounded(.down)))" : "infinite"
        }
        return "rank \(rank) of \(size) (condition "
            + (condition.isFinite ? "at least \(power(condition))" : "infinite")
            + (scaleRatio >= 1e4 ? "; the units of columns of X differ by \(power(scaleRatio))" : "") + ")"
    }
}
