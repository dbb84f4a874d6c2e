/// First guesses of the block filters of a network with a given end-to-end filter: the last block is a common factor of the
/// s-decomposition of its step, and what remains is treated alike.
struct BlockGuesses {
    let blocks: LayerChain
    /// The number of real roots each block should have.
    let neededRealRoots: [Int]

    /// One guess, if every common factor has just the degree of its block.
    func plain(_ filter: [Double], attempt: Int) -> [Double] {
        var rest = filter
        var layers: [[Double]] = []
        for block in blocks.sizes.indices.dropFirst().reversed() {
            let common = ApproximateCommonFactor(
                of: rest, step: blocks.steps[block], degree: blocks.sizes[block] - 1, attempt: attempt)
            layers.append(common.factor)
            rest = common.rest
        }
        return rest + layers.reversed().flatMap(\.self)
    }

    /// The same from the other end: the later blocks together are a common factor of the first step.
    func fromTheFirst(_ filter: [Double]) -> [Double] {
        var rest = filter
        var layers: [[Double]] = []
        for block in blocks.sizes.indices.dropLast() {
            // In powers of the step of this block.
            let (step, next) = (blocks.steps[block], blocks.steps[block + 1])
            let size = blocks.sizes[block]
            let common = ApproximateCommonFactor(of: rest, step: next / step, degree: (rest.count - size) / (next / step))
            layers.append(common.rest)
            rest = common.factor
        }
        return layers.flatMap(\.self) + rest
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
            $0 <= roots.real.count && (degree - $0).isMultiple(of: 2) && (degree - $0) / 2 <= roots.pairs.count
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
