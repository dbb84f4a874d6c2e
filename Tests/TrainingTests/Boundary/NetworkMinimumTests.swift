import ExactAlgebra
import Foundation
import Neurovariety
import Testing

@testable import Training

/// Least squares on the layers as they are, without any of the program's search.
private struct Descent {
    let chain: LayerChain
    /// Rows of R with `RᵀR = T`, and `Ru`.
    let rows: [[Double]]
    let target: [Double]
    /// The loss is `‖R(w − u)‖²` and this.
    let constant: Double

    init(_ problem: TrainingProblem) {
        let architecture = problem.architecture
        chain = LayerChain(sizes: architecture.filterSizes, steps: architecture.strideProducts)
        let size = chain.filterSize
        // T = LLᵀ, R = Lᵀ.
        var lower = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        for i in 0..<size {
            for j in 0...i {
                let sum = (0..<j).reduce(problem.matrix[i * size + j]) { $0 - lower[i][$1] * lower[j][$1] }
                lower[i][j] = i == j ? sum.squareRoot() : sum / lower[j][j]
            }
        }
        rows = (0..<size).map { i in (0..<size).map { lower[$0][i] } }
        target = rows.map { zip($0, problem.unconstrainedMinimum).reduce(0) { $0 + $1.0 * $1.1 } }
        constant = problem.quadraticLoss(of: problem.unconstrainedMinimum)
    }

    private func residual(_ point: [Double]) -> [Double] {
        let filter = chain.filter(of: point)
        return zip(rows, target).map { row, value in zip(row, filter).reduce(-value) { $0 + $1.0 * $1.1 } }
    }

    func loss(_ point: [Double]) -> Double { residual(point).reduce(constant) { $0 + $1 * $1 } }

    /// Levenberg and Marquardt; wherever it stops, the loss is that of layers.
    func run(from start: [Double], steps: Int) -> (point: [Double], loss: Double) {
        var (point, damping) = (start, 1e-2)
        var values = residual(point)
        var square = values.reduce(0) { $0 + $1 * $1 }
        let count = point.count
        for _ in 0..<steps {
            let derivative = chain.jacobian(at: point).values
            let columns = (0..<count).map { entry in
                rows.map { row in
                    row.indices.reduce(0) { $0 + row[$1] * derivative[entry * chain.filterSize + $1] }
                }
            }
            var system = columns.map { a in
                columns.map { b in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
                    + [-zip(a, values).reduce(0) { $0 + $1.0 * $1.1 }]
            }
            for i in 0..<count { system[i][i] += damping * (1 + system[i][i]) }
            for i in 0..<count {
                for k in (i + 1)..<max(count, i + 1) {
                    let factor = system[k][i] / system[i][i]
                    for j in i...count { system[k][j] -= factor * system[i][j] }
                }
            }
            var step = [Double](repeating: 0, count: count)
            for i in stride(from: count - 1, through: 0, by: -1) {
                step[i] =
                    ((i + 1)..<max(count, i + 1)).reduce(system[i][count]) { $0 - system[i][$1] * step[$1] }
                    / system[i][i]
            }
            let next = zip(point, step).map { $0 + $1 }
            let moved = residual(next)
            let size = moved.reduce(0) { $0 + $1 * $1 }
            if size < square {
                let gain = square - size
                (point, values, square, damping) = (next, moved, size, damping / 4)
                if gain < 1e-15 * (square + constant) { break }
            } else {
                damping *= 4
                if damping > 1e12 { break }
            }
        }
        return (point, square + constant)
    }
}

@Suite struct NetworkMinimumTests {
    /// Outputs of a random filter of the reduced architecture, which layers mostly do not make, with noise of a size.
    private static func problem(_ architecture: Architecture, noise: Double, seed: UInt64) throws
        -> TrainingProblem
    {
        var generator = SplitMix(seed: seed)
        func normal() -> Double { Complex.random(using: &generator).real }
        let reduced = LayerChain(
            sizes: architecture.reduced.filterSizes, steps: architecture.reduced.strideProducts)
        let filter = reduced.filter(of: (0..<reduced.entryCount).map { _ in normal() })
        let (width, samples) = (filter.count, 3 * filter.count)
        let inputs = (0..<(samples * width)).map { _ in normal() }
        let outputs = (0..<samples).map { row in
            filter.indices.reduce(noise * normal()) { $0 + filter[$1] * inputs[row * width + $1] }
        }
        return try TrainingProblem(
            architecture, inputs: DataMatrix(rowCount: samples, columnCount: width, values: inputs),
            outputs: DataMatrix(rowCount: samples, columnCount: 1, values: outputs))
    }

    /// Descent on the layers from 300 starts never ends below the global minimum of the network, and reaches it.
    @Test(
        arguments: [
            ([2, 2], [1]), ([2, 2, 2], [1, 1]), ([2, 2, 2], [1, 2]), ([3, 2, 2], [1, 2]),
            ([2, 2, 2], [2, 1]),
        ] as [([Int], [Int])])
    func descent(sizes: [Int], strides: [Int]) throws {
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        var onBoundary = 0
        for seed in UInt64(1)...10 {
            let problem = try Self.problem(architecture, noise: seed % 2 == 0 ? 0.02 : 1, seed: seed)
            let points = try CriticalPoints.run(problem)
            #expect(points.isComplete && points.isBoundaryComplete, "seed \(seed)")
            let minimum = try #require(points.networkMinimum)
            #expect(minimum.isProved, "seed \(seed)")
            if case .boundary = minimum.place { onBoundary += 1 }
            let descent = Descent(problem)
            let layers = try #require(minimum.layers)
            #expect(layers.map(\.count) == sizes)
            let best = minimum.point.lossInterval.midpoint
            #expect(abs(descent.loss(layers.flatMap(\.self)) - best) < 1e-9 * problem.constant)
            var generator = SplitMix(seed: seed)
            let ends = (0..<300).map { _ in
                descent.run(
                    from: (0..<descent.chain.entryCount).map { _ in Complex.random(using: &generator).real },
                    steps: 25)
            }
            #expect(ends.allSatisfy { $0.loss > best - 1e-9 * problem.constant }, "seed \(seed)")
            let lowest = try #require(ends.min { $0.loss < $1.loss })
            #expect(
                descent.run(from: lowest.point, steps: 2_000).loss < best + 1e-7 * problem.constant,
                "seed \(seed)")
            try check(points, descent)
        }
        // The boundary is not an exotic case, where there is one.
        #expect((onBoundary > 0) == points(on: architecture))
    }

    private func points(on architecture: Architecture) -> Bool {
        !RootStratum.boundary(of: architecture).isEmpty
    }

    /// Attained points by their meaning: the loss is stationary in every entry of every layer. What is called a local minimum is one among
    /// random layers nearby, and what is called none is not.
    private func check(_ points: CriticalPoints, _ descent: Descent) throws {
        let scale = points.problem.constant
        var generator = SplitMix(seed: 77)
        func isStationary(_ point: [Double]) -> Bool {
            point.indices.allSatisfy { place in
                let h = 1e-4
                var (up, down) = (point, point)
                up[place] += h
                down[place] -= h
                return abs(descent.loss(up) - descent.loss(down)) / (2 * h) < 1e-5 * scale
            }
        }
        for (point, attainment) in zip(points.real, points.attainments) where attainment.isAttained {
            #expect(attainment.isProved)
            let layers = try #require(attainment.layers).flatMap(\.self)
            #expect(abs(descent.loss(layers) - point.loss) < 1e-9 * scale)
            #expect(isStationary(layers))
        }
        for point in points.boundary.flatMap(\.real) where point.attainment.isAttained {
            let layers = try #require(point.attainment.layers).flatMap(\.self)
            #expect(abs(descent.loss(layers) - point.point.loss) < 1e-9 * scale)
            #expect(isStationary(layers))
            if point.isMinimum {
                let nearby = (0..<100).map { _ in
                    descent.loss(layers.map { $0 + 1e-3 * Complex.random(using: &generator).real })
                }
                #expect(nearby.allSatisfy { $0 > point.point.loss - 1e-12 * scale })
            } else {
                let falls = (0..<20).contains { _ in
                    let start = layers.map { $0 + 1e-2 * Complex.random(using: &generator).real }
                    return descent.run(from: start, steps: 200).loss < point.point.loss - 1e-9 * scale
                }
                #expect(falls)
            }
        }
    }

    /// One layer more of even size or a stride above 1 between all: everything is attained, and no boundary is searched.
    @Test(
        arguments: [([3, 2], [1]), ([3, 3], [1]), ([2, 2], [2]), ([3, 2, 2], [1, 2])] as [([Int], [Int])])
    func noBoundary(sizes: [Int], strides: [Int]) throws {
        let points = try CriticalPoints.run(
            .random(Architecture(filterSizes: sizes, strides: strides), outputWidth: 1, seed: 2))
        #expect(!points.mayBeUnattained && points.boundary.isEmpty && points.isBoundaryComplete)
        #expect(points.attainments.allSatisfy { $0.isAttained && $0.isProved })
        #expect(points.networkMinimum?.place == .neurovariety(0) && points.networkMinimum?.isProved == true)
    }

    /// Outputs of layers with a common root, without noise: the same filter is on the neurovariety and on the boundary, with loss 0.
    @Test(
        arguments: [
            ([2, 2], [1], [1, 2, 1]), ([2, 2], [1], [3, 6, 3]), ([2, 2, 2], [1, 2], [1, 2, 3, 4, 2]),
        ]
            as [([Int], [Int], [Double])])
    func planted(sizes: [Int], strides: [Int], filter: [Double]) throws {
        let random = try TrainingProblem.random(
            Architecture(filterSizes: sizes, strides: strides), outputWidth: 1, seed: 9)
        let inputs = try #require(random.inputs)
        let outputs = (0..<inputs.rowCount).map { row in
            filter.indices.reduce(0) { $0 + filter[$1] * inputs[row, $1] }
        }
        let problem = try TrainingProblem(
            random.architecture, inputs: inputs,
            outputs: DataMatrix(rowCount: inputs.rowCount, columnCount: 1, values: outputs))
        let points = try CriticalPoints.run(problem)
        let first = try #require(points.attainments.first)
        // For the data as stored, which are rounded, the roots may be a pair.
        #expect(first.isAttained ? first.layers != nil && !first.isProved : first.isProved)
        let minimum = try #require(points.networkMinimum)
        #expect(minimum.point.loss < 1e-20 && minimum.layers != nil)
        let best = try #require(points.boundary.first?.real.first { $0.point.loss < 1e-20 })
        #expect(best.attainment.isAttained && best.isMinimum)
    }

    /// Outputs of `(x − 1)²(x − 2)(x − 3)` for a block that needs two real roots: on the stratum of double roots too the loss is 0, and its
    /// slope decides nothing; on the neurovariety the minimum is attained, proved.
    @Test func plantedWithMoreRealRootsThanNeeded() throws {
        var generator = SplitMix(seed: 1)
        let filter = [1, -7, 17, -17, 6]
        let rows = (0..<10).map { _ in filter.map { _ in Int.random(in: -4...4, using: &generator) } }
        let outputs = rows.map { row in zip(row, filter).reduce(0) { $0 + $1.0 * $1.1 } }
        let points = try CriticalPoints.run(
            TrainingProblem(
                Architecture(filterSizes: [2, 2, 3], strides: [1, 1]),
                inputs: DataMatrix(rowCount: 10, columnCount: 5, values: rows.joined().map(Double.init)),
                outputs: DataMatrix(rowCount: 10, columnCount: 1, values: outputs.map(Double.init))))
        let minimum = try #require(points.networkMinimum)
        #expect(minimum.place == .neurovariety(0) && minimum.isProved)
        let same = try #require(points.boundary.first?.real.first { $0.point.loss < 1e-15 })
        #expect(!same.isKindProved)
    }

    /// Double and triple roots in one block, and in two; a filter that is nearest to a triple root.
    @Test(
        arguments: [
            ([2, 2, 2], [1, 1]), ([2, 2, 2, 2], [1, 1, 1]), ([2, 2, 2, 2], [1, 2, 1]),
            ([2, 2, 2, 2], [1, 1, 2]),
        ]
            as [([Int], [Int])])
    func deepStrata(sizes: [Int], strides: [Int]) throws {
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        for seed in UInt64(1)...2 {
            let problem = try Self.problem(architecture, noise: 0.3, seed: seed)
            let points = try CriticalPoints.run(problem)
            #expect(points.isComplete && points.isBoundaryComplete, "seed \(seed)")
            let minimum = try #require(points.networkMinimum)
            #expect(minimum.isProved, "seed \(seed)")
            let descent = Descent(problem)
            var generator = SplitMix(seed: seed)
            let best = minimum.point.lossInterval.midpoint
            for _ in 0..<50 {
                let end = descent.run(
                    from: (0..<descent.chain.entryCount).map { _ in Complex.random(using: &generator).real },
                    steps: 25)
                #expect(end.loss > best - 1e-9 * problem.constant, "seed \(seed)")
            }
            try check(points, descent)
        }
    }
}
