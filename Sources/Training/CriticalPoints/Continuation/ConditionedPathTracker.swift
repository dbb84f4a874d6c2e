import PlatformBasics

/// ``PathTracker`` for all other segments: from any problem to any, and with gradients in higher precision where T is badly conditioned.
///
/// Follows a critical point while the parameters move on a segment, from `γ_0·(T_0, b_0)` to `γ_1·(T_1, b_1)`.
///
/// Predictor: the cubic through the last two points and their tangents. Corrector: Newton's method. The step
/// is chosen from the first Newton correction, which is the error of the prediction, so that it stays
/// far below the distance at which another point would attract; the correction must then contract. One
/// tracker belongs to one thread.
final class ConditionedPathTracker {
    typealias Outcome = PathTracker.Outcome

    /// Paths of generic problems have some hundred steps.
    private static let mostSteps = 5_000

    /// How careful the steps are: 0 is the usual, each further level 30 times as careful.
    let care: Int
    /// Asked now and then; the path is lost if it says yes.
    private let shouldStop: @Sendable () -> Bool
    private let structure: FilterStructure
    private let start: LossParameters
    private let end: LossParameters
    private let isDiagonal: Bool
    private let startFactor: Complex
    private let endFactor: Complex
    private let evaluator: GradientEvaluator<Complex>
    private let precise: PreciseGradient?
    private let solver: LinearSolver
    // Plain memory: each access to an array of a class would be checked for exclusivity and uniqueness.
    private let matrix: UnsafeMutablePointer<Complex>
    private let matrixCount: Int
    private var matrixTime = -1.0
    private let startResidual: UnsafeMutablePointer<Complex>
    private let endResidual: UnsafeMutablePointer<Complex>
    private let step: UnsafeMutablePointer<Complex>

    init(
        _ structure: FilterStructure, from start: LossParameters, _ startFactor: Complex,
        to end: LossParameters, _ endFactor: Complex, care: Int = 0, isPrecise: Bool = false,
        shouldStop: @escaping @Sendable () -> Bool = { false }
    ) {
        self.structure = structure
        self.shouldStop = shouldStop
        // Between two diagonal problems all are diagonal.
        isDiagonal = start.isDiagonal && end.isDiagonal
        self.start = isDiagonal ? start : start.expanded
        self.end = isDiagonal ? end : end.expanded
        (self.startFactor, self.endFactor) = (startFactor, endFactor)
        self.care = care
        precise = isPrecise ? PreciseGradient(structure, start.expanded, end.expanded) : nil
        evaluator = GradientEvaluator(structure)
        solver = LinearSolver(size: structure.entryCount - structure.layerCount + 1)
        func buffer(_ count: Int) -> UnsafeMutablePointer<Complex> {
            let pointer = UnsafeMutablePointer<Complex>.allocate(capacity: count)
            pointer.initialize(repeating: .zero, count: count)
            return pointer
        }
        matrixCount = self.start.matrix.count
        matrix = buffer(matrixCount)
        startResidual = buffer(structure.filterSize)
        endResidual = buffer(structure.filterSize)
        step = buffer(solver.size)
    }

    deinit {
        for pointer in [matrix, startResidual, endResidual, step] { pointer.deallocate() }
    }

    /// - Parameter start: a critical point of the first parameters.
    func track(_ start: [Complex]) -> Outcome {
        var tolerance = 1e-3
        for _ in 0..<care { tolerance /= 30 }
        var chart = Chart(structure, start)
        guard correct(&chart, at: 0, tolerance: 1e-12) else { return .lost(at: 0) }
        var velocity = tangent(chart)
        var previous: (point: [Complex], velocity: [Complex], length: Double)?
        var time = 0.0
        var length = care == 0 ? 0.01 : 0.001
        var steps = 0
        while time < 1 {
            // A path that makes no way is given up: on badly conditioned data steps stay as small as they may be.
            steps += 1
            if steps > Self.mostSteps * (care + 1) || (steps % 64 == 0 && shouldStop()) {
                return .lost(at: time)
            }
            if length >= 1 - time { length = 1 - time }
            let isLast = length == 1 - time
            var next = chart
            predict(&next, velocity, previous, length)
            let nextTime = isLast ? 1 : time + length
            let (isGood, growth) = correct(&next, at: nextTime, tolerance: tolerance)
            guard isGood else {
                length /= 2
                if length < 1e-9 { return .lost(at: time) }
                continue
            }
            previous = (chart.point, velocity, length)
            chart = next
            time = nextTime
            velocity = tangent(chart)
            moveChart(&chart, &velocity, &previous)
            length *= min(2, max(0.5, 0.9 * growth))
        }
        guard correct(&chart, at: 1, tolerance: 1e-10) else { return .lost(at: 1) }
        return .arrived(chart.point)
    }

    /// Newton's method after a prediction: whether it contracts as it must, and by which factor the next step may be longer.
    private func correct(
        _ next: inout Chart, at time: Double, tolerance: Double
    ) -> (isGood: Bool, growth: Double) {
        let contraction = care == 0 ? 0.1 : 0.01
        let order = 0.25
        let first = newtonStep(&next, at: time)
        var isGood = first < 30 * tolerance
        if precise != nil, isGood {
            // A point that is not on the path to working precision gives a wrong tangent where the condition is high.
            var (last, ratio) = (first, 0.0)
            for _ in 0..<4 where last > 1e-13 {
                let size = newtonStep(&next, at: time)
                ratio = max(ratio, size / last)
                guard size <= contraction * last || size < 1e-13 else { return (false, 1) }
                last = size
            }
            // The correction grows with the fourth power of the step, and its contraction with the correction.
            let growth = pow(min(tolerance / max(first, 1e-16), contraction / 5 / max(ratio, 1e-16)), order)
            return (last < 1e-11, growth)
        }
        if isGood, first > 1e-9 {
            var last = newtonStep(&next, at: time)
            isGood = last <= contraction * first || last < 1e-11
            if isGood, last > 1e-6 {
                let third = newtonStep(&next, at: time)
                isGood = third <= contraction * last
                last = third
            }
        }
        return (isGood, first > 0 ? pow(tolerance / first, order) : 2)
    }

    /// Newton's method until it stands still.
    private func correct(_ chart: inout Chart, at time: Double, tolerance: Double) -> Bool {
        var best = Double.infinity
        for _ in 0..<8 {
            let size = newtonStep(&chart, at: time)
            guard size.isFinite else { return false }
            if size < 1e-15 || (size < tolerance && size >= best / 2) { return true }
            best = min(best, size)
        }
        return best < tolerance
    }

    private func predict(
        _ chart: inout Chart, _ velocity: [Complex],
        _ previous: (point: [Complex], velocity: [Complex], length: Double)?, _ length: Double
    ) {
        guard let previous else {
            for entry in chart.free { chart.point[entry] += velocity[entry] * length }
            return
        }
        // The Hermite cubic with nodes s = −1 and s = 0.
        let s = length / previous.length
        for entry in chart.free {
            let here = chart.point[entry]
            let slope = velocity[entry] * previous.length
            let backSlope = previous.velocity[entry] * previous.length
            let gap = previous.point[entry] - here + slope
            let cubic = backSlope - slope + gap * 2
            let square = gap + cubic
            chart.point[entry] = here + (slope + (square + cubic * s) * s) * s
        }
    }

    /// One step of Newton's method; its size relative to each filter.
    private func newtonStep(_ chart: inout Chart, at time: Double) -> Double {
        let size = structure.filterSize
        let (a, b) = (startFactor * (1 - time), endFactor * time)
        if time != matrixTime {
            for i in 0..<matrixCount { matrix[i] = start.matrix[i] * a + end.matrix[i] * b }
            matrixTime = time
        }
        evaluator.move(to: chart.point)
        if isDiagonal {
            evaluator.apply(diagonal: start.matrix, minus: start.vector, into: startResidual)
            evaluator.apply(diagonal: end.matrix, minus: end.vector, into: endResidual)
        } else {
            evaluator.apply(start.matrix, minus: start.vector, into: startResidual)
            evaluator.apply(end.matrix, minus: end.vector, into: endResidual)
        }
        for i in 0..<size { evaluator.residual[i] = startResidual[i] * a + endResidual[i] * b }
        if let precise {
            precise.evaluate(at: chart.point, a, b, into: evaluator.gradient)
        } else {
            evaluator.pullBack(evaluator.residual, into: evaluator.gradient)
        }
        if isDiagonal { evaluator.formHessian(diagonal: matrix) } else { evaluator.formHessian(matrix) }
        chart.restrict(evaluator.hessian, to: solver.matrix)
        guard solver.factor() else { return .infinity }
        for (i, entry) in chart.free.enumerated() { step[i] = -evaluator.gradient[entry] }
        solver.solve(step)
        var place = 0
        var result = 0.0
        for layer in 0..<structure.layerCount {
            var (change, largest) = (0.0, 0.0)
            let pin = layer < chart.pins.count ? chart.pins[layer] : -1
            for entry in structure.offsets[layer]..<(structure.offsets[layer] + structure.sizes[layer]) {
                largest = max(largest, chart.point[entry].squaredMagnitude)
                if entry == pin { continue }
                change = max(change, step[place].squaredMagnitude)
                chart.point[entry] += step[place]
                place += 1
            }
            let relative = change / largest
            // Not a number is no small number.
            result = relative <= result ? result : relative
        }
        return result.squareRoot()
    }

    /// `dz/dt`, from the factors and residuals of the last Newton step.
    private func tangent(_ chart: Chart) -> [Complex] {
        if let precise {
            precise.combine(.zero - startFactor, endFactor, into: evaluator.gradient)
        } else {
            for i in 0..<structure.filterSize {
                evaluator.residual[i] = endResidual[i] * endFactor - startResidual[i] * startFactor
            }
            evaluator.pullBack(evaluator.residual, into: evaluator.gradient)
        }
        for (i, entry) in chart.free.enumerated() { step[i] = -evaluator.gradient[entry] }
        solver.solve(step)
        var velocity = [Complex](repeating: .zero, count: structure.entryCount)
        for (i, entry) in chart.free.enumerated() { velocity[entry] = step[i] }
        if let precise, care > 0 {
            // Where the Hessian is nearly singular its factors are not exact enough for long steps.
            for _ in 0..<2 {
                precise.combine(.zero - startFactor, endFactor, into: evaluator.gradient)
                precise.addProduct(
                    at: chart.point, velocity, startFactor * (1 - matrixTime), endFactor * matrixTime,
                    to: evaluator.gradient)
                for (i, entry) in chart.free.enumerated() { step[i] = -evaluator.gradient[entry] }
                solver.solve(step)
                for (i, entry) in chart.free.enumerated() { velocity[entry] += step[i] }
            }
        }
        return velocity
    }

    /// Changes the chart where an entry has become twice as large as the one that is 1.
    private func moveChart(
        _ chart: inout Chart, _ velocity: inout [Complex],
        _ previous: inout (point: [Complex], velocity: [Complex], length: Double)?
    ) {
        for layer in 0..<(structure.layerCount - 1) {
            let pin = Chart.largestEntry(of: layer, structure, chart.point)
            guard chart.point[pin].squaredMagnitude > 4 else { continue }
            chart.movePin(of: layer, to: pin, structure, velocity: &velocity)
            if var point = previous?.point, var old = previous?.velocity, let length = previous?.length {
                Chart.movePin(of: layer, to: pin, structure, &point, &old)
                previous = (point, old, length)
            }
        }
    }
}
