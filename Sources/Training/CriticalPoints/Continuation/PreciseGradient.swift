/// The gradient of a combination of two losses at a point in double precision, and its derivative, evaluated in double-double
/// arithmetic.
///
/// At a critical point the gradient is a difference of equal numbers. Rounding in double precision moves the zero by u times
/// the condition, and Newton's method stands still at that distance; with this it does not, up to conditions of `1/u`.
final class PreciseGradient {
    private let evaluator: GradientEvaluator<PreciseComplex>
    private let differential: GradientEvaluator<DualNumber<PreciseComplex>>
    private let losses: [LossParameters]
    /// Those of both losses at the last point.
    private var gradients: [[PreciseComplex]]

    /// - Parameters:
    ///   - start: with all entries of T.
    ///   - end: in the same way.
    init(_ structure: FilterStructure, _ start: LossParameters, _ end: LossParameters) {
        evaluator = GradientEvaluator(structure)
        differential = GradientEvaluator(structure)
        losses = [start, end]
        gradients = [Array](repeating: Array(repeating: .zero, count: structure.entryCount), count: 2)
    }

    /// Replaces the gradient by that of `a·start + b·end`.
    func evaluate(
        at point: [Complex], _ a: Complex, _ b: Complex, into gradient: UnsafeMutablePointer<Complex>
    ) {
        evaluator.move(to: point.map { PreciseComplex($0) })
        for (end, loss) in losses.enumerated() {
            evaluator.formGradient(loss)
            for i in gradients[end].indices { gradients[end][i] = evaluator.gradient[i] }
        }
        combine(a, b, into: gradient)
    }

    /// The gradient of `a·start + b·end` at the last point.
    func combine(_ a: Complex, _ b: Complex, into gradient: UnsafeMutablePointer<Complex>) {
        let (a, b) = (PreciseComplex(a), PreciseComplex(b))
        for i in gradients[0].indices { gradient[i] = (a * gradients[0][i] + b * gradients[1][i]).rounded }
    }

    /// Adds to the gradient the product of the Hessian of `a·start + b·end` with a vector.
    func addProduct(
        at point: [Complex], _ vector: [Complex], _ a: Complex, _ b: Complex,
        to gradient: UnsafeMutablePointer<Complex>
    ) {
        differential.move(
            to: zip(point, vector).map { DualNumber(PreciseComplex($0), PreciseComplex($1)) })
        var sums = [PreciseComplex](repeating: .zero, count: vector.count)
        for (factor, loss) in zip([a, b], losses) {
            differential.formGradient(loss)
            for i in sums.indices { sums[i] += PreciseComplex(factor) * differential.gradient[i].derivative }
        }
        for i in sums.indices { gradient[i] += sums[i].rounded }
    }
}

extension GradientEvaluator {
    /// The gradient of a loss at the point it was moved to.
    ///
    /// - Parameter loss: with all entries of T.
    fileprivate func formGradient(_ loss: LossParameters) {
        let size = structure.filterSize
        for i in 0..<size {
            var sum = Scalar.zero - Scalar(loss.vector[i])
            for j in 0..<size { sum += Scalar(loss.matrix[i * size + j]) * filter[j] }
            residual[i] = sum
        }
        pullBack(residual, into: gradient)
    }
}
