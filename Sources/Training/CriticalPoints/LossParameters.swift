import ExactAlgebra

/// The parameters of `½ wᵀTw − bᵀw`: a symmetric T and a vector b, complex on the way from one problem to another.
///
/// The gradient is linear in (T, b), and a common factor does not move the critical points: that is why
/// segments between scaled parameters give as many different paths as are wanted.
struct LossParameters: Sendable {
    /// T: K × K entries row after row, or the K entries of its diagonal.
    var matrix: [Complex]
    /// Whether only the diagonal of T is given, and the rest is zero: then a product with T costs K.
    var isDiagonal = false
    /// b.
    var vector: [Complex]

    /// Generic parameters, real and diagonal.
    ///
    /// The quadrics `Σ λ_i w_i²` have no common zero, so a generic one of them meets every stratum of the variety
    /// transversally, and the number of critical points is that for a generic T. As the parameters are real, the
    /// conjugate of a critical point is one too. All entries of filters weigh about the same: otherwise points would be badly
    /// conditioned, and some hardly ever exchanged with others.
    static func random(_ structure: FilterStructure, using generator: inout SplitMix) -> LossParameters {
        random(sizes: filterSizes(structure, using: &generator), using: &generator)
    }

    /// - Parameter sizes: of which the entries of filters are.
    private static func random(sizes: [Double], using generator: inout SplitMix) -> LossParameters {
        LossParameters(
            matrix: sizes.map { Complex(signed(using: &generator) / ($0 * $0)) }, isDiagonal: true,
            vector: sizes.map { Complex(Complex.random(using: &generator).real / $0) })
    }

    /// Of size one.
    private static func signed(using generator: inout SplitMix) -> Double {
        Double.random(in: 0.5...1.5, using: &generator) * (Bool.random(using: &generator) ? 1 : -1)
    }

    /// The root mean squares of the entries of filters w whose layers have random entries of size one.
    private static func filterSizes(_ structure: FilterStructure, using generator: inout SplitMix) -> [Double]
    {
        let count = 20
        var sums = [Double](repeating: 0, count: structure.filterSize)
        for _ in 0..<count {
            let point = (0..<structure.entryCount).map { _ in
                Complex.unit(angle: Double.random(in: 0..<(2 * .pi), using: &generator))
            }
            for (place, value) in structure.filter(of: point).enumerated() {
                sums[place] += value.squaredMagnitude / Double(count)
            }
        }
        // Some are always 0.
        return sums.map { $0 > 0 ? $0.squareRoot() : 1 }
    }

    /// The same with all entries of T.
    var expanded: LossParameters {
        guard isDiagonal else { return self }
        let size = vector.count
        var entries = [Complex](repeating: .zero, count: size * size)
        for i in 0..<size { entries[i * size + i] = matrix[i] }
        return LossParameters(matrix: entries, vector: vector)
    }

    /// Generic parameters for which a random real point is critical, and the point: `b = Tw − v` with a random real v
    /// orthogonal to the tangent space.
    static func randomWithCriticalPoint(
        _ structure: FilterStructure, using generator: inout SplitMix
    ) -> (parameters: LossParameters, point: [Complex]) {
        let size = structure.filterSize
        let sizes = filterSizes(structure, using: &generator)
        var parameters = random(sizes: sizes, using: &generator)
        while true {
            let point = (0..<structure.entryCount).map { _ in Complex(signed(using: &generator)) }
            let evaluator = GradientEvaluator<Complex>(structure)
            let chart = Chart(structure, point)
            evaluator.move(to: chart.point)
            // v = r − D J (JᵀDJ)⁻¹ Jᵀ r with weights D that bring all entries to the same size.
            let random = sizes.map { Complex(Complex.random(using: &generator).real / $0) }
            let scales = sizes.map { Complex(1 / ($0 * $0)) }
            evaluator.residual.update(repeating: .zero, count: size)
            evaluator.formHessian(diagonal: scales)
            evaluator.pullBack(random, into: evaluator.gradient)
            let solver = LinearSolver(size: chart.free.count)
            chart.restrict(evaluator.hessian, to: solver.matrix)
            guard solver.factor() else { continue }
            var weights = chart.free.map { evaluator.gradient[$0] }
            weights.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { solver.solve(base) } }
            var normal = random
            for (weight, entry) in zip(weights, chart.free) {
                for (place, value) in structure.derivative(at: chart.point, entry: entry) {
                    normal[place] -= scales[place] * value * weight
                }
            }
            evaluator.apply(diagonal: parameters.matrix, minus: normal, into: evaluator.residual)
            parameters.vector = (0..<size).map { evaluator.residual[$0] }
            return (parameters, chart.point)
        }
    }
}
