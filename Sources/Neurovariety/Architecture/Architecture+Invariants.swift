import ExactAlgebra

extension Architecture {
    /// The dimension of the neurovariety as an affine cone, `Σ k_ℓ − (L − 1)`.
    public var dimension: Int {
        filterSizes.reduce(0) { $0 + $1 - 1 } + 1
    }

    /// `K` less the dimension.
    public var codimension: Int {
        endToEndFilterSize - dimension
    }

    /// The degree of the neurovariety: `(Σ(k_ℓ−1))! / Π (k_ℓ−1)!` of the reduced architecture, the degree of
    /// the Segre variety that projects birationally onto it.
    public var degree: Integer {
        Integer.multinomial(reduced.filterSizes.map { $0 - 1 })
    }

    /// Whether the neurovariety is the whole ambient space.
    public var isWholeSpace: Bool { codimension == 0 }
}
