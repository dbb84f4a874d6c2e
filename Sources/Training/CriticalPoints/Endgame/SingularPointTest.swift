import ExactAlgebra

/// Whether a critical point is regular, isolated, or one of a set of positive dimension: numerical.
///
/// The dimension of such a set is at most that of the kernel of the Hessian. So a step is made along the kernel, and a
/// critical point sought on the hyperplane through it and across the step, by Gauss and Newton's method: near an isolated
/// point there is none. At the point that is found, which is not special, the dimension of the kernel is taken for that of the set.
final class SingularPointTest {
    private let structure: FilterStructure
    private let parameters: LossParameters
    private let evaluator: GradientEvaluator<Complex>

    /// - Parameter parameters: with all entries of T, of size one.
    init(_ structure: FilterStructure, _ parameters: LossParameters) {
        self.structure = structure
        self.parameters = parameters
        evaluator = GradientEvaluator(structure)
    }

    /// - Parameter point: an approximate critical point with w ≠ 0; one that is not gives `lost`.
    func ending(at point: [Complex]) -> PathEnding {
        var chart = Chart(structure, point)
        guard gradient(chart).size < 1e-6 else { return .lost }
        let values = singularValues(chart)
        guard values.corank > 0 else {
            // Regular: Newton's method finds it.
            for _ in 0..<5 { step(&chart, constraint: nil) }
            return gradient(chart).size < 1e-11 ? .regular(chart.point) : .lost
        }
        var generator = SplitMix(seed: 1)
        for length in [0.03, 0.003] {
            for _ in 0..<2 {
                let direction = values.kernelVector { _ in Double.random(in: -1..<1, using: &generator) }
                if let other = neighbor(of: chart, direction, length) {
                    let dimension = singularValues(other).corank
                    if dimension > 0 { return .positiveDimensional(chart.point, dimension: dimension) }
                }
            }
        }
        return .degenerate(chart.point)
    }

    /// A critical point at about this distance, in the direction or near it.
    private func neighbor(of chart: Chart, _ direction: [Complex], _ length: Double) -> Chart? {
        var next = chart
        for (i, entry) in chart.free.enumerated() { next.point[entry] += direction[i] * length }
        for _ in 0..<25 {
            // The hyperplane `⟨direction, z − point⟩ = length`.
            let offset = chart.free.enumerated().reduce(Complex(-length)) {
                $0 + direction[$1.offset].conjugate
                    * (next.point[$1.element] - chart.point[$1.element])
            }
            let change = step(&next, constraint: (direction, offset))
            guard change < 10 * length else { return nil }
            if change < 1e-14 { break }
        }
        let distance = chart.free.reduce(0) { max($0, (next.point[$1] - chart.point[$1]).magnitude) }
        return gradient(next).size < 1e-13 && distance < 10 * length ? next : nil
    }

    /// One step of Gauss and Newton's method, and its largest entry.
    @discardableResult
    private func step(_ chart: inout Chart, constraint: (direction: [Complex], offset: Complex)?) -> Double {
        var values = gradient(chart).entries
        var rows = hessian(chart)
        if let constraint {
            rows += constraint.direction.map(\.conjugate)
            values.append(constraint.offset)
        }
        let count = chart.free.count
        let image = (0..<count).map { column in
            values.indices.reduce(Complex.zero) { $0 - rows[$1 * count + column].conjugate * values[$1] }
        }
        let change = SingularValues(rows, columnCount: count).leastSquares(image: image)
        for (i, entry) in chart.free.enumerated() { chart.point[entry] += change[i] }
        return change.reduce(0) { max($0, $1.magnitude) }
    }

    private func gradient(_ chart: Chart) -> (entries: [Complex], size: Double) {
        evaluator.move(to: chart.point)
        evaluator.apply(parameters.matrix, minus: parameters.vector, into: evaluator.residual)
        evaluator.pullBack(evaluator.residual, into: evaluator.gradient)
        let entries = chart.free.map { evaluator.gradient[$0] }
        return (entries, entries.reduce(0) { max($0, $1.magnitude) })
    }

    /// At the point of the last gradient, or of none.
    private func hessian(_ chart: Chart) -> [Complex] {
        evaluator.formHessian(parameters.matrix)
        let count = chart.free.count
        var result = [Complex](repeating: .zero, count: count * count)
        result.withUnsafeMutableBufferPointer {
            if let base = $0.baseAddress { chart.restrict(evaluator.hessian, to: base) }
        }
        return result
    }

    private func singularValues(_ chart: Chart) -> SingularValues {
        _ = gradient(chart)
        return SingularValues(hessian(chart), columnCount: chart.free.count)
    }
}
