import ExactAlgebra
import Foundation
import Neurovariety
import TestSupport
import Testing

@testable import Training

@Suite struct TrainingProblemTests {
    /// T and b against the loss itself, with several outputs and a last stride.
    @Test func quadraticFormIsTheLoss() throws {
        let architecture = try Architecture(filterSizes: [3, 2, 2], strides: [2, 2])
        for (outputs, lastStride) in [(1, 1), (3, 1), (2, 3)] {
            let problem = try TrainingProblem.random(
                architecture, outputWidth: outputs, lastStride: lastStride, seed: 5)
            for seed in 0..<5 {
                let filter = (0..<architecture.endToEndFilterSize).map { sin(Double($0 * 7 + seed)) }
                let (a, b) = (problem.loss(of: filter), problem.quadraticLoss(of: filter))
                #expect(abs(a - b) < 1e-11 * a)
            }
            // Without an architecture, u is the minimum.
            let best = problem.unconstrainedMinimum
            for place in best.indices {
                for change in [-1e-3, 1e-3] {
                    var other = best
                    other[place] += change
                    #expect(problem.loss(of: other) > problem.loss(of: best))
                }
            }
        }
    }

    @Test func shapesThatDoNotFit() throws {
        let architecture = try Architecture(filterSizes: [2, 2], strides: [2])
        func zeros(_ rows: Int, _ columns: Int, _ value: Double = 0) -> DataMatrix {
            DataMatrix(
                rowCount: rows, columnCount: columns, values: .init(repeating: value, count: rows * columns))
        }
        func error(_ inputs: DataMatrix, _ outputs: DataMatrix) -> DataError? {
            do throws(DataError) {
                _ = try TrainingProblem(architecture, inputs: inputs, outputs: outputs)
                return nil
            } catch { return error }
        }
        #expect(error(zeros(5, 4), zeros(4, 1)) == .sampleCounts(inputs: 5, outputs: 4))
        #expect(
            error(zeros(9, 4), zeros(9, 2))
                == .width(
                    found: 4, expected: 6, filterSize: 4, outputs: 2, stride: 2, hint: .outputs(1)))
        // Squares out of range are none of scaled data: the rank is what is wrong.
        if case .rankDeficient = error(zeros(9, 4, 1e200), zeros(9, 1, 1)) {} else { Issue.record("rank 1") }
        let random = try TrainingProblem.random(architecture, outputWidth: 1, seed: 1)
        let inputs = try #require(random.data?.inputs)
        #expect(error(inputs, zeros(inputs.rowCount, 1)) == .zeroFilter)
    }

    private func normal(_ rows: Int, _ columns: Int, seed: UInt64) -> DataMatrix {
        var generator = SplitMix(seed: seed)
        return DataMatrix(
            rowCount: rows, columnCount: columns,
            values: (0..<(rows * columns)).map { _ in Complex.random(using: &generator).real })
    }

    /// One signal: T is regular although XXᵀ has rank 1, and outputs without noise give the filter back.
    @Test func oneLongSample() throws {
        let architecture = try Architecture(filterSizes: [3, 3], strides: [2])
        let signal = normal(1, 1_003, seed: 3)
        let filter = [1.0, -0.5, 2, 0.25, -3, 1, 0.5]
        let outputs = (0..<499).map { m in (0..<7).reduce(0) { $0 + filter[$1] * signal[0, $1 + 2 * m] } }
        let problem = try TrainingProblem(
            architecture, inputs: signal, outputs: DataMatrix(rowCount: 1, columnCount: 499, values: outputs))
        for (found, wanted) in zip(problem.unconstrainedMinimum, filter) {
            #expect(abs(found - wanted) < 1e-12)
        }
        #expect(problem.loss(of: filter) < 1e-20)
        for (i, j) in [(0, 0), (2, 5), (6, 1)] {
            let wanted = (0..<499).reduce(0) { $0 + signal[0, i + 2 * $1] * signal[0, j + 2 * $1] }
            #expect(abs(problem.matrix[i * 7 + j] - wanted) < 1e-12 * 500)
        }
    }

    /// Fewer samples than inputs: the same minimum as with every row twice, at half the loss.
    @Test func eightSamples() throws {
        let architecture = try Architecture(filterSizes: [3, 3], strides: [2])
        let all = try ["X", "Y"].map { try DataMatrix(path: Fixtures.path("training/\($0).csv")) }
        func rows(_ matrix: DataMatrix, _ repeats: Int) -> DataMatrix {
            let first = Array(matrix.values.prefix(8 * matrix.columnCount))
            return DataMatrix(
                rowCount: 8 * repeats, columnCount: matrix.columnCount,
                values: Array([[Double]](repeating: first, count: repeats).joined()))
        }
        for (repeats, loss) in [(1, 0.99416521), (2, 1.98833041)] {
            let problem = try TrainingProblem(
                architecture, inputs: rows(all[0], repeats), outputs: rows(all[1], repeats))
            let points = try CriticalPoints.run(problem)
            #expect(points.isComplete && points.real.first?.isMinimum == true)
            #expect(abs((points.real.first?.loss ?? 0) - loss) < 6e-9, "\(repeats)")
        }
    }

    @Test func singularMatrices() throws {
        let architecture = try Architecture(filterSizes: [2, 2], strides: [2])
        func rank(_ inputs: DataMatrix, outputs: Int) -> (rank: NumericalRank, text: String)? {
            let targets = normal(inputs.rowCount, outputs, seed: 9)
            do throws(DataError) {
                _ = try TrainingProblem(architecture, inputs: inputs, outputs: targets)
                return nil
            } catch {
                guard case .rankDeficient(let rank, inputs.rowCount, outputs) = error else { return nil }
                return (rank, error.description)
            }
        }
        // Samples that are too few, and as many as suffice.
        let few = try #require(rank(normal(1, 8, seed: 1), outputs: 3))
        #expect(few.rank.rank == 3 && few.rank.size == 4 && few.rank.condition > 1e14)
        #expect(
            few.text.contains("T of the loss has rank 3 of 4 (condition at least 10^1")
                && few.text.contains("at most samples times outputs, 1*3 = 3;"))
        #expect(rank(normal(1, 10, seed: 1), outputs: 4) == nil)
        #expect(rank(normal(4, 4, seed: 1), outputs: 1) == nil)
        #expect(rank(normal(3, 4, seed: 1), outputs: 1)?.rank.rank == 3)
        // Constant inputs, inputs that are 0, and a column that is the sum of two.
        func table(_ value: (Int, Int) -> Double) -> DataMatrix {
            DataMatrix(
                rowCount: 20, columnCount: 4, values: (0..<80).map { value($0 / 4, $0 % 4) })
        }
        #expect(rank(table { _, _ in 1 }, outputs: 1)?.rank.rank == 1)
        #expect(rank(table { _, _ in 0 }, outputs: 1)?.rank.rank == 0)
        #expect(rank(table { _, _ in 0 }, outputs: 1)?.text.contains("infinite") == true)
        let free = normal(20, 4, seed: 2)
        let sum = rank(
            table { row, column in column == 3 ? free[row, 0] + free[row, 1] : free[row, column] }, outputs: 1
        )
        #expect(sum?.rank.rank == 3)
        // Units that differ too much for double precision are named.
        let units = rank(table { row, column in free[row, column] * (column == 0 ? 1e-9 : 1) }, outputs: 1)
        #expect(units?.rank.rank == 3 && units?.text.contains("differ by 10^") == true)
        #expect(rank(table { row, column in free[row, column] * 1e-120 }, outputs: 1) == nil)
    }

    @Test func shapesThatWouldFit() throws {
        let architecture = try Architecture(filterSizes: [3, 3], strides: [2])
        func hint(_ inputs: (Int, Int), _ outputs: (Int, Int), lastStride: Int = 1) -> ShapeHint? {
            do throws(DataError) {
                _ = try TrainingProblem(
                    architecture, inputs: normal(inputs.0, inputs.1, seed: 1),
                    outputs: normal(outputs.0, outputs.1, seed: 2), lastStride: lastStride)
                return nil
            } catch {
                switch error {
                case .sampleCounts(_, _, let hint), .width(_, _, _, _, _, let hint):
                    if let hint { #expect(error.description.hasSuffix("; \(hint)")) }
                    return hint
                default: return nil
                }
            }
        }
        #expect(hint((24, 9), (24, 2)) == nil)
        #expect(hint((9, 24), (2, 24)) == .transposed(inputs: true, outputs: true))
        #expect(hint((9, 24), (24, 2)) == .transposed(inputs: true, outputs: false))
        #expect(hint((24, 9), (2, 24)) == .transposed(inputs: false, outputs: true))
        #expect(hint((1_003, 1), (499, 1)) == .transposed(inputs: true, outputs: true))
        #expect(hint((24, 13), (24, 2)) == .lastStride(3))
        #expect(hint((24, 9), (24, 2), lastStride: 2) == .lastStride(1))
        #expect(hint((24, 11), (24, 1)) == .outputs(3))
        #expect(hint((24, 9), (24, 5)) == .outputs(2))
        #expect(hint((24, 8), (24, 2)) == nil && hint((24, 9), (23, 2)) == nil)
        #expect(hint((24, 3), (24, 2)) == nil)
    }
}
