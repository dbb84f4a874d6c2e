/// A partition `λ_1 ≥ λ_2 ≥ … > 0`.
public struct Partition: Hashable, Sendable, CustomStringConvertible {
    /// Without zeros.
    public let parts: [Int]

    /// The partition of 0.
    public static let empty = Partition([])

    /// - Precondition: the parts do not increase, and none is negative; zeros at the end are left out.
    public init(_ parts: [Int]) {
        precondition(zip(parts, parts.dropFirst()).allSatisfy { $0 >= $1 }, "the parts increase")
        precondition(parts.last ?? 0 >= 0, "a part is negative")
        self.parts = Array(parts.prefix { $0 > 0 })
    }

    /// The sum of the parts.
    public var size: Int { parts.reduce(0, +) }

    /// `(2,1)`.
    public var description: String { "(" + parts.map(String.init).joined(separator: ",") + ")" }

    /// The dimension of the irreducible representation `S_λ(ℂ^n)` of `GL_n`, by hooks and contents; 0 if there are more than
    /// n parts.
    public func dimension(ofRank n: Int) -> Integer {
        guard parts.count <= n else { return .zero }
        var (numerator, denominator) = (Integer.one, Integer.one)
        for (row, length) in parts.enumerated() {
            for column in 0..<length {
                numerator.multiply(by: n + column - row)
                let leg = parts[(row + 1)...].prefix { $0 > column }.count
                denominator.multiply(by: length - column + leg)
            }
        }
        return numerator / denominator
    }

    /// The partitions with at most one box more in each row, and the rows that grow, in increasing order.
    ///
    /// - Parameters:
    ///   - count: the most boxes that are added.
    ///   - rows: the most rows that there are then.
    public func verticalStrips(atMost count: Int, rows: Int) -> [(rows: [Int], sum: Partition)] {
        var result: [(rows: [Int], sum: Partition)] = []
        var sum = parts
        var grown: [Int] = []
        func add(from row: Int) {
            guard row < rows, row <= parts.count || grown.last == row - 1, grown.count < count else {
                return result.append((grown, Partition(sum)))
            }
            let length = row < parts.count ? parts[row] : 0
            if row == 0 || sum[row - 1] > length {
                if row == sum.count { sum.append(0) }
                sum[row] += 1
                grown.append(row)
                add(from: row + 1)
                grown.removeLast()
                sum[row] -= 1
                if sum[row] == 0 { sum.removeLast() }
            }
            // Below a row that does not exist there is none.
            if row < parts.count { add(from: row + 1) } else { result.append((grown, Partition(sum))) }
        }
        add(from: 0)
        return result
    }
}
