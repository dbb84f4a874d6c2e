import ExactAlgebra

extension Architecture {
    /// The reduced architecture with the same neurovariety (Definition 2.4 and the observation before it).
    ///
    /// A stride of 1 merges two layers; a later layer of filter size 1 disappears and multiplies its stride
    /// into the one before. A first layer of size 1 with a stride above 1 stays: then the filter is sparse,
    /// and the result is reduced but for that layer.
    public var reduced: Architecture {
        // A layer with its step S_ℓ; equal steps are the layers that merge.
        var lengths: [Int] = []
        var steps: [Int] = []
        for (size, step) in zip(filterSizes, strideProducts) {
            if let last = steps.last, last == step {
                lengths[lengths.count - 1] += size - 1
            } else if steps.isEmpty || size > 1 {
                lengths.append(size - 1)
                steps.append(step)
            }
        }
        let strides = zip(steps.dropFirst(), steps).map { $0 / $1 }
        return Architecture(reducedFilterSizes: lengths.map { $0 + 1 }, strides: strides, steps: steps)
    }

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
