import ExactAlgebra

/// The parameters of `½ wᵀTw − bᵀw`: a symmetric T and a vector b, complex on the way from one problem to another.
///
/// The gradient is linear in (T, b), and a common factor does not move the critical points: that is why
/// segments between scaled parameters give as many different paths as are wanted.
struct LossParameters: Sendable {
    /// T, K × K.
    var matrix: [Complex]
    /// b.
    var vector: [Complex]

    /// Generic parameters.
    static func random(size: Int, using generator: inout SplitMix) -> LossParameters {
        var matrix = [Complex](repeating: .zero, count: size * size)
        for i in 0..<size {
            for j in 0...i {
                let value = Complex.random(using: &generator)
                matrix[i * size + j] = value
                matrix[j * size + i] = value
            }
        }
        return LossParameters(
            matrix: matrix, vector: (0..<size).map { _ in Complex.random(using: &generator) })
    }

    /// Generic parameters for which a random point is critical, and the point: `b = Tw − v` with a random v
    /// orthogonal to the tangent space.
    static func randomWithCriticalPoint(
        _ structure: FilterStructure, using generator: inout SplitMix
    ) -> (parameters: LossParameters, point: [Complex]) {
        let size = structure.filterSize
        var parameters = random(size: size, using: &generator)
        while true {
            let point = (0..<structure.entryCount).map { _ in Complex.random(using: &generator) }
            let evaluator = GradientEvaluator<Complex>(structure)
            let chart = Chart(structure, point)
            evaluator.move(to: chart.point)
            // v = r − J (JᵀJ)⁻¹ Jᵀ r.
            let random = (0..<size).map { _ in Complex.random(using: &generator) }
            var identity = [Complex](repeating: .zero, count: size * size)
            for i in 0..<size { identity[i * size + i] = .one }
            evaluator.residual.update(repeating: .zero, count: size)
            evaluator.formHessian(identity)
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
            parameters.matrix.withUnsafeBufferPointer { matrix in
                guard let base = matrix.baseAddress else { return }
                evaluator.apply(base, minus: normal, into: evaluator.residual)
            }
            parameters.vector = (0..<size).map { evaluator.residual[$0] }
            return (parameters, chart.point)
        }
    }
}
