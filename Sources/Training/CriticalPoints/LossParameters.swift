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
    /// conjugate of a critical point is one too.
    static func random(size: Int, using generator: inout SplitMix) -> LossParameters {
        LossParameters(
            matrix: (0..<size).map { _ in Complex(Complex.random(using: &generator).real) }, isDiagonal: true,
            vector: (0..<size).map { _ in Complex(Complex.random(using: &generator).real) })
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
        var parameters = random(size: size, using: &generator)
        while true {
            let point = (0..<structure.entryCount).map { _ in
                Complex(Complex.random(using: &generator).real)
            }
            let evaluator = GradientEvaluator<Complex>(structure)
            let chart = Chart(structure, point)
            evaluator.move(to: chart.point)
            // v = r − J (JᵀJ)⁻¹ Jᵀ r.
            let random = (0..<size).map { _ in Complex(Complex.random(using: &generator).real) }
            let identity = [Complex](repeating: .one, count: size)
            evaluator.residual.update(repeating: .zero, count: size)
            evaluator.formHessian(diagonal: identity)
            evaluator.pullBack(random, into: evaluator.gradient)
            let solver = LinearSolver(size: chart.free.count)
            chart.restrict(evaluator.hessian, to: solver.matrix)
            guard solver.factor() else { continue }
            var weights = chart.free.map { evaluator.gradient[$0] }
            weights.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { solver.solve(base) } }
            var normal = random
            for (weight, entry) in zip(weights, chart.free) {
                for (place, value) in structure.derivative(at: chart.point, entry: entry) {
                    normal[place] -= value * weight
                }
            }
            evaluator.apply(diagonal: parameters.matrix, minus: normal, into: evaluator.residual)
            parameters.vector = (0..<size).map { evaluator.residual[$0] }
            return (parameters, chart.point)
        }
    }
}
