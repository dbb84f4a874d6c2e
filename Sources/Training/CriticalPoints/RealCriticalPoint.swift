import PlatformBasics

/// A real critical point of the loss on the neurovariety, certified.
public struct RealCriticalPoint: Sendable {
    /// The same point with the radii within which it is certified.
    public let certified: CriticalPoint
    /// The filters of the reduced architecture, all of the same norm; in every one but the last, the entry of
    /// largest absolute value is positive. Numerical.
    public let filters: [[Double]]
    /// w.
    public let filter: [Double]
    /// The sum of squares lies in it, proved for the data as they are stored.
    public let lossInterval: RealInterval
    /// By how many numbers the sum is divided for the mean: outputs times samples; nil where the loss is a distance.
    public let termCount: Int?
    /// The norm of the derivative of the loss by all entries of the filters. Numerical.
    public let gradientNorm: Double
    /// How many eigenvalues of the Hessian in the layers, up to scaling, are negative: 0 for a local minimum.
    public let morseIndex: Int
    /// Whether the Morse index is proved; otherwise it is numerical.
    public let isIndexProved: Bool

    /// The sum of squares, in the middle of the interval.
    public var loss: Double { max(0, lossInterval.midpoint) }
    /// The mean of squares.
    public var meanLoss: Double? { termCount.map { loss / Double($0) } }
    /// The mean of squares lies in it.
    public var meanLossInterval: RealInterval? {
        termCount.map { lossInterval.divided(by: Double($0)) }
    }
    /// Whether it is proved to be a local minimum.
    public var isMinimum: Bool { morseIndex == 0 && isIndexProved }

    /// Nil for a region that is not certified to have a real point.
    init?(_ structure: FilterStructure, _ problem: ScaledProblem, _ region: CertifiedRegion) {
        guard region.isReal == true, let loss = region.loss else { return nil }
        let (filterExponent, lossExponent) = (
            problem.enclosure.filterExponent, problem.enclosure.lossExponent
        )
        certified = CriticalPoint(structure, problem, region)
        lossInterval = loss.scaled(byPowerOfTwo: lossExponent)
        termCount = problem.termCount
        filter = problem.unscaled(region.filter.map(\.center.real))

        let balanced = Self.balanced(structure, region.entries.map(\.center.real))
        // 2^e for w is 2^(e/Σp) for each layer; whole powers are exact.
        let count = structure.powers.reduce(0, +)
        let (whole, rest) = (filterExponent / count, filterExponent % count)
        let factor = pow(2, Double(rest) / Double(count))
        filters = balanced.map { $0.map { $0.scaled(byPowerOfTwo: whole) * factor } }

        let point = balanced.flatMap { $0.map { Complex($0) } }
        let evaluator = GradientEvaluator<Complex>(structure)
        let parameters = problem.parameters
        evaluator.move(to: point)
        evaluator.apply(parameters.matrix, minus: parameters.vector, into: evaluator.residual)
        evaluator.pullBack(evaluator.residual, into: evaluator.gradient)
        let norm =
            (0..<structure.entryCount).reduce(0) { $0 + evaluator.gradient[$1].squaredMagnitude }
            .squareRoot()
        gradientNorm = (2 * norm / factor).scaled(byPowerOfTwo: lossExponent - whole)

        isIndexProved = region.morseIndex != nil
        if let index = region.morseIndex {
            morseIndex = index
        } else {
            // At a critical point the signs are the same in every chart.
            evaluator.formHessian(parameters.matrix)
            let free = Chart(structure, point).free
            let hessian = free.flatMap { row in
                free.map { evaluator.hessian[row * structure.entryCount + $0].real }
            }
            morseIndex = SymmetricEigenvalues.of(hessian, size: free.count).count { $0 < 0 }
        }
    }

    /// Layers with the same product, all of the same norm, with signs as told above.
    private static func balanced(_ structure: FilterStructure, _ point: [Double]) -> [[Double]] {
        var filters = structure.sizes.indices.map { layer in
            Array(point[structure.offsets[layer]..<(structure.offsets[layer] + structure.sizes[layer])])
        }
        let last = filters.count - 1
        let norms = filters.map { ($0.reduce(0) { $0 + $1 * $1 }).squareRoot() }
        for layer in 0..<last {
            let lead = filters[layer].max { abs($0) < abs($1) } ?? 1
            guard lead < 0 else { continue }
            for i in filters[layer].indices { filters[layer][i] = -filters[layer][i] }
            guard !structure.powers[layer].isMultiple(of: 2) else { continue }
            for i in filters[last].indices { filters[last][i] = -filters[last][i] }
        }
        // Roots first: the product could leave the range of numbers.
        let count = Double(structure.powers.reduce(0, +))
        let norm = zip(norms, structure.powers).reduce(1) { $0 * pow($1.0, Double($1.1) / count) }
        if norm > 0 {
            for layer in filters.indices {
                for i in filters[layer].indices { filters[layer][i] *= norm / norms[layer] }
            }
        }
        return filters
    }
}
