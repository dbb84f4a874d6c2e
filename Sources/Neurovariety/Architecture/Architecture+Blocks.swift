/// Consecutive layers that merge in the reduced architecture: those with stride 1 between them.
///
/// Over ℂ a block expresses what one layer of its degree does; over ℝ its filter must be a product of real forms of the
/// degrees of its layers (Kohn, Merkh, Montúfar and Trager, arXiv 2108.01538).
public struct LayerBlock: Hashable, Sendable {
    /// Which layers, from 0, without those of filter size 1; none in a first block that only makes the filter sparse.
    public let layers: [Int]
    /// `k_ℓ − 1` for each of these.
    public let degrees: [Int]
    /// `S_ℓ`, the same for all of them: the filter of the block is a form in `x^{S_ℓ}` and `y^{S_ℓ}`.
    public let step: Int

    /// Of the filter of the block, in powers of its step.
    public var degree: Int { degrees.reduce(0, +) }

    /// How many real roots the filter of the block needs on the projective line, with multiplicity, to be a product of
    /// real layers: one for each layer of odd degree; what remains pairs up.
    public var neededRealRoots: Int { degrees.count { $0 % 2 == 1 } }
}

extension Architecture {
    /// The layers that merge, in order: one block for each layer of ``reduced``.
    public var blocks: [LayerBlock] {
        var blocks: [LayerBlock] = []
        for (layer, size) in filterSizes.enumerated() {
            let step = strideProducts[layer]
            // Layers of size 1 scale; a first one stays where its stride makes the filter sparse.
            if let last = blocks.last, last.step == step {
                guard size > 1 else { continue }
                blocks[blocks.count - 1] = LayerBlock(
                    layers: last.layers + [layer], degrees: last.degrees + [size - 1], step: step)
            } else if size > 1 {
                blocks.append(LayerBlock(layers: [layer], degrees: [size - 1], step: step))
            } else if blocks.isEmpty {
                blocks.append(LayerBlock(layers: [], degrees: [], step: step))
            }
        }
        return blocks
    }

    /// The reduced architecture with the same neurovariety (Definition 2.4 and the observation before it).
    ///
    /// A stride of 1 merges two layers; a later layer of filter size 1 disappears and multiplies its stride
    /// into the one before. A first layer of size 1 with a stride above 1 stays: then the filter is sparse,
    /// and the result is reduced but for that layer.
    public var reduced: Architecture {
        let blocks = blocks
        let steps = blocks.map(\.step)
        return Architecture(
            reducedFilterSizes: blocks.map { $0.degree + 1 },
            strides: zip(steps.dropFirst(), steps).map { $0 / $1 }, steps: steps)
    }
}
