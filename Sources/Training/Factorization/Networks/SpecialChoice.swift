import Neurovariety

/// How often each block above the first takes the root 0, or ∞.
struct SpecialChoice: Sendable {
    let taken: [Int]
    /// What that counts.
    let exponents: [Int]
    /// How often the filter has the root for it: a root of a block is one of the order of its step.
    let used: Int

    /// All choices that count no more than is wanted, for a root of a multiplicity in the filter.
    static func all(_ multiplicity: Int, _ blocks: [LayerBlock], _ measure: RootMeasure) -> [SpecialChoice] {
        var result = [SpecialChoice(taken: [], exponents: [], used: 0)]
        // From the last block down: what is left depends on the blocks above.
        for level in blocks.indices.dropFirst().reversed() {
            let step = blocks[level].step
            result = result.flatMap { choice in
                let left = (multiplicity - choice.used) / step
                return measure.choices(level, of: left, limit: measure.targets[level - 1]).map { count in
                    SpecialChoice(
                        taken: [count] + choice.taken,
                        exponents: [measure.exponent(level, taking: count, of: left)] + choice.exponents,
                        used: choice.used + count * step)
                }
            }
        }
        return result
    }
}
