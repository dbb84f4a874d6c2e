import ExactAlgebra

/// The degrees of the layers over a fixed list of strides, all of them at least 2, some perhaps 0: a neurovariety among
/// those with the same strides and the same end-to-end filter size.
///
/// A general filter of it has a largest divisor in `ℂ[x^{S_ℓ}, y^{S_ℓ}]` for each ℓ, of degree `S_ℓ·d_ℓ`,
/// `d_ℓ = n_ℓ + s_ℓ·d_{ℓ+1}`. These numbers tell neurovarieties apart, and which contains which.
struct FactorDegrees: Hashable, Sendable {
    /// `n_ℓ`, the degree of layer ℓ in powers of its step.
    private(set) var layers: [Int]
    private let strides: [Int]
    private let steps: [Int]

    /// Of an architecture whose strides are at least 2.
    init(_ architecture: Architecture) {
        layers = architecture.filterSizes.map { $0 - 1 }
        strides = architecture.strides
        steps = architecture.strideProducts
    }

    /// With the strides as they are; filter sizes may be 1.
    var architecture: Architecture {
        Architecture(reducedFilterSizes: layers.map { $0 + 1 }, strides: strides, steps: steps)
    }

    /// `d_ℓ` for each layer.
    var divisorDegrees: [Int] {
        var degrees = layers
        for layer in strides.indices.reversed() { degrees[layer] += strides[layer] * degrees[layer + 1] }
        return degrees
    }

    /// A factor of degree 1 of the later layer is one of the earlier layer no more, where it had degree `S_later/S_earlier`.
    func movingFactor(from layer: Int, to later: Int) -> FactorDegrees {
        var result = self
        result.layers[layer] -= steps[later] / steps[layer]
        result.layers[later] += 1
        return result
    }

    /// The components of the singular locus: factors move from a layer to the next one that is not constant.
    var singularLocus: [FactorDegrees] {
        let present = layers.indices.filter { layers[$0] > 0 }
        return zip(present, present.dropFirst()).filter { layers[$0] >= steps[$1] / steps[$0] }
            .map { movingFactor(from: $0, to: $1) }
    }

    /// Whether a neurovariety contains another, from their ``divisorDegrees``.
    static func contains(_ degrees: [Int], _ others: [Int]) -> Bool {
        zip(degrees, others).allSatisfy { $0 <= $1 }
    }

    /// In how many ways a general filter of another neurovariety has layers of these degrees: the multiplicity of this
    /// neurovariety there, in characteristic 0; 0 if it does not contain the other.
    ///
    /// From the last layer down: among so many factors some are chosen for the layer, and each of the rest is a product of
    /// `s` factors for the layer before.
    func factorizationCount(of other: FactorDegrees) -> Integer {
        var count = Integer.one
        for (layer, rest) in zip(divisorDegrees, other.divisorDegrees).map({ $1 - $0 }).enumerated() {
            guard rest >= 0 else { return .zero }
            count = count * Integer.binomial(layers[layer] + rest, rest)
        }
        return count
    }
}
