import ExactAlgebra

/// Projects a weight space onto its highest-weight vectors: `Σ_k (−1)^k / (k!·Π_{i≤k}(λ+1+i)) f^k e^k`, the
/// extremal projector of sl₂ (Asherova, Smirnov and Tolstoy), modulo the prime of ``EliminationField``.
struct HighestWeightProjector {
    private let spaces: WeightSpaces
    private let level: Int
    private let coefficients: [UInt32]

    typealias Lanes = EliminationField.Lanes

    init(_ spaces: WeightSpaces, level: Int) {
        self.spaces = spaces
        self.level = level
        let weight = spaces.firstWeight + 2 * level
        let field = EliminationField.field
        var value: UInt64 = 1
        var coefficients: [UInt64] = []
        for k in 0..<(spaces.spaces.count - level) {
            if k > 0 {
                let divisor = field.multiply(UInt64(k), UInt64(weight + 1 + k))
                value = field.subtract(0, field.multiply(value, field.inverse(divisor)))
            }
            coefficients.append(value)
        }
        self.coefficients = coefficients.map { UInt32($0) }
    }

    /// - Parameter vectors: ``WeightSpaces/lanes`` vectors, those of one monomial together.
    func project(_ vectors: [Lanes]) -> [Lanes] {
        var chain = [vectors]
        for next in (level + 1)..<max(spaces.spaces.count, level + 1) {
            chain.append(apply(spaces.spaces[next].raise, to: chain[chain.count - 1]))
        }
        let last = coefficients[chain.count - 1]
        var result = chain[chain.count - 1].map {
            EliminationField.reduceProducts(EliminationField.products($0, last))
        }
        for k in stride(from: chain.count - 2, through: 0, by: -1) {
            result = apply(
                spaces.spaces[level + k].lower, to: result, adding: chain[k], times: coefficients[k])
        }
        return result
    }

    /// The product with a matrix, and to it a multiple of other vectors, if any.
    private func apply(
        _ matrix: WeightSpaces.Gather, to vectors: [Lanes], adding others: [Lanes] = [],
        times factor: UInt32 = 0
    ) -> [Lanes] {
        let rows = matrix.starts.count - 1
        precondition(others.isEmpty || others.count == rows, "vectors of the same space")
        return [Lanes](unsafeUninitializedCapacity: rows) { result, count in
            vectors.withUnsafeBufferPointer { vectors in
                matrix.starts.withUnsafeBufferPointer { starts in
                    matrix.sources.withUnsafeBufferPointer { sources in
                        matrix.factors.withUnsafeBufferPointer { factors in
                            others.withUnsafeBufferPointer { others in
                                for row in 0..<rows {
                                    // At most 8 terms with factors below 2^12, and a product: below 2^57.
                                    var sum =
                                        others.isEmpty
                                        ? EliminationField.WideLanes(repeating: 0)
                                        : EliminationField.products(others[row], factor)
                                    for place in Int(starts[row])..<Int(starts[row + 1]) {
                                        sum &+= EliminationField.products(
                                            vectors[Int(sources[place])], factors[place])
                                    }
                                    result[row] = EliminationField.reduceProducts(sum)
                                }
                            }
                        }
                    }
                }
            }
            count = rows
        }
    }
}
