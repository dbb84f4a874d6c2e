import Foundation

/// A real critical point of the loss on the neurovariety.
public struct RealCriticalPoint: Sendable {
    /// The filters of the reduced architecture, all of the same norm; in every one but the last, the entry of
    /// largest absolute value is positive.
    public let filters: [[Double]]
    /// w.
    public let filter: [Double]
    /// Of the end-to-end filter, on the data where there are some.
    public let loss: Double
    /// The norm of the derivative of the loss by all entries of the filters.
    public let gradientNorm: Double
    /// How many eigenvalues of the Hessian on the neurovariety are negative: 0 for a local minimum.
    public let morseIndex: Int
    /// Whether the smallest absolute eigenvalue is too small, relative to the largest, for its sign to be trusted.
    public let isDegenerate: Bool

    /// Whether it is a local minimum on the neurovariety; false where the signs cannot be trusted.
    public var isMinimum: Bool { morseIndex == 0 && !isDegenerate }

    /// - Parameters:
    ///   - point: filters, layer after layer, real.
    init(_ structure: FilterStructure, _ problem: TrainingProblem, point: [Double]) {
        var filters = structure.sizes.indices.map { layer in
            Array(point[structure.offsets[layer]..<(structure.offsets[layer] + structure.sizes[layer])])
        }
        let last = filters.count - 1
        let norms = filters.map { ($0.reduce(0) { $0 + $1 * $1 }).squareRoot() }
        for layer in 0..<last {
            let lead = filters[layer].max { abs($0) < abs($1) } ?? 1
            guard lead < 0 else { continue }
            for i in filters[layer].indices { filters[layer][i] = -filters[layer][i] }
            for i in filters[last].indices { filters[last][i] = -filters[last][i] }
        }
        // Balanced: the product of the norms is that of before.
        let product = norms.reduce(1, *)
        let norm = pow(product, 1 / Double(norms.count))
        if norm > 0 {
            for layer in filters.indices {
                for i in filters[layer].indices { filters[layer][i] *= norm / norms[layer] }
            }
        }
        self.filters = filters

        let flat = filters.flatMap(\.self)
        let evaluator = GradientEvaluator<Complex>(structure)
        let chart = Chart(structure, flat.map { Complex($0) })
        evaluator.move(to: flat.map { Complex($0) })
        let matrix = problem.matrix.map { Complex($0) }
        let vector = problem.vector.map { Complex($0) }
        filter = (0..<structure.filterSize).map { evaluator.filter[$0].real }
        evaluator.apply(matrix, minus: vector, into: evaluator.residual)
        evaluator.pullBack(evaluator.residual, into: evaluator.gradient)
        gradientNorm =
            2
            * (0..<structure.entryCount).reduce(0) { $0 + evaluator.gradient[$1].squaredMagnitude }
            .squareRoot()
        loss = problem.loss(of: filter)
        // At a critical point the signs are the same in every chart.
        evaluator.formHessian(matrix)
        let count = chart.free.count
        var hessian = [Double](repeating: 0, count: count * count)
        for (i, row) in chart.free.enumerated() {
            for (j, column) in chart.free.enumerated() {
                hessian[i * count + j] = evaluator.hessian[row * structure.entryCount + column].real
            }
        }
        let values = SymmetricEigenvalues.of(hessian, size: count)
        morseIndex = values.count { $0 < 0 }
        let largest = values.reduce(0) { max($0, abs($1)) }
        isDegenerate = values.contains { abs($0) < 1e-10 * largest }
    }
}
