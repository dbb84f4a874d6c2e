import ExactAlgebra

/// First guesses of the block filters of a network with a given end-to-end filter: the last block is a common factor of the
/// s-decomposition of its step, and what remains is treated alike; or first the later blocks together.
struct BlockGuesses {
    let blocks: LayerChain
    /// The number of real roots each block should have.
    let neededRealRoots: [Int]

    /// Where a chain of blocks is divided: the later ones together are a common factor of the s-decomposition of their step.
    enum Division {
        case afterFirst
        case beforeLast
        case random
    }

    /// One guess, if every common factor has just the degree of its blocks.
    ///
    /// - Parameter attempt: for other random combinations, and other random divisions.
    func plain(_ filter: [Double], _ division: Division, attempt: Int = 0) -> [Double] {
        var generator = SplitMix(seed: UInt64(attempt))
        func guess(_ filter: [Double], _ range: Range<Int>) -> [[Double]] {
            guard range.count > 1 else { return [filter] }
            let middle =
                switch division {
                case .afterFirst: range.lowerBound + 1
                case .beforeLast: range.upperBound - 1
                case .random: Int.random(in: (range.lowerBound + 1)..<range.upperBound, using: &generator)
                }
            let step = blocks.steps[middle]
            let degree = (middle..<range.upperBound).reduce(0) {
                $0 + (blocks.sizes[$1] - 1) * (blocks.steps[$1] / step)
            }
            // The filter is in powers of the step of its first block.
            let common = ApproximateCommonFactor(
                of: filter, step: step / blocks.steps[range.lowerBound], degree: degree, attempt: attempt)
            return guess(common.rest, range.lowerBound..<middle)
                + guess(common.factor, middle..<range.upperBound)
        }
        return guess(filter, blocks.sizes.indices).flatMap(\.self)
    }

    /// Guesses where some common factor has a higher degree: each choice of its roots is another network.
    ///
    /// - Returns: at most about so many, those first that give real roots to the last blocks.
    func withExcess(_ filter: [Double], atMost limit: Int) -> [[Double]] {
        withExcess(filter, block: blocks.sizes.count - 1, limit: limit).map { $0.flatMap(\.self) }
    }

    private func withExcess(_ filter: [Double], block: Int, limit: Int) -> [[[Double]]] {
        guard block > 0 else { return [[filter]] }
        let (step, degree) = (blocks.steps[block], blocks.sizes[block] - 1)
        var divisions = [ApproximateCommonFactor(of: filter, step: step, degree: degree)]
        // The largest degree that leaves something.
        let largest = (filter.count - 1) / step
        let excess = (degree + 1..<max(largest, degree) + 1).prefix(12).map {
            ApproximateCommonFactor(of: filter, step: step, degree: $0)
        }
        let likely = excess.filter { $0.misfit < 0.1 * divisions[0].misfit }.sorted { $0.misfit < $1.misfit }
        for common in likely.prefix(2) {
            let choices = Self.divisors(of: common.factor, degree: degree, realRoots: neededRealRoots[block])
            divisions += choices.map { ApproximateCommonFactor(dividing: filter, by: $0, step: step) }
        }
        divisions = Array(divisions.prefix(limit))
        let share = limit / divisions.count
        return Array(
            divisions.flatMap { division in
                withExcess(division.rest, block: block - 1, limit: share).map { $0 + [division.factor] }
            }.prefix(limit))
    }

    /// Real divisors of a degree, for several numbers of real roots, the numbers that suffice first.
    static func divisors(of form: [Double], degree: Int, realRoots: Int) -> [[Double]] {
        let roots = RealFormRoots(of: form)
        let numbers = (0...degree).filter {
            $0 <= roots.real.count && (degree - $0).isMultiple(of: 2)
                && (degree - $0) / 2 <= roots.pairs.count
        }
        let suffice = numbers.filter { $0 >= realRoots } + numbers.filter { $0 < realRoots }.reversed()
        return suffice.flatMap { number -> [[Double]] in
            let real = choices(roots.real.map(\.form), count: number, limit: 4)
            let pairs = choices(
                roots.pairs.map(RealFormRoots.form(ofPair:)), count: (degree - number) / 2, limit: 4)
            return real.flatMap { real in
                pairs.map { pairs in
                    (real + pairs).reduce([1]) { product, factor in
                        var product = LayerChain.product(product, factor, step: 1)
                        product.normalize()
                        return product
                    }
                }
            }.prefix(8).map(\.self)
        }
    }

    private static func choices(_ forms: [[Double]], count: Int, limit: Int) -> [[[Double]]] {
        guard count > 0 else { return [[]] }
        guard forms.count >= count, let first = forms.first else { return [] }
        let rest = Array(forms.dropFirst())
        let with = choices(rest, count: count - 1, limit: limit).map { [first] + $0 }
        guard with.count < limit else { return Array(with.prefix(limit)) }
        return with + choices(rest, count: count, limit: limit - with.count)
    }
}
