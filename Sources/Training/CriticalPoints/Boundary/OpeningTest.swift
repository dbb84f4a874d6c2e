/// Tells whether a critical point of a stratum is a local minimum of the loss on all that the layers make.
///
/// So it is, for generic data, if it is a minimum on the stratum, no block has more real roots than it needs, so that multiple ones
/// open into real roots only, and the loss rises where they do. With `w = ℓ^i g` and any other linear form m, the nearby
/// `(ℓ² − εm²)ℓ^{i−2} g` with ε > 0 have two more different real roots; to first order every opening into real roots is a sum of
/// such ones and a move on the stratum. Where a block has more real roots than it needs ε may have either sign, and where a
/// multiple root is not real it may open in all directions: the loss falls in one of them. A slope that cannot be told from 0 decides
/// nothing.
struct OpeningTest {
    private let stratum: RootStratum
    private let structure: FilterStructure
    private let problem: ScaledProblem

    init(_ stratum: RootStratum, _ problem: ScaledProblem) {
        self.stratum = stratum
        structure = stratum.structure
        self.problem = problem
    }

    /// - Parameters:
    ///   - point: real, whose layers exist.
    ///   - realRoots: proved bounds of the numbers of real roots of the blocks, with multiplicity.
    ///   - areBlocksUnique: proved; other blocks of the same filter may have other openings.
    func kind(
        _ point: RealCriticalPoint, _ region: CertifiedRegion, realRoots: [ClosedRange<Int>],
        areBlocksUnique: Bool
    ) -> (isMinimum: Bool, isProved: Bool) {
        guard point.morseIndex == 0 else { return (false, point.isIndexProved) }
        var isProved = point.isIndexProved
        for (index, factor) in stratum.factors.enumerated() where factor.power > 1 {
            guard let block = factor.block else { continue }
            let needed = stratum.architecture.blocks[block].neededRealRoots
            let form = entries(of: index, region)
            let roots = RealFormRoots(of: form.map(\.center.real))
            // For generic data; nothing is proved.
            guard roots.pairs.isEmpty else { return (false, false) }
            if realRoots[block].upperBound > needed { isProved = false }
            for root in roots.real.indices {
                let slope = slope(region, index, form, roots, root)
                let isSure = factor.degree == 1 && slope.excludesZero
                // Whatever its sign where both openings are made by layers.
                let isFall = slope.center.real > 0 || realRoots[block].lowerBound > needed
                if slope.excludesZero, isFall { return (false, isSure) }
                isProved = isProved && isSure
            }
        }
        return (true, isProved && areBlocksUnique)
    }

    private func entries(of factor: Int, _ region: CertifiedRegion) -> [Disc] {
        let start = structure.offsets[factor]
        return Array(region.entries[start..<(start + structure.sizes[factor])])
    }

    /// Half the derivative of the loss in the direction `w m²/ℓ²`, negative if real openings raise the loss.
    ///
    /// Enclosed for a single root; for others the root is numerical.
    private func slope(
        _ region: CertifiedRegion, _ factor: Int, _ form: [Disc], _ roots: RealFormRoots, _ root: Int
    ) -> Disc {
        var rest = [Disc.one]
        var linear = form
        if form.count > 2 {
            linear = roots.real[root].form.map { Disc(Complex($0)) }
            let others = roots.real.indices.filter { $0 != root }.reduce([1.0]) {
                LayerChain.product($0, roots.real[$1].form, step: 1)
            }
            // The product of all has another scale than the form.
            let product = LayerChain.product(others, roots.real[root].form, step: 1)
            let lead = product.indices.max { abs(product[$0]) < abs(product[$1]) } ?? 0
            let scale = form[lead].center.real / product[lead]
            rest = others.map { Disc(Complex($0 * scale)) }
        }
        // Another linear form: the orthogonal one.
        let other = [Disc(-linear[1].center), Disc(linear[0].center)]
        let power = stratum.factors[factor].power
        var direction = [Disc.one]
        func multiply(by form: [Disc], times count: Int, step: Int) {
            for _ in 0..<count { direction = Self.product(direction, form, step: step) }
        }
        let step = stratum.factors[factor].step
        multiply(by: rest, times: power, step: step)
        multiply(by: linear, times: power - 2, step: step)
        multiply(by: other, times: 2, step: step)
        for (index, other) in stratum.factors.enumerated() where index != factor {
            multiply(by: entries(of: index, region), times: other.power, step: other.step)
        }
        let size = structure.filterSize
        var sum = Disc.zero
        for (i, value) in direction.enumerated() {
            var residual = Disc.zero - problem.enclosure.vector[i].disc
            for j in 0..<size { residual += problem.enclosure.matrix[i * size + j].disc * region.filter[j] }
            sum += residual * value
        }
        return sum
    }

    private static func product(_ left: [Disc], _ right: [Disc], step: Int) -> [Disc] {
        var result = [Disc](repeating: .zero, count: left.count + (right.count - 1) * step)
        for (j, b) in right.enumerated() {
            for (i, a) in left.enumerated() { result[i + j * step] += a * b }
        }
        return result
    }
}
