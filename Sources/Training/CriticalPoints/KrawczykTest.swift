/// A region, proved to contain exactly one critical point.
struct CertifiedRegion: Sendable {
    /// Discs around the entries of the filters, in the chart of the point.
    let entries: [Disc]
    /// Discs around the entries of the end-to-end filter.
    let filter: [Disc]
    /// Whether the point is proved to be real; nil if neither that nor the contrary is proved.
    let isReal: Bool?
}

/// Krawczyk's test, in circular arithmetic with all rounding errors enclosed.
///
/// For a box X around x̃ with `K(X) = x̃ − Y·F(x̃) + (I − Y·F′(X))(X − x̃)` inside the interior of X there is
/// exactly one zero of F in X, whatever the matrix Y. It is proved for the parameters (T, b) as they are stored.
/// If the center is real, so is the zero: F has real coefficients, and X contains the conjugate too.
final class KrawczykTest {
    private let structure: FilterStructure
    private let evaluator: GradientEvaluator<Disc>
    private let approximate: GradientEvaluator<Complex>
    private let solver: LinearSolver
    private let parameters: LossParameters
    private let matrix: [Disc]
    private let vector: [Disc]

    init(_ structure: FilterStructure, _ parameters: LossParameters) {
        self.structure = structure
        self.parameters = parameters
        evaluator = GradientEvaluator(structure)
        approximate = GradientEvaluator(structure)
        solver = LinearSolver(size: structure.entryCount - structure.layerCount + 1)
        matrix = parameters.matrix.map { Disc($0) }
        vector = parameters.vector.map { Disc($0) }
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
        guard let inverse = refine(&chart) else { return nil }
        // Y·F(x̃).
        evaluate(chart.point.map { Disc($0) })
        let shift = multiply(inverse, count) { self.evaluator.gradient[chart.free[$0]] }
        let largest = shift.reduce(0) { max($0, $1.largestMagnitude) }
        let size = chart.free.reduce(0) { max($0, chart.point[$1].magnitude) }
        var radius = max(4 * largest, 1e-15 * size)
        for _ in 0..<8 {
            var box = chart.point.map { Disc($0) }
            for entry in chart.free { box[entry].radius = radius }
            evaluate(box)
            evaluator.formHessian(matrix)
            var isInside = true
            let entries = structure.entryCount
            for i in 0..<count where isInside {
                var bound = shift[i].largestMagnitude
                for j in 0..<count {
                    var sum = i == j ? Disc.one : Disc.zero
                    for k in 0..<count {
                        sum -=
                            inverse[i * count + k]
                            * evaluator.hessian[chart.free[k] * entries + chart.free[j]]
                    }
                    bound = (bound + sum.largestMagnitude * radius) * (1 + 0x1p-50)
                }
                isInside = bound < radius
            }
            if isInside {
                let filter = (0..<structure.filterSize).map { evaluator.filter[$0] }
                // A disc that misses the real axis proves the contrary.
                let isOff = box.contains { abs($0.center.imaginary) > $0.radius * (1 + 0x1p-50) }
                return CertifiedRegion(
                    entries: box, filter: filter, isReal: isReal ? true : isOff ? false : nil)
            }
            radius *= 8
        }
        return nil
    }

    /// Newton's method in double precision; the inverse of the Hessian at the point.
    private func refine(_ chart: inout Chart) -> [Disc]? {
        let count = chart.free.count
        var step = [Complex](repeating: .zero, count: count)
        for _ in 0..<3 {
            approximate.move(to: chart.point)
            approximate.apply(parameters.matrix, minus: parameters.vector, into: approximate.residual)
            approximate.pullBack(approximate.residual, into: approximate.gradient)
            approximate.formHessian(parameters.matrix)
            chart.restrict(approximate.hessian, to: solver.matrix)
            guard solver.factor() else { return nil }
            for (i, entry) in chart.free.enumerated() { step[i] = -approximate.gradient[entry] }
            solver.solve(&step)
            for (i, entry) in chart.free.enumerated() { chart.point[entry] += step[i] }
        }
        var inverse = [Disc](repeating: .zero, count: count * count)
        for j in 0..<count {
            for i in 0..<count { step[i] = i == j ? .one : .zero }
            solver.solve(&step)
            for i in 0..<count {
                guard step[i].isFinite else { return nil }
                inverse[i * count + j] = Disc(step[i])
            }
        }
        return inverse
    }

    private func evaluate(_ point: [Disc]) {
        evaluator.move(to: point)
        evaluator.apply(matrix, minus: vector, into: evaluator.residual)
        evaluator.pullBack(evaluator.residual, into: evaluator.gradient)
    }

    private func multiply(_ matrix: [Disc], _ count: Int, _ vector: (Int) -> Disc) -> [Disc] {
        (0..<count).map { i in
            var sum = Disc.zero
            for j in 0..<count { sum += matrix[i * count + j] * vector(j) }
            return sum
        }
    }
}

extension CertifiedRegion {
    /// How many of the regions are proved to be pairwise disjoint from all others: a pair that is not costs one.
    static func disjointCount(_ regions: [CertifiedRegion]) -> Int {
        // By the real part of one coordinate: only neighbors can meet.
        let order = regions.indices.sorted {
            regions[$0].lowerEnd < regions[$1].lowerEnd
        }
        var removed = 0
        for (place, index) in order.enumerated() {
            let region = regions[index]
            for other in order[(place + 1)...] {
                if regions[other].lowerEnd > region.upperEnd { break }
                if !zip(region.filter, regions[other].filter).contains(where: { $0.isDisjoint(from: $1) }) {
                    removed += 1
                    break
                }
            }
        }
        return regions.count - removed
    }

    private var lowerEnd: Double { (filter[0].center.real - filter[0].radius).nextDown }
    private var upperEnd: Double { (filter[0].center.real + filter[0].radius).nextUp }
}
