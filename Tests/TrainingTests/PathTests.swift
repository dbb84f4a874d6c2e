import ExactAlgebra
import Foundation
import Neurovariety
import Testing

@testable import Training

/// The parts of path tracking, each against what it replaces or by its definition.
@Suite struct PathTests {
    private let seed = UInt64(Date().timeIntervalSince1970)

    private func structure(_ sizes: [Int], _ strides: [Int]) throws -> FilterStructure {
        FilterStructure(try Architecture(filterSizes: sizes, strides: strides))
    }

    /// A system with the matrix of some Hessian is solved, whether or not pivots are needed.
    @Test(arguments: [0, 1, 2]) func symmetricSystems(vanishing: Int) throws {
        let structure = try structure([4, 3], [2])
        var generator = SplitMix(seed: seed)
        let entries = structure.entryCount
        let chart = Chart(structure, (0..<entries).map { _ in Complex.random(using: &generator) })
        var matrix = [Complex](repeating: .zero, count: entries * entries)
        for i in 0..<entries {
            for j in 0...i {
                matrix[i * entries + j] = .random(using: &generator)
                matrix[j * entries + i] = matrix[i * entries + j]
            }
        }
        // A zero where the first pivot is, or one that is nearly zero.
        if vanishing > 0 {
            let first = chart.free[0]
            matrix[first * entries + first] = vanishing == 1 ? .zero : Complex(1e-9)
        }
        let solver = SymmetricSolver(size: chart.free.count)
        #expect(solver.factor(matrix, of: chart))
        let exact = chart.free.map { _ in Complex.random(using: &generator) }
        var vector = chart.free.map { row in
            zip(chart.free, exact).reduce(Complex.zero) { $0 + matrix[row * entries + $1.0] * $1.1 }
        }
        solver.solve(&vector)
        for (a, b) in zip(vector, exact) { #expect((a - b).magnitude < 1e-9, "seed \(seed)") }
    }

    @Test func singularSystems() throws {
        let structure = try structure([2, 2], [2])
        let chart = Chart(structure, [.one, .one, .one, .one])
        let solver = SymmetricSolver(size: 3)
        #expect(!solver.factor([Complex](repeating: .zero, count: 16), of: chart))
    }

    /// Three points with tangents give polynomials of degree 5 back, in steps of any length.
    @Test func predictions() {
        var generator = SplitMix(seed: seed)
        let coefficients = (0..<6).map { _ in Complex.random(using: &generator) }
        func value(_ t: Double) -> Complex {
            coefficients.enumerated().reduce(.zero) { $0 + $1.element * pow(t, Double($1.offset)) }
        }
        func slope(_ t: Double) -> Complex {
            coefficients.enumerated().dropFirst().reduce(.zero) {
                $0 + $1.element * (Double($1.offset) * pow(t, Double($1.offset - 1)))
            }
        }
        var predictor = PathPredictor(point: [value(0)], velocity: [slope(0)])
        func error(_ t: Double, _ length: Double) -> Double {
            var point = [Complex.zero]
            predictor.predict(&point, [0], length)
            return (point[0] - value(t + length)).magnitude
        }
        #expect(abs(error(0, 0.1) - (value(0.1) - value(0) - slope(0) * 0.1).magnitude) < 1e-14)
        var time = 0.0
        for length in [0.1, 0.07, 0.2, 0.15] {
            time += length
            predictor.add(point: [value(time)], velocity: [slope(time)], after: length)
            #expect(predictor.nodes.count <= 3)
            if predictor.nodes.count == 3 { #expect(error(time, 0.12) < 1e-10, "seed \(seed)") }
        }
    }

    /// Real T at complex points: the same numbers as with a complex T.
    @Test(arguments: [([3, 2], [2]), ([2, 2, 2], [2, 2])] as [([Int], [Int])])
    func realQuadrics(sizes: [Int], strides: [Int]) throws {
        let structure = try structure(sizes, strides)
        var generator = SplitMix(seed: seed)
        let (size, entries) = (structure.filterSize, structure.entryCount)
        func number() -> Complex { .random(using: &generator) }
        var matrix = [Complex](repeating: .zero, count: size * size)
        for i in 0..<size {
            for j in 0...i {
                matrix[i * size + j] = Complex(number().real)
                matrix[j * size + i] = matrix[i * size + j]
            }
        }
        let vector = (0..<size).map { _ in Complex(number().real) }
        let loss = RealLoss(LossParameters(matrix: matrix, vector: vector))
        let (factor, diagonal) = (number(), (0..<size).map { _ in number() })
        let (real, complex) = (
            GradientEvaluator<Complex>(structure), GradientEvaluator<Complex>(structure)
        )
        let point = (0..<entries).map { _ in number() }
        real.move(to: point)
        complex.move(to: point)
        real.apply(loss, into: real.residual)
        complex.apply(matrix, minus: vector, into: complex.residual)
        for i in 0..<size { #expect((real.residual[i] - complex.residual[i]).magnitude < 1e-12) }
        var whole = matrix.map { $0 * factor }
        for i in 0..<size { whole[i * size + i] += diagonal[i] }
        real.formHessian(diagonal: diagonal, plus: factor, times: loss)
        complex.formHessian(whole)
        for i in 0..<(entries * entries) {
            #expect((real.hessian[i] - complex.hessian[i]).magnitude < 1e-11, "seed \(seed)")
        }
    }

    /// Points within the tolerance are the same, wherever the borders of cells are; others are not.
    @Test func neighborsAreFound() throws {
        let structure = try structure([3, 2], [2])
        var generator = SplitMix(seed: seed)
        var points = PointSet(structure)
        for index in 0..<500 {
            let point = (0..<structure.entryCount).map { _ in Complex.random(using: &generator) }
            #expect(points.insert(point) == index)
            // All entries of the last layer by one factor: w by the same.
            func scaled(_ factor: Double) -> [Complex] {
                point.enumerated().map { $0 < structure.offsets[1] ? $1 : $1 * factor }
            }
            let change = Double.random(in: -0.9..<0.9, using: &generator) * PointSet.defaultTolerance
            #expect(points.insert(scaled(1 + change)) == index, "seed \(seed)")
            var other = points
            #expect(other.insert(scaled(1 + 3 * PointSet.defaultTolerance)) == index + 1, "seed \(seed)")
        }
    }

    /// What is searched in two parts is what is searched at once, in the same order.
    @Test func monodromyGoesOn() throws {
        let structure = try structure([3, 3], [2])
        for seed in UInt64(1)...4 {
            var whole = Monodromy(structure, seed: seed)
            whole.search(until: 39) { _ in }
            #expect(whole.points.count == 39)
            var parts = Monodromy(structure, seed: seed)
            parts.search(until: 20) { _ in }
            let (first, parameters) = (parts.points, parts.parameters)
            #expect(first.count >= 20)
            parts.search(until: 39) { _ in }
            #expect(parts.points.count == 39 && Array(parts.points.prefix(first.count)) == first)
            #expect(parts.parameters.vector == parameters.vector)
        }
    }
}
