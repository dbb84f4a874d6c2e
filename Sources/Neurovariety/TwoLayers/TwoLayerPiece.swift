/// The condition that two layers put on an end-to-end filter: the s-decomposition `q_1, …, q_s` of the
/// filter has a common factor of degree at least `m` (Corollary 3.3).
///
/// The filter is `w_0, …, w_{K-1}`, split by the residue of the index modulo the stride (Definition 3.1, in
/// the order of the matrices (3.12) and (3.15)): `q_i` has the coefficients `w_{i-1}, w_{i-1+s}, …`. If
/// `k_1 < s`, the forms `q_i` with `i > k_1` have degree `m − 1` and must vanish: they are the linear part,
/// and do not count among the `forms`.
public struct TwoLayerPiece: Hashable, Sendable {
    /// `k_1`.
    public let firstFilterSize: Int
    /// `k_2`.
    public let secondFilterSize: Int
    /// s.
    public let stride: Int
    /// `K = k_1 + s·m`.
    public let endToEndFilterSize: Int

    /// - Precondition: the three numbers are at least 1, and `K` is an `Int`.
    init(firstFilterSize: Int, secondFilterSize: Int, stride: Int) {
        self.firstFilterSize = firstFilterSize
        self.secondFilterSize = secondFilterSize
        self.stride = stride
        self.endToEndFilterSize = firstFilterSize + stride * (secondFilterSize - 1)
    }

    /// `m = k_2 − 1`, the degree that the common factor must reach.
    public var commonFactorDegree: Int { secondFilterSize - 1 }

    /// How many forms `q_i` take part: `min(k_1, s)`.
    public var formCount: Int { min(firstFilterSize, stride) }

    /// `n_i = m + ⌊(k_1 − i)/s⌋` for form number `form = i − 1`; these are `n*` or `n* − 1`.
    public func degree(ofForm form: Int) -> Int {
        commonFactorDegree + (firstFilterSize - 1 - form) / stride
    }

    /// `n*`, the largest degree.
    public var largestDegree: Int { degree(ofForm: 0) }
    /// `n_*`, the smallest degree.
    public var smallestDegree: Int { degree(ofForm: formCount - 1) }

    /// `r`, how many forms have degree `n*`.
    public var topFormCount: Int {
        (firstFilterSize - 1) % stride + 1
    }

    /// The variables of form number `form`, the coefficient of the highest power of x first.
    public func coefficients(ofForm form: Int) -> [Int] {
        (0...degree(ofForm: form)).map { form + stride * $0 }
    }

    /// The variables that vanish on the neurovariety: the coefficients of `q_i` for `k_1 < i ≤ s`.
    public var vanishingVariables: [Int] {
        guard firstFilterSize < stride else { return [] }
        return (0..<endToEndFilterSize).filter { $0 % stride >= firstFilterSize }
    }

    /// `l_1 = n* + n_* − m`.
    public var firstLevel: Int { largestDegree + smallestDegree - commonFactorDegree }

    /// `l_2 = 2n* − m`, where J₂ is needed: if `1 < r < min(k_1, s)` and `m > 0`.
    public var secondLevel: Int? {
        topFormCount > 1 && topFormCount < formCount && commonFactorDegree > 0
            ? 2 * largestDegree - commonFactorDegree : nil
    }

    /// The size of the minors at a level: the rank of `R_l` on the neurovariety is at most `l + 1 − m`.
    public func minorSize(atLevel level: Int) -> Int {
        level + 2 - commonFactorDegree
    }
}

extension TwoLayerPiece: CustomStringConvertible {
    /// `(7,7;3)`.
    public var description: String { "(\(firstFilterSize),\(secondFilterSize);\(stride))" }
}

extension Architecture {
    /// The two-layer pieces into which Algorithm 1 unrolls, for ℓ = 1, …, L − 1: first filter size
    /// `κ_ℓ = 1 + Σ_{p≤ℓ} (k_p − 1)S_p`, stride `S_{ℓ+1}`, all with the same `K`. The neurovariety is the
    /// intersection of theirs (Proposition 3.2). One layer has no pieces.
    public var pieces: [TwoLayerPiece] {
        var firstSize = 1
        var result: [TwoLayerPiece] = []
        for layer in 0..<(layerCount - 1) {
            firstSize += (filterSizes[layer] - 1) * strideProducts[layer]
            let step = strideProducts[layer + 1]
            result.append(
                TwoLayerPiece(
                    firstFilterSize: firstSize,
                    secondFilterSize: (endToEndFilterSize - firstSize) / step + 1,
                    stride: step))
        }
        return result
    }
}
