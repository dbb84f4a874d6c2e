import ExactAlgebra
import Foundation
import Neurovariety
import Testing

@testable import Training

@Suite struct CriticalPointsTests {
    @Test(
        arguments: [
            ([2, 2], [2]), ([2, 2], [5]), ([3, 2], [2]), ([2, 3], [3]), ([3, 3], [2]), ([3, 3], [3]),
            ([2, 2, 2], [2, 2]),
        ] as [([Int], [Int])])
    func allOfThem(sizes: [Int], strides: [Int]) throws {
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        let degree = try EuclideanDistanceDegree(filterSizes: sizes).value
        for seed in UInt64(1)...3 {
            let problem = try TrainingProblem.random(architecture, outputWidth: 2, seed: seed)
            let points = try CriticalPoints.run(problem, options: .init(seed: seed))
            #expect(points.isComplete, "seed \(seed)")
            #expect(Integer(points.certifiedCount) == degree)
            #expect(points.certifiedRealCount + points.certifiedNonrealCount == points.certifiedCount)
            // Nonreal points come in pairs.
            #expect(points.certifiedNonrealCount.isMultiple(of: 2))
            #expect(points.real.count == points.certifiedRealCount)
            // The closed neurovariety has a lowest point.
            #expect(points.real.first?.isMinimum == true)
            for point in points.real { try check(point, problem, points.architecture) }
        }
    }

    /// A critical point by its meaning: the loss is stationary in every coefficient of every layer.
    private func check(
        _ point: RealCriticalPoint, _ problem: TrainingProblem, _ architecture: Architecture
    ) throws {
        let structure = FilterStructure(architecture)
        func loss(_ filters: [[Double]]) -> Double {
            problem.loss(of: structure.filter(of: filters.flatMap { $0.map { Complex($0) } }).map(\.real))
        }
        #expect(abs(loss(point.filters) - point.loss) <= 1e-9 * (1 + point.loss))
        #expect(point.gradientNorm < 1e-9 * problem.constant)
        for (layer, filter) in point.filters.enumerated() {
            for place in filter.indices {
                let h = 1e-4
                var (up, down) = (point.filters, point.filters)
                up[layer][place] += h
                down[layer][place] -= h
                #expect(abs(loss(up) - loss(down)) / (2 * h) < 1e-5 * problem.constant)
            }
        }
    }

    @Test func oneLayerIsTheUnconstrainedMinimum() throws {
        let problem = try TrainingProblem.random(
            Architecture(filterSizes: [4], strides: []), outputWidth: 1, seed: 3)
        let points = try CriticalPoints.run(problem)
        #expect(points.isComplete && points.expected == 1)
        let best = try #require(points.real.first)
        for (a, b) in zip(best.filter, problem.unconstrainedMinimum) { #expect(abs(a - b) < 1e-12) }
    }

    @Test func nonReducedArchitecturesAreReduced() throws {
        let problem = try TrainingProblem.random(
            Architecture(filterSizes: [2, 2, 2], strides: [1, 2]), outputWidth: 1, seed: 4)
        let points = try CriticalPoints.run(problem)
        #expect(points.architecture.filterSizes == [3, 2])
        #expect(points.isComplete && points.expected == 10)
    }

    /// Outputs made by a network: it comes back as the global minimum, with loss 0.
    @Test func plantedSolution() throws {
        let architecture = try Architecture(filterSizes: [3, 2], strides: [2])
        let layers: [[Double]] = [[1, -2, 0.5], [0.75, 1.5]]
        let filter = FilterStructure(architecture).filter(of: layers.flatMap { $0.map { Complex($0) } }).map(
            \.real)
        let random = try TrainingProblem.random(architecture, outputWidth: 2, seed: 8)
        let inputs = try #require(random.data?.inputs)
        var outputs: [Double] = []
        for sample in 0..<inputs.rowCount {
            for m in 0..<2 {
                outputs.append(
                    filter.enumerated().reduce(0) { $0 + $1.element * inputs[sample, $1.offset + 2 * m] })
            }
        }
        let problem = try TrainingProblem(
            architecture, inputs: inputs,
            outputs: DataMatrix(rowCount: inputs.rowCount, columnCount: 2, values: outputs))
        let points = try CriticalPoints.run(problem)
        let best = try #require(points.real.first)
        #expect(best.loss < 1e-20 && best.isMinimum)
        for (found, planted) in zip(best.filters, layers) {
            let ratio = found[0] / planted[0]
            for (a, b) in zip(found, planted) { #expect(abs(a - ratio * b) < 1e-10) }
        }
    }

    /// What gradient descent finds is among the minima.
    @Test func gradientDescentFindsNothingElse() throws {
        let architecture = try Architecture(filterSizes: [3, 3], strides: [2])
        let structure = FilterStructure(architecture)
        let seed = UInt64(Date().timeIntervalSince1970)
        let problem = try TrainingProblem.random(architecture, outputWidth: 1, seed: seed)
        let points = try CriticalPoints.run(problem, options: .init(seed: seed))
        #expect(points.isComplete, "seed \(seed)")
        let minima = points.real.filter(\.isMinimum).map(\.loss)
        var generator = SplitMix(seed: seed)
        let evaluator = GradientEvaluator<Complex>(structure)
        let (matrix, vector) = (problem.matrix.map { Complex($0) }, problem.vector.map { Complex($0) })
        var arrived = 0
        for _ in 0..<40 {
            var point = (0..<structure.entryCount).map { _ in Complex(Complex.random(using: &generator).real)
            }
            func move() -> Double {
                evaluator.move(to: point)
                evaluator.apply(matrix, minus: vector, into: evaluator.residual)
                evaluator.pullBack(evaluator.residual, into: evaluator.gradient)
                return problem.quadraticLoss(of: (0..<structure.filterSize).map { evaluator.filter[$0].real })
            }
            var (loss, rate, slope) = (move(), 1e-3, Double.infinity)
            for _ in 0..<20_000 where slope > 1e-5 {
                let gradient = (0..<structure.entryCount).map { evaluator.gradient[$0] }
                slope = gradient.reduce(0) { $0 + $1.squaredMagnitude }.squareRoot()
                let old = point
                for i in point.indices { point[i] = old[i] - gradient[i] * rate }
                let next = move()
                if next <= loss {
                    (loss, rate) = (next, rate * 1.1)
                } else {
                    point = old
                    _ = move()
                    rate /= 2
                }
            }
            guard slope <= 1e-5 else { continue }
            arrived += 1
            #expect(minima.contains { abs($0 - loss) < 1e-6 * (1 + loss) }, "seed \(seed), loss \(loss)")
        }
        #expect(arrived > 0, "seed \(seed)")
    }

    /// For the Euclidean distance the count is lower, and nothing degenerate is certified.
    @Test func nothingIsCertifiedThatIsNotThere() throws {
        let problem = try TrainingProblem(
            Architecture(filterSizes: [2, 2], strides: [2]), nearest: [1, 2, 3, 7])
        let points = try CriticalPoints.run(problem)
        // The Euclidean distance degree of 2 × 2 matrices of rank 1, by Eckart and Young.
        #expect(points.certifiedCount == 2 && points.real.count == 2 && !points.isComplete)
    }

    @Test func tooMany() throws {
        let problem = try TrainingProblem.random(
            Architecture(filterSizes: [9, 9], strides: [2]), outputWidth: 1, seed: 1)
        #expect(throws: CriticalPointsError.self) { try CriticalPoints.run(problem) }
    }

    /// From seconds to ages of the universe, with one processor and with more.
    @Test(arguments: [
        (39, 1, "about 1 second on 1 core, and 1 MB"), (145_635, 2, "about 2 minutes on 2 cores, and 364 MB"),
        (10_000_000, 2, "about 2 hours on 2 cores, and 25 GB"),
        (1_000_000_000, 2, "about 8 days on 2 cores, and 2 TB"),
    ]) func costs(points: Int, processors: Int, words: String) throws {
        let architecture = try Architecture(filterSizes: [7, 7], strides: [3])
        #expect(
            SearchCost(points: Integer(points), architecture, processors: processors).description == words)
        let most = SearchCost(points: Integer("1" + String(repeating: "0", count: 40)) ?? 0, architecture)
        #expect(most.description.contains("10^") && most.description.contains(" years on "))
    }
}

extension Disc {
    /// Whether a number lies in the disc for certain.
    fileprivate func contains(_ value: Complex) -> Bool {
        (value - center).magnitude * (1 + 0x1p-50) <= radius
    }
}

@Suite struct DiscTests {
    /// Products and sums of members are members.
    @Test func enclosesItsMembers() {
        let seed = UInt64(Date().timeIntervalSince1970)
        var generator = SplitMix(seed: seed)
        for _ in 0..<2_000 {
            func disc() -> (Disc, Complex) {
                let center = Complex.random(using: &generator)
                let radius = pow(10, Double.random(in: -12..<1, using: &generator))
                let angle = Double.random(in: 0..<(2 * .pi), using: &generator)
                let share = Double.random(in: 0..<0.999, using: &generator)
                return (Disc(center, radius: radius), center + Complex.unit(angle: angle) * (radius * share))
            }
            let ((a, x), (b, y)) = (disc(), disc())
            #expect((a * b).contains(x * y), "seed \(seed)")
            #expect((a + b).contains(x + y), "seed \(seed)")
            #expect((a - b).contains(x - y), "seed \(seed)")
            #expect(!a.isDisjoint(from: Disc(x, radius: 0)))
        }
        #expect(Disc(Complex(0), radius: 1).isDisjoint(from: Disc(Complex(2.1), radius: 1)))
        #expect(!Disc(Complex(0), radius: 1).isDisjoint(from: Disc(Complex(2), radius: 1)))
        // A rounded product of exact numbers has a radius.
        #expect((Disc(Complex(1.0 / 3)) * Disc(Complex(3))).radius > 0)
    }

    @Test func regionsThatMeetCountOnce() {
        func region(_ x: Double, _ radius: Double) -> CertifiedRegion {
            CertifiedRegion(entries: [], filter: [Disc(Complex(x), radius: radius)], isReal: nil)
        }
        #expect(CertifiedRegion.disjoint([region(0, 0.1), region(1, 0.1), region(2, 0.1)]).count == 3)
        #expect(CertifiedRegion.disjoint([region(0, 0.1), region(0.15, 0.1), region(2, 0.1)]).count == 2)
    }
}

/// What ends a search.
@Suite struct SearchLimitTests {
    @Test func stopped() throws {
        let problem = try TrainingProblem.random(
            Architecture(filterSizes: [3, 3], strides: [2]), outputWidth: 1, seed: 3)
        let points = try CriticalPoints.run(problem, options: .init(shouldStop: { true }))
        #expect(points.wasStopped && !points.isComplete && points.foundCount < 39)
        let all = try CriticalPoints.run(problem)
        #expect(!all.wasStopped && all.isComplete)
    }

    /// Windows of a stationary series with strong autocorrelation, the ordinary case of data: all points are found and certified.
    @Test(arguments: [
        ([3, 3], [2], 0.99), ([3, 3], [2], 0.9999), ([3, 2, 2], [2, 2], 0.9), ([3, 2, 2], [2, 2], 0.9999),
        ([4, 4], [3], 0.99), ([3, 3], [2], 0.999_999_9), ([3, 2, 2], [2, 2], 0.999_999),
        ([4, 4], [3], 0.99999),
    ])
    func autoregressiveData(sizes: [Int], strides: [Int], correlation: Double) throws {
        var generator = SplitMix(seed: 2)
        func normal() -> Double { Complex.random(using: &generator).real }
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        let (width, samples) = (architecture.endToEndFilterSize, 200)
        var series = [normal() / (1 - correlation * correlation).squareRoot()]
        for _ in 1..<(samples + width) { series.append(correlation * series[series.count - 1] + normal()) }
        let planted = (0..<width).map { _ in normal() }
        let windows = (0..<samples).map { Array(series[$0..<($0 + width)]) }
        let outputs = windows.map { zip($0, planted).reduce(normal()) { $0 + $1.0 * $1.1 } }
        let points = try CriticalPoints.run(
            TrainingProblem(
                architecture,
                inputs: DataMatrix(rowCount: samples, columnCount: width, values: windows.flatMap(\.self)),
                outputs: DataMatrix(rowCount: samples, columnCount: 1, values: outputs)))
        #expect(points.isComplete, "\(points.certifiedCount) of \(points.expected)")
    }

    /// Columns in other units, which no change of coordinates on the layers makes up for: all points are found and certified.
    @Test(arguments: [
        [1, 1, 1, 1e5, 1, 1, 1], [1, 1, 1, 1e-5, 1, 1, 1], [1e3, 1e-3, 1e3, 1e-3, 1e3, 1e-3, 1e3],
    ])
    func columnsOfDifferentUnits(units: [Double]) throws {
        let random = try TrainingProblem.random(
            Architecture(filterSizes: [3, 3], strides: [2]), outputWidth: 1, seed: 5)
        let inputs = try #require(random.inputs)
        let scaled = inputs.values.enumerated().map { $1 * units[$0 % units.count] }
        let problem = try TrainingProblem(
            random.architecture,
            inputs: DataMatrix(rowCount: inputs.rowCount, columnCount: inputs.columnCount, values: scaled),
            outputs: try #require(random.outputs))
        let points = try CriticalPoints.run(problem)
        #expect(points.isComplete, "\(points.certifiedCount) of \(points.expected)")
        #expect(points.condition.scaleRatio > 1e4 && points.condition.total > 1e9)
    }
}

/// Problems between a well-conditioned one and the given one.
@Suite struct ConditionLadderTests {
    /// Diagonal problems, of which the condition is known.
    private func parameters(_ diagonal: [Double]) -> LossParameters {
        LossParameters(
            matrix: diagonal.map { Complex($0) }, isDiagonal: true, vector: diagonal.map { Complex(2 * $0) }
        ).expanded
    }

    @Test func conditionGrowsSlowly() {
        let easy = ConditionLadder.problems(to: parameters([1, 4, 9]))
        #expect(easy.count == 1)
        let target = parameters([1e10, 4, 1])
        let rungs = ConditionLadder.problems(to: target)
        #expect(rungs.count == 10)
        #expect(
            rungs.last?.parameters.matrix == target.matrix && rungs.last?.parameters.vector == target.vector)
        for (index, rung) in rungs.enumerated() {
            let share = Double(index + 1) / 10
            #expect(abs(rung.parameters.matrix[0].real / pow(1e10, share) - 1) < 1e-9)
            #expect(abs(rung.parameters.matrix[4].real / pow(4, share) - 1) < 1e-9)
            #expect(rung.parameters.matrix[1] == .zero)
        }
    }

    /// Of `(1 + ε, 1; 1, 1 + ε)`, and of the same in other units.
    @Test func condition() {
        for (epsilon, unit) in [(1.0, 1.0), (1e-3, 1), (1e-8, 1e3)] {
            let matrix = [1 + epsilon, unit, unit, (1 + epsilon) * unit * unit]
            let condition = LossCondition(
                LossParameters(matrix: matrix.map { Complex($0) }, vector: [.one, .one]))
            #expect(abs(condition.balanced / ((2 + epsilon) / epsilon) - 1) < 1e-6)
            #expect(abs(condition.scaleRatio / unit - 1) < 1e-9)
        }
    }

    /// The derivative of the gradient in a direction is the Hessian times it.
    @Test func preciseProduct() throws {
        let structure = FilterStructure(try Architecture(filterSizes: [3, 2, 2], strides: [2, 2]))
        var generator = SplitMix(seed: 5)
        func vector(_ count: Int) -> [Complex] { (0..<count).map { _ in Complex.random(using: &generator) } }
        let losses = (0..<2).map { _ in
            LossParameters.random(structure, using: &generator).expanded
        }
        let (a, b) = (Complex.random(using: &generator), Complex.random(using: &generator))
        let (point, direction) = (vector(structure.entryCount), vector(structure.entryCount))
        let precise = PreciseGradient(structure, losses[0], losses[1])
        var product = [Complex](repeating: .zero, count: structure.entryCount)
        precise.addProduct(at: point, direction, a, b, to: &product)
        let evaluator = GradientEvaluator<Complex>(structure)
        let mixed = zip(losses[0].matrix, losses[1].matrix).map { $0 * a + $1 * b }
        let vector = zip(losses[0].vector, losses[1].vector).map { $0 * a + $1 * b }
        evaluator.move(to: point)
        evaluator.apply(mixed, minus: vector, into: evaluator.residual)
        evaluator.pullBack(evaluator.residual, into: evaluator.gradient)
        evaluator.formHessian(mixed)
        var gradient = [Complex](repeating: .zero, count: structure.entryCount)
        precise.evaluate(at: point, a, b, into: &gradient)
        for i in point.indices {
            let row = direction.indices.reduce(Complex.zero) {
                $0 + evaluator.hessian[i * structure.entryCount + $1] * direction[$1]
            }
            #expect((row - product[i]).magnitude < 1e-11 * (1 + row.magnitude))
            #expect((gradient[i] - evaluator.gradient[i]).magnitude < 1e-11 * (1 + gradient[i].magnitude))
        }
    }
}

/// Architectures that make less than their neurovariety.
@Suite struct AttainedPointsTests {
    /// Data planted from `x² + y²` with little noise: the one critical point for (2,2;1) is no filter of real layers.
    @Test func circle() throws {
        var generator = SplitMix(seed: 4)
        let inputs = (0..<30).map { _ in Complex.random(using: &generator).real }
        for (filter, isAttained) in [([1, 0, 1.0], false), ([1, 3, 2.0], true)] {
            let outputs = (0..<10).map { row in
                (0..<3).reduce(0.01 * Complex.random(using: &generator).real) {
                    $0 + filter[$1] * inputs[3 * row + $1]
                }
            }
            let points = try CriticalPoints.run(
                TrainingProblem(
                    Architecture(filterSizes: [2, 2], strides: [1]),
                    inputs: DataMatrix(rowCount: 10, columnCount: 3, values: inputs),
                    outputs: DataMatrix(rowCount: 10, columnCount: 1, values: outputs)))
            #expect(points.mayBeUnattained && points.real.count == 1)
            let layers = points.realLayers[0]
            #expect((layers != nil) == isAttained)
            guard let layers, let point = points.real.first else { continue }
            #expect(layers.map(\.count) == [2, 2])
            let product = [
                layers[0][0] * layers[1][0], layers[0][0] * layers[1][1] + layers[0][1] * layers[1][0],
                layers[0][1] * layers[1][1],
            ]
            #expect(zip(product, point.filter).allSatisfy { abs($0 - $1) < 1e-8 })
        }
        let reduced = try CriticalPoints.run(
            .random(Architecture(filterSizes: [2, 2], strides: [2]), outputWidth: 1, seed: 1))
        #expect(!reduced.mayBeUnattained && reduced.realLayers.allSatisfy { $0 != nil })
    }
}
