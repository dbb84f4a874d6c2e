/// Krawczyk's test, with all rounding errors enclosed, those of T and b included.
///
/// For a box X around x̃ with `K(X) = x̃ − Y·F(x̃) + (I − Y·F′(X))(X − x̃)` inside the interior of X there is
/// exactly one zero of F in X, whatever the matrix Y. F and F′ are enclosed for all T and b of a
/// ``LossEnclosure``, so it is proved for the exact ones. If the center is real, so is the zero: F has real coefficients, and X
/// contains the conjugate too. The residual F(x̃) is evaluated in double-double arithmetic, and X has a radius for each
/// coordinate: what remains is that I − Y·F′(X) is small, which it is up to conditions of some 10¹³.
final class KrawczykTest {
    private let structure: FilterStructure
    private let evaluator: GradientEvaluator<Disc>
    private let precise: GradientEvaluator<PreciseDisc>
    private let approximate: GradientEvaluator<Complex>
    private let solver: LinearSolver
    private let problem: ScaledProblem
    private let matrix: [Disc]
    private let vector: [Disc]

    init(_ structure: FilterStructure, _ problem: ScaledProblem) {
        self.structure = structure
        self.problem = problem
        evaluator = GradientEvaluator(structure)
        precise = GradientEvaluator(structure)
        approximate = GradientEvaluator(structure)
        solver = LinearSolver(size: structure.entryCount - structure.layerCount + 1)
        matrix = problem.enclosure.matrix.map(\.disc)
        vector = problem.enclosure.vector.map(\.disc)
    }

    /// - Parameter point: an approximate critical point of real parameters.
    func region(around point: [Complex]) -> CertifiedRegion? {
        let chart = Chart(structure, point)
        // A point that is real but for rounding is tried as a real one.
        let imaginary = chart.free.reduce(0) { max($0, abs(chart.point[$1].imaginary)) }
        let size = chart.free.reduce(0) { max($0, chart.point[$1].magnitude) }
        if imaginary < 1e-6 * size {
            var real = chart
            for entry in chart.free { real.point[entry].imaginary = 0 }
            if let region = region(in: real, isReal: true) { return region }
        }
        return region(in: chart, isReal: false)
    }

    private func region(in start: Chart, isReal: Bool) -> CertifiedRegion? {
        let count = start.free.count
        var chart = start
        guard let inverse = approach(&chart) else { return nil }
        // Bounds of Y·F(x̃).
        let shift = (0..<count).map { i in
            (0..<count).reduce(Disc.zero) {
                $0 + Disc(inverse[i * count + $1]) * precise.gradient[chart.free[$1]].disc
            }.largestMagnitude
        }
        var radii = shift.map { 2 * $0 }
        for _ in 0..<10 {
            var box = chart.point.map { Disc($0) }
            for (entry, radius) in zip(chart.free, radii) { box[entry].radius = radius }
            evaluator.move(to: box)
            evaluator.apply(matrix, minus: vector, into: evaluator.residual)
            evaluator.formHessian(matrix)
            let hessian = hessian(chart)
            let defect = Self.defect(inverse, hessian, count)
            var isInside = true
            for i in 0..<count {
                var bound = shift[i]
                for j in 0..<count { bound = (bound + defect[i * count + j] * radii[j]) * (1 + 0x1p-50) }
                // The underflow of the products. Not a number is not inside.
                bound += 0x1p-1000
                if !(bound < radii[i]) {
                    isInside = false
                    radii[i] = 2 * bound
                }
            }
            if isInside {
                // Powers make zeros of the gradient where factors have a common root, which are no critical points here.
                let isCounted =
                    structure.powers.allSatisfy { $0 == 1 } || DerivativeRank.isFull(evaluator, chart)
                return isCounted ? region(box, radii, hessian, isReal: isReal) : nil
            }
            guard radii.allSatisfy(\.isFinite) else { return nil }
        }
        return nil
    }

    /// The entries of F′(X) for the unknowns.
    private func hessian(_ chart: Chart) -> [Disc] {
        chart.free.flatMap { row in
            chart.free.map { evaluator.hessian[row * structure.entryCount + $0] }
        }
    }

    /// What is known of the zero in a box that passed, from w and the Hessian there.
    private func region(
        _ box: [Disc], _ radii: [Double], _ hessian: [Disc], isReal: Bool
    ) -> CertifiedRegion {
        let filter = (0..<structure.filterSize).map { evaluator.filter[$0] }
        guard isReal else {
            // A disc that misses the real axis proves the contrary.
            let isOff = filter.contains(where: \.excludesReals)
            return CertifiedRegion(entries: box, filter: filter, isReal: isOff ? false : nil)
        }
        return CertifiedRegion(
            entries: box, filter: filter, isReal: true, loss: loss(hessian, radii),
            morseIndex: HessianInertia.negativeCount(hessian, size: radii.count))
    }

    /// Encloses the loss at the zero of F in the box.
    ///
    /// The gradient 2F vanishes there, so the loss differs from that at the midpoint by `δᵀHδ`, with the Hessian H of half the loss somewhere
    /// between, and |δ| within the radii.
    private func loss(_ hessian: [Disc], _ radii: [Double]) -> RealInterval {
        let count = radii.count
        var change = 0.0
        for i in 0..<count {
            for j in 0..<count {
                change += hessian[i * count + j].largestMagnitude * radii[i] * radii[j]
            }
        }
        let value = precise.loss(problem.enclosure)
        // Every sum and product was rounded, by u relatively, and there are fewer than 2^40.
        return RealBall(value.real, radius: (value.radius + change) * (1 + 0x1p-10) + 0x1p-990).interval
    }

    /// Upper bounds of the absolute values in `I − Y·F′(X)`, row after row.
    ///
    /// A product of matrices in midpoints and radii: sums of n complex products and 1 are wrong by less than
    /// `(n + 4)·2^{-50}` relative to the sum of the absolute values.
    private static func defect(_ inverse: [Complex], _ hessian: [Disc], _ count: Int) -> [Double] {
        let inverseBounds = inverse.map(\.magnitudeBound)
        let rounding = Double(count + 4) * 0x1p-50
        // What an entry of F′(X) contributes to the radius.
        let spreads = hessian.map { $0.radius + $0.center.magnitudeBound * rounding }
        var result = [Double](repeating: 0, count: count * count)
        for i in 0..<count {
            for j in 0..<count {
                var sum = i == j ? Complex.one : .zero
                var radius = rounding
                for k in 0..<count {
                    sum = sum - inverse[i * count + k] * hessian[k * count + j].center
                    radius += inverseBounds[i * count + k] * spreads[k * count + j]
                }
                result[i * count + j] = (sum.magnitudeBound + radius) * (1 + 0x1p-40)
            }
        }
        return result
    }

    /// Newton's method with precise residuals; the inverse of the Hessian at the point, in double precision.
    ///
    /// The precise gradient is that at the point.
    private func approach(_ chart: inout Chart) -> [Complex]? {
        let count = chart.free.count
        var step = [Complex](repeating: .zero, count: count)
        let last = 7
        for round in 0...last {
            precise.move(to: chart.point.map { PreciseDisc($0) })
            precise.apply(problem.enclosure)
            precise.pullBack(precise.residual, into: precise.gradient)
            approximate.move(to: chart.point)
            for i in 0..<structure.filterSize {
                approximate.residual[i] = precise.residual[i].approximation
            }
            approximate.formHessian(problem.parameters.matrix)
            chart.restrict(approximate.hessian, to: solver.matrix)
            guard solver.factor() else { return nil }
            for (i, entry) in chart.free.enumerated() { step[i] = -precise.gradient[entry].approximation }
            solver.solve(&step)
            if round == last || isRounding(step, chart) { break }
            for (i, entry) in chart.free.enumerated() { chart.point[entry] += step[i] }
        }
        var inverse = [Complex](repeating: .zero, count: count * count)
        for j in 0..<count {
            for i in 0..<count { step[i] = i == j ? .one : .zero }
            solver.solve(&step)
            for i in 0..<count {
                guard step[i].isFinite else { return nil }
                inverse[i * count + j] = step[i]
            }
        }
        return inverse
    }

    /// Whether a step is not larger than the rounding of the largest entry of each layer.
    private func isRounding(_ step: [Complex], _ chart: Chart) -> Bool {
        var sizes = [Double](repeating: 0, count: structure.layerCount)
        for layer in sizes.indices {
            let start = structure.offsets[layer]
            for entry in start..<(start + structure.sizes[layer]) {
                sizes[layer] = max(sizes[layer], chart.point[entry].squaredMagnitude)
            }
        }
        return zip(step, chart.free).allSatisfy {
            $0.squaredMagnitude <= 0x1p-103 * sizes[structure.layer(ofEntry: $1)]
        }
    }
}

extension GradientEvaluator where Scalar == PreciseDisc {
    /// `residual = T·w − b` for real T and b.
    func apply(_ loss: LossEnclosure) {
        let size = structure.filterSize
        for i in 0..<size {
            let target = loss.vector[i]
            var sum = PreciseDisc(-target.midpoint, DoubleDouble(0), radius: target.radius)
            for j in 0..<size { sum += filter[j] * loss.matrix[i * size + j] }
            residual[i] = sum
        }
    }

    /// `wᵀTw − 2bᵀw + ‖Y‖²`, from w and the residual.
    func loss(_ loss: LossEnclosure) -> PreciseDisc {
        let constant = loss.constant
        var sum = PreciseDisc(constant.midpoint, DoubleDouble(0), radius: constant.radius)
        for i in 0..<structure.filterSize {
            let target = loss.vector[i]
            sum +=
                filter[i]
                * (residual[i] - PreciseDisc(target.midpoint, DoubleDouble(0), radius: target.radius))
        }
        return sum
    }
}
