import ExactAlgebra

/// Projects a weight space onto its highest-weight vectors: `Σ_k (−1)^k / (k!·Π_{i≤k}(λ+1+i)) f^k e^k`, the
/// extremal projector of sl₂ (Asherova, Smirnov and Tolstoy), modulo the prime of ``EliminationField``.
struct HighestWeightProjector {
    private let spaces: WeightSpaces
    private let level: Int
    private let coefficients: [UInt64]

    typealias Lanes = SIMD8<UInt64>

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
        self.coefficients = coefficients
    }

    /// - Parameter vectors: ``WeightSpaces/lanes`` vectors, those of one monomial together.
    func project(_ vectors: [Lanes]) -> [Lanes] {
        var chain = [vectors]
        for next in (level + 1)..<max(spaces.spaces.count, level + 1) {
            chain.append(apply(spaces.spaces[next].raise, to: chain[chain.count - 1]))
        }
        var result = scaled(chain[chain.count - 1], by: coefficients[chain.count - 1])
        for k in stride(from: chain.count - 2, through: 0, by: -1) {
            let lowered = apply(spaces.spaces[level + k].lower, to: result)
            let own = chain[k]
            let factor = Lanes(repeating: coefficients[k])
            result = own.indices.map { EliminationField.reduceProducts(own[$0] &* factor &+ lowered[$0]) }
        }
        return result
    }

    private func scaled(_ vectors: [Lanes], by factor: UInt64) -> [Lanes] {
        vectors.map { EliminationField.reduceProducts($0 &* Lanes(repeating: factor)) }
    }

    private func apply(_ matrix: WeightSpaces.Gather, to vectors: [Lanes]) -> [Lanes] {
        let rows = matrix.starts.count - 1
        return [Lanes](unsafeUninitializedCapacity: rows) { result, count in
            vectors.withUnsafeBufferPointer { vectors in
                matrix.starts.withUnsafeBufferPointer { starts in
                    matrix.sources.withUnsafeBufferPointer { sources in
                        matrix.factors.withUnsafeBufferPointer { factors in
                            for row in 0..<rows {
                                // At most 8 terms with factors below 2^12: no overflow.
                                var sum = Lanes(repeating: 0)
                                for place in Int(starts[row])..<Int(starts[row + 1]) {
                                    sum &+=
                                        vectors[Int(sources[place])]
                                        &* Lanes(repeating: UInt64(factors[place]))
                                }
                                result[row] = EliminationField.reduceProducts(sum)
                            }
                        }
                    }
                }
            }
            count = rows
        }
    }
}
