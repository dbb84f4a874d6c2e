/// Where the neurovariety of an architecture is singular.
///
/// The layers of a filter, up to scaling, are points of a product of projective spaces, and the map from there to the
/// projective neurovariety is finite and birational. It is an isomorphism, and the neurovariety smooth, exactly where no
/// layer has a factor in the variables of the next one. So with the filter sizes k and strides s of the reduced
/// architecture
///
/// `Sing = ∪_{ℓ<L, k_ℓ > s_ℓ} M_{k(ℓ), s}`, `k(ℓ) = (…, k_ℓ − s_ℓ, k_{ℓ+1} + 1, …)`,
///
/// where `M` is the neurovariety of an architecture with the same end-to-end filter size. None of these contains another.
/// The affine cone is singular in 0 too, unless it is a linear space. This is a theorem, proved in `SingularLocus` of this
/// documentation.
public struct SingularLocus: Hashable, Sendable {
    /// As given; only its reduced form matters.
    public let architecture: Architecture
    /// One for each layer with `k_ℓ > s_ℓ` but the last, in this order.
    public let components: [SingularComponent]

    /// Takes no time.
    public init(_ architecture: Architecture) {
        self.architecture = architecture
        let reduced = architecture.reduced
        let top = FactorDegrees(reduced)
        components = reduced.strides.indices.filter { reduced.filterSizes[$0] > reduced.strides[$0] }.map {
            SingularComponent(
                layer: $0, architecture: top.movingFactor(from: $0, to: $0 + 1).architecture,
                branchCount: reduced.filterSizes[$0 + 1])
        }
    }

    /// Whether the neurovariety is smooth but perhaps for 0.
    public var isSmoothAwayFromZero: Bool { components.isEmpty }

    /// Whether the neurovariety is a linear space: the only case in which it is smooth in 0.
    public var isLinear: Bool { architecture.isLinear }

    /// The dimension of the neurovariety less that of the largest component; nil if there are none.
    ///
    /// It is the smallest `s_ℓ − 1`, so the neurovariety is regular in codimension 1 exactly if no component comes from a
    /// stride of 2.
    public var codimension: Int? { components.map { codimension(of: $0) }.min() }

    /// The dimension of the neurovariety less that of a component.
    public func codimension(of component: SingularComponent) -> Int {
        architecture.dimension - component.architecture.dimension
    }
}

/// A component of the singular locus: itself a neurovariety.
public struct SingularComponent: Hashable, Sendable {
    /// The place ℓ, from 0, of the layer of the reduced architecture whose factor moves into the next layer.
    public let layer: Int
    /// k(ℓ) with the strides of the reduced architecture, as the formula gives them: filter size ℓ may be 1.
    public let architecture: Architecture
    /// How many branches the neurovariety has at a general point of the component, all of them smooth: `k_{ℓ+1}`, the
    /// number of factors that can move back. It is the multiplicity there.
    public let branchCount: Int
}

extension Architecture {
    /// Whether the neurovariety is a linear space: at most one layer of the reduced architecture has a filter size above 1.
    public var isLinear: Bool { reduced.filterSizes.count { $0 > 1 } <= 1 }
}
