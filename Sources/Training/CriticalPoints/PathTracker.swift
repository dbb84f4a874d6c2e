import PlatformBasics

/// Follows a critical point while the parameters move on a segment, from `γ_0·(T_0, b_0)` to `γ_1·(T_1, b_1)`.
///
/// Predictor: ``PathPredictor``. Corrector: Newton's method. The step
/// is chosen from the first Newton correction, which is the error of the prediction, so that it stays
/// far below the distance at which another point would attract; the correction must then contract. One
/// tracker belongs to one thread.
final class PathTracker {
    enum Outcome: Sendable {
        case arrived([Complex])
        /// The end could not be reached, but w is nearly 0 shortly before it.
        case vanished
        /// The step became too small, at this place of the way.
        case lost(at: Double)

        var point: [Complex]? {
            if case .arrived(let point) = self { return point }
            return nil
        }
    }

    /// Paths of generic problems have some hundred steps.
    private static let mostSteps = 5_000

    /// How careful the steps are: 0 is the usual, each further level 30 times as careful; −1 where it does not matter if a path
    /// jumps to another.
    let care: Int
    /// Asked now and then; the path is lost if it says yes.
    private let shouldStop: @Sendable () -> Bool
    private let structure: FilterStructure
    private let start: RealLoss
    private let end: RealLoss
    private let startFactor: Complex
    private let endFactor: Complex
    private let evaluator: GradientEvaluator<Complex>
    private let solver: SymmetricSolver
    // Plain memory: each access to an array of a class would be checked for exclusivity and uniqueness.
    /// What of T is diagonal, at the time of the last step.
    private let diagonal: UnsafeMutablePointer<Complex>
    private let startResidual: UnsafeMutablePointer<Complex>
    private let endResidual: UnsafeMutablePointer<Complex>
    private let step: UnsafeMutablePointer<Complex>

    /// - Precondition: T is diagonal at the start.
    init(
        _ structure: FilterStructure, from start: RealLoss, _ startFactor: Complex,
        to end: RealLoss, _ endFactor: Complex, care: Int = 0,
        shouldStop: @escaping @Sendable () -> Bool = { false }
    ) {
        precondition(start.isDiagonal, "a path begins at a generic problem")
        self.structure = structure
        self.shouldStop = shouldStop
        (self.start, self.end) = (start, end)
        (self.startFactor, self.endFactor) = (startFactor, endFactor)
        self.care = care
        evaluator = GradientEvaluator(structure)
        solver = SymmetricSolver(size: structure.entryCount - structure.layerCount + 1)
        func buffer(_ count: Int) -> UnsafeMutablePointer<Complex> {
            let pointer = UnsafeMutablePointer<Complex>.allocate(capacity: count)
            pointer.initialize(repeating: .zero, count: count)
            return pointer
        }
        diagonal = buffer(structure.filterSize)
        startResidual = buffer(structure.filterSize)
        endResidual = buffer(structure.filterSize)
        step = buffer(solver.size)
    }

    deinit {
        for pointer in [diagonal, startResidual, endResidual, step] { pointer.deallocate() }
    }

    /// - Parameter start: a critical point of the first parameters.
    func track(_ start: [Complex]) -> Outcome {
        var tolerance = care < 0 ? 8e-3 : 2e-3
        for _ in 0..<max(0, care) { tolerance /= 30 }
        let contraction = care <= 0 ? 0.1 : 0.01
        var chart = Chart(structure, start)
        guard correct(&chart, at: 0, tolerance: 1e-12) else { return .lost(at: 0) }
        var predictor = PathPredictor(point: chart.point, velocity: tangent(chart))
        var time = 0.0
        var length = care <= 0 ? 0.01 : 0.001
        var steps = 0
        while time < 1 {
            // A path that makes no way is given up: on badly conditioned data steps stay as small as they may be.
            steps += 1
            if steps > Self.mostSteps * (max(0, care) + 1) || (steps % 64 == 0 && shouldStop()) {
                return ending(chart, time)
            }
            if length >= 1 - time { length = 1 - time }
            let isLast = length == 1 - time
            var next = chart
            predictor.predict(&next.point, next.free, length)
            let nextTime = isLast ? 1 : time + length
            let first = newtonStep(&next, at: nextTime)
            var isGood = first < min(0.03, 30 * tolerance)
            if isGood, first > 1e-9 {
                var last = newtonStep(&next, at: nextTime)
                isGood = last <= contraction * first || last < 1e-11
                if isGood, last > 1e-6 {
                    let third = newtonStep(&next, at: nextTime, reusesFactors: true)
                    isGood = third <= contraction * last
                    last = third
                }
            }
            guard isGood else {
                length /= 2
                if length < 1e-9 { return ending(chart, time) }
                continue
            }
            chart = next
            time = nextTime
            predictor.add(point: chart.point, velocity: tangent(chart), after: length)
            moveChart(&chart, &predictor)
            let growth = first > 0 ? pow(tolerance / first, 1.0 / 6) : 2
            length *= min(2, max(0.5, 0.95 * growth))
        }
        guard correct(&chart, at: 1, tolerance: 1e-10) else { return ending(chart, 1) }
        return .arrived(chart.point)
    }

    /// What became of a path that goes no further. At w = 0 relative errors of the last layer never become small.
    private func ending(_ chart: Chart, _ time: Double) -> Outcome {
        let square = structure.filter(of: chart.point).reduce(0) { $0 + $1.squaredMagnitude }
        return time > 1 - 1e-6 && square < 1e-10 ? .vanished : .lost(at: time)
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

    /// One step of Newton's method; its size relative to each filter.
    ///
    /// - Parameter reusesFactors: whether the Hessian of the last step will do.
    private func newtonStep(
        _ chart: inout Chart, at time: Double, reusesFactors: Bool = false
    ) -> Double {
        let size = structure.filterSize
        let (a, b) = (startFactor * (1 - time), endFactor * time)
        evaluator.move(to: chart.point)
        evaluator.apply(start, into: startResidual)
        evaluator.apply(end, into: endResidual)
        for i in 0..<size { evaluator.residual[i] = startResidual[i] * a + endResidual[i] * b }
        evaluator.pullBack(evaluator.residual, into: evaluator.gradient)
        if !reusesFactors {
            if end.isDiagonal {
                for i in 0..<size { diagonal[i] = a * start.matrix[i] + b * end.matrix[i] }
                evaluator.formHessian(diagonal: diagonal)
            } else {
                for i in 0..<size { diagonal[i] = a * start.matrix[i] }
                evaluator.formHessian(diagonal: diagonal, plus: b, times: end)
            }
            guard solver.factor(evaluator.hessian, of: chart) else { return .infinity }
        }
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
        for i in 0..<structure.filterSize {
            evaluator.residual[i] = endResidual[i] * endFactor - startResidual[i] * startFactor
        }
        evaluator.pullBack(evaluator.residual, into: evaluator.gradient)
        for (i, entry) in chart.free.enumerated() { step[i] = -evaluator.gradient[entry] }
        solver.solve(step)
        var velocity = [Complex](repeating: .zero, count: structure.entryCount)
        for (i, entry) in chart.free.enumerated() { velocity[entry] = step[i] }
        return velocity
    }

    /// Changes the chart where an entry has become twice as large as the one that is 1.
    private func moveChart(_ chart: inout Chart, _ predictor: inout PathPredictor) {
        for layer in 0..<(structure.layerCount - 1) {
            let pin = Chart.largestEntry(of: layer, structure, chart.point)
            guard chart.point[pin].squaredMagnitude > 4 else { continue }
            predictor.movePin(of: layer, to: pin, structure)
            chart.movePin(of: layer, to: pin, structure, point: predictor.nodes[0].point)
        }
    }
}
