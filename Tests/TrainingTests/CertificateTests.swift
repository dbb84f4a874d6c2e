import ExactAlgebra
import Foundation
import Neurovariety
import Testing

@testable import Training

/// What is proved of critical points, where it is not easy.
@Suite struct CertificateTests {
    /// Windows of one series `x_t = φx_{t−1} + noise`, outputs of a filter plus noise: T is ill-conditioned as φ nears 1.
    private func series(
        _ architecture: Architecture, factor: Double, samples: Int, seed: UInt64
    ) throws -> TrainingProblem {
        var generator = SplitMix(seed: seed)
        func normal() -> Double { Complex.random(using: &generator).real }
        let size = architecture.endToEndFilterSize
        var (value, values): (Double, [Double]) = (0, [])
        for step in 0..<(1_000 + samples + size) {
            value = factor * value + normal()
            if step >= 1_000 { values.append(value) }
        }
        let planted = (0..<size).map { _ in normal() }
        var (inputs, outputs): ([Double], [Double]) = ([], [])
        for start in 0..<samples {
            let window = values[start..<(start + size)]
            inputs += window
            outputs.append(zip(planted, window).reduce(normal()) { $0 + $1.0 * $1.1 })
        }
        return try TrainingProblem(
            architecture, inputs: DataMatrix(rowCount: samples, columnCount: size, values: inputs),
            outputs: DataMatrix(rowCount: samples, columnCount: 1, values: outputs))
    }

    @Test(arguments: [0.9, 0.99, 0.9999])
    func correlatedSeries(factor: Double) throws {
        for (sizes, strides) in [([3, 3], [2]), ([3, 2, 2], [2, 2])] as [([Int], [Int])] {
            let problem = try series(
                Architecture(filterSizes: sizes, strides: strides), factor: factor, samples: 100, seed: 3)
            let points = try CriticalPoints.run(problem)
            #expect(points.isComplete && points.isGlobalMinimumProved)
            try checkIndices(points)
        }
    }

    /// A large common part of all inputs: T has a condition of about its square.
    @Test(arguments: [1e2, 1e4, 1e5, 1e6])
    func conditionsFarBeyondTheSearch(common: Double) throws {
        let architecture = try Architecture(filterSizes: [3, 3], strides: [2])
        let layers = [1, -2, 0.5, 0.75, 1.5, -1]
        let structure = FilterStructure(architecture)
        let filter = structure.filter(of: layers.map { Complex($0) }).map(\.real)
        var generator = SplitMix(seed: 17)
        func normal() -> Double { Complex.random(using: &generator).real }
        var (inputs, outputs): ([Double], [Double]) = ([], [])
        for _ in 0..<40 {
            let part = normal() * common
            let sample = filter.map { _ in part + normal() }
            inputs += sample
            outputs.append(zip(filter, sample).reduce(1e-9 * normal()) { $0 + $1.0 * $1.1 })
        }
        let problem = try TrainingProblem(
            architecture, inputs: DataMatrix(rowCount: 40, columnCount: filter.count, values: inputs),
            outputs: DataMatrix(rowCount: 40, columnCount: 1, values: outputs))
        let values = SymmetricEigenvalues.of(problem.matrix, size: filter.count)
        #expect(values[filter.count - 1] / values[0] > common * common)
        let scaled = ScaledProblem(problem)
        // The last layer in the units of the scaled problem.
        let exponent = scaled.enclosure.filterExponent
        let point = layers.enumerated().map { Complex($0 < 3 ? $1 : $1.scaled(byPowerOfTwo: -exponent)) }
        let region = try #require(KrawczykTest(structure, scaled).region(around: point))
        #expect(region.isReal == true && region.excludesZero && region.morseIndex == 0)
        for (disc, value) in zip(region.filter, filter) {
            #expect(abs(disc.center.real.scaled(byPowerOfTwo: exponent) - value) < 1e-6)
            #expect(disc.radius < 1e-12)
        }
    }

    /// Proved Morse indices against the eigenvalues in another chart.
    private func checkIndices(_ points: CriticalPoints) throws {
        let structure = FilterStructure(points.architecture)
        for point in points.real {
            #expect(point.isIndexProved)
            let flat = point.filters.flatMap { $0.map { Complex($0) } }
            let evaluator = GradientEvaluator<Complex>(structure)
            evaluator.move(to: flat)
            let matrix = points.problem.matrix.map { Complex($0) }
            evaluator.apply(
                matrix, minus: points.problem.vector.map { Complex($0) }, into: evaluator.residual)
            evaluator.formHessian(matrix)
            // All entries are unknowns: L − 1 more eigenvalues, which are 0 but for rounding.
            let count = structure.entryCount
            let values = SymmetricEigenvalues.of(
                (0..<(count * count)).map { evaluator.hessian[$0].real }, size: count)
            let largest = values.reduce(0) { max($0, abs($1)) }
            let negative = values.count { $0 < -1e-11 * largest }
            #expect(negative == point.morseIndex)
        }
    }

    /// Four samples, inputs on the diagonal.
    private func diagonal(_ inputs: [Double], _ outputs: [Double]) throws -> TrainingProblem {
        var values = [Double](repeating: 0, count: 16)
        for (i, value) in inputs.enumerated() { values[5 * i] = value }
        return try TrainingProblem(
            Architecture(filterSizes: [2, 2], strides: [2]),
            inputs: DataMatrix(rowCount: 4, columnCount: 4, values: values),
            outputs: DataMatrix(rowCount: 4, columnCount: 1, values: outputs))
    }

    /// Macaulay2 finds 5 critical points with w ≠ 0 here; one of the six paths ends at w = 0.
    @Test func theFilterZeroIsNotCounted() throws {
        let points = try CriticalPoints.run(diagonal([1, 2, 3, 5], [1, 1, 1, 1.2]))
        #expect(points.expected == 6 && points.foundCount == 5 && points.certifiedCount == 5)
        #expect(!points.isComplete && !points.isGlobalMinimumProved && points.endings.zeroCount > 0)
        // Counted by hand: with layers 1, t and p, q the best p and q are rational functions of t, and then the loss is stationary
        // where 1 + 2t = 0, so that p = q = 0, and at the five roots of a polynomial.
        func value(_ t: Complex) -> Complex {
            let (a, b) = (Complex(1) + t * t * 4, Complex(9) + t * t * 25)
            return (Complex(4) - t * 8) * b * b + (Complex(324) - t * 450) * a * a
        }
        let roots = points.points.map { $0.layers[0][1] / $0.layers[0][0] }
        for (index, root) in roots.enumerated() {
            #expect(value(root).magnitude < 1e-10 * (1 + pow(root.magnitude, 5)) * 12_200)
            #expect(roots[..<index].allSatisfy { ($0 - root).magnitude > 1e-3 })
        }
    }

    /// With b = 1, 2, 3, 6 of rank 1 the zero is isolated, and Krawczyk's test alone would certify it.
    @Test func theIsolatedZeroOfASpecialProblem() throws {
        let problem = try diagonal([1, 2, 3, 4], [1, 1, 1, 1.5])
        let points = try CriticalPoints.run(problem)
        #expect(points.foundCount == 5 && points.certifiedCount == 5 && !points.isComplete)
        let zero = [Complex(-2), Complex(1), Complex(0), Complex(0)]
        let test = KrawczykTest(FilterStructure(problem.architecture), ScaledProblem(problem))
        let region = try #require(test.region(around: zero))
        #expect(!region.excludesZero)
    }

    /// (3,2;2): the system in a chart has one more isolated solution than C_k, at w = 0.
    @Test func theZeroOfAGenericProblem() throws {
        let architecture = try Architecture(filterSizes: [3, 2], strides: [2])
        let problem = try TrainingProblem.random(architecture, outputWidth: 1, seed: 1)
        let structure = FilterStructure(architecture)
        // Two equations for the first layer a: Σ a_i b_{i+2j} = 0 for j = 0, 1; a is a cross product.
        let b = problem.vector
        let a = [
            b[1] * b[4] - b[2] * b[3], b[2] * b[2] - b[0] * b[4], b[0] * b[3] - b[1] * b[2],
        ]
        let zero = a.map { Complex($0) } + [Complex(0), Complex(0)]
        let region = try #require(
            KrawczykTest(structure, ScaledProblem(problem)).region(around: zero))
        #expect(!region.excludesZero)
        var points = PointSet(structure)
        #expect(points.insert(zero) == nil && points.count == 0)
    }

    /// A point that is known exactly: integer layers, data without noise.
    @Test func theExactPointLiesInItsRegion() throws {
        let architecture = try Architecture(filterSizes: [3, 2], strides: [2])
        let layers: [[Double]] = [[4, -8, 2], [3, 6]]
        let filter: [Double] = [12, -24, 30, -48, 12]
        var generator = SplitMix(seed: 5)
        var (inputs, outputs): ([Double], [Double]) = ([], [])
        for _ in 0..<10 {
            let sample = (0..<5).map { _ in Double(Int.random(in: -9...9, using: &generator)) }
            inputs += sample
            outputs.append(zip(filter, sample).reduce(0) { $0 + $1.0 * $1.1 })
        }
        let points = try CriticalPoints.run(
            TrainingProblem(
                architecture, inputs: DataMatrix(rowCount: 10, columnCount: 5, values: inputs),
                outputs: DataMatrix(rowCount: 10, columnCount: 1, values: outputs)))
        let best = try #require(points.real.first)
        #expect(points.isGlobalMinimumProved && best.isMinimum)
        #expect(best.lossInterval.lower <= 0 && best.lossInterval.upper >= 0)
        #expect(best.lossInterval.upper < 1e-20)
        for (value, (center, radius)) in zip(filter, zip(best.certified.filter, best.certified.filterRadii)) {
            #expect((center - Complex(value)).magnitude <= radius && radius < 1e-12)
        }
        // The largest entry of the first layer is 1.
        let exact = [layers[0].map { $0 / -8 }, layers[1].map { $0 * -8 }]
        for (layer, (centers, radii)) in zip(exact, zip(best.certified.layers, best.certified.layerRadii)) {
            for (value, (center, radius)) in zip(layer, zip(centers, radii)) {
                #expect((center - Complex(value)).magnitude <= radius)
            }
        }
    }

    /// Losses against those of the middle of the region, in rational numbers.
    @Test func lossesAreThoseOfTheData() throws {
        let architecture = try Architecture(filterSizes: [2, 2, 2], strides: [2, 2])
        let problem = try TrainingProblem.random(architecture, outputWidth: 2, seed: 9)
        let data = try #require(problem.data)
        let points = try CriticalPoints.run(problem)
        #expect(points.isComplete)
        for point in points.real {
            // The products of the layers, exactly: the loss is stationary along them.
            var filter = [BinaryNumber(1)]
            var step = 1
            for layer in point.certified.layers {
                var product = [BinaryNumber](
                    repeating: .zero, count: filter.count + (layer.count - 1) * step)
                for (i, entry) in layer.enumerated() {
                    for (j, value) in filter.enumerated() {
                        product[j + i * step] = product[j + i * step] + value * BinaryNumber(entry.real)
                    }
                }
                (filter, step) = (product, step * 2)
            }
            var loss = BinaryNumber.zero
            for sample in 0..<data.inputs.rowCount {
                for m in 0..<2 {
                    var error = BinaryNumber.zero - BinaryNumber(data.outputs[sample, m])
                    for (j, weight) in filter.enumerated() {
                        error = error + weight * BinaryNumber(data.inputs[sample, j + data.stride * m])
                    }
                    loss = loss + error * error
                }
            }
            let (lower, upper) = (point.lossInterval.lower, point.lossInterval.upper)
            let margin = BinaryNumber(1e-26 * problem.constant)
            #expect(BinaryNumber(lower) <= loss + margin && loss - margin <= BinaryNumber(upper))
            #expect(upper - lower <= 1e-15 * upper)
        }
    }

    /// The same data in other units: the same points, losses and indices.
    @Test(
        arguments: [
            (0, 0), (266, 266), (-282, -282), (0, 465), (0, -465), (498, 0), (-498, 0), (300, -300),
        ] as [(Int, Int)])
    func unitsDoNotMatter(inputExponent: Int, outputExponent: Int) throws {
        let architecture = try Architecture(filterSizes: [3, 3], strides: [2])
        let random = try TrainingProblem.random(architecture, outputWidth: 1, seed: 4)
        let data = try #require(random.data)
        let original = try CriticalPoints.run(random)
        // Not a power of two.
        func scaled(_ matrix: DataMatrix, _ exponent: Int) -> DataMatrix {
            DataMatrix(
                rowCount: matrix.rowCount, columnCount: matrix.columnCount,
                values: matrix.values.map { ($0 * 1.25).scaled(byPowerOfTwo: exponent) })
        }
        let points = try CriticalPoints.run(
            TrainingProblem(
                architecture, inputs: scaled(data.inputs, inputExponent),
                outputs: scaled(data.outputs, outputExponent)))
        #expect(points.isComplete && points.isGlobalMinimumProved)
        #expect(points.real.map(\.morseIndex) == original.real.map(\.morseIndex))
        for (point, other) in zip(points.real, original.real) {
            #expect(point.isIndexProved)
            let loss = point.loss.scaled(byPowerOfTwo: -2 * outputExponent) / 1.5625
            #expect(abs(loss - other.loss) <= 1e-12 * other.loss)
            for (a, b) in zip(point.filter, other.filter) {
                #expect(abs(a.scaled(byPowerOfTwo: inputExponent - outputExponent) - b) < 1e-10)
            }
            #expect(point.gradientNorm.isFinite && point.filters.joined().allSatisfy(\.isFinite))
        }
    }

    /// Losses or filters that are no numbers of double precision.
    @Test(
        arguments: [(0, 531), (0, -531), (-1_000, 0), (996, 465), (-1_060, -1_060), (0, 1_000)]
            as [(Int, Int)])
    func unitsThatCannotBeWritten(inputExponent: Int, outputExponent: Int) throws {
        let architecture = try Architecture(filterSizes: [2, 2], strides: [2])
        let data = try #require(try TrainingProblem.random(architecture, outputWidth: 1, seed: 4).data)
        func scaled(_ matrix: DataMatrix, _ exponent: Int) -> DataMatrix {
            DataMatrix(
                rowCount: matrix.rowCount, columnCount: matrix.columnCount,
                values: matrix.values.map { $0.scaled(byPowerOfTwo: exponent) })
        }
        let error = #expect(throws: DataError.self) {
            try TrainingProblem(
                architecture, inputs: scaled(data.inputs, inputExponent),
                outputs: scaled(data.outputs, outputExponent))
        }
        #expect(error?.description.contains("beyond the range of numbers") == true)
    }

    /// Where the distance is the same in all directions: nearest points of a filter are not isolated, and none is certified.
    @Test func degenerateProblems() throws {
        // The 2 × 2 matrices of rank 1 nearest to the identity.
        let problem = try TrainingProblem(
            Architecture(filterSizes: [2, 2], strides: [2]), nearest: [1, 0, 0, 1])
        let structure = FilterStructure(problem.architecture)
        let test = KrawczykTest(structure, ScaledProblem(problem))
        for angle in [0, 0.3, 1.1] {
            let (c, s) = (cos(angle), sin(angle))
            #expect(test.region(around: [c, s, c, s].map { Complex($0) }) == nil)
            // The Hessian there is singular, and no index is proved.
            let evaluator = GradientEvaluator<Disc>(structure)
            let point = [Complex(1), Complex(s / c), Complex(c * c), Complex(c * s)].map { Disc($0) }
            evaluator.move(to: point)
            let matrix = problem.matrix.map { Disc(Complex($0)) }
            evaluator.apply(matrix, minus: problem.vector.map { Disc(Complex($0)) }, into: evaluator.residual)
            evaluator.formHessian(matrix)
            let hessian = [1, 2, 3].flatMap { i in [1, 2, 3].map { evaluator.hessian[i * 4 + $0] } }
            #expect(HessianInertia.negativeCount(hessian, size: 3) == nil)
        }
        let points = try CriticalPoints.run(problem)
        #expect(points.real.isEmpty && points.certifiedCount == 0 && !points.isComplete)
    }

    /// Two regions with the same end-to-end filter are one filter, whatever their layers.
    @Test func layersThatCanBeExchanged() {
        func region(_ layer: Double, _ filter: Double) -> CertifiedRegion {
            CertifiedRegion(
                entries: [Disc(Complex(layer), radius: 1e-9)], filter: [Disc(Complex(filter), radius: 1e-9)])
        }
        #expect(CertifiedRegion.disjoint([region(1, 5), region(2, 5), region(3, 6)]).count == 2)
    }
}
