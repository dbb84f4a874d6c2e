import ExactAlgebra
import Neurovariety
import Testing

@testable import Training

/// Where the paths to special problems end.
@Suite struct EndgameTests {
    /// The Euclidean distance degrees of matrices and tensors of rank 1; the counts of all but the first two are those of
    /// `LiveCriticalPointsTests`.
    @Test(
        arguments: [
            // Eckart and Young.
            ([2, 2], [2], [1, 2, 3, 7], 2, 0, 4, [], []),
            // Tensors of format 2 × 2 × 2.
            ([2, 2, 2], [2, 2], [1, 2, 3, 7, -2, 1, 5, 4], 6, 0, 28, [], []),
            ([2, 2], [2], [1, 2, 2, 4], 1, 1, 4, [], []),
            // A circle of nearest points.
            ([2, 2], [2], [1, 0, 0, 1], 0, 0, 2, [], [1]),
            ([3, 2], [2], [1, 0, 0, 0, 1], 4, 0, 0, [6], []),
            // One filter with regular Hessian has two choices of layers.
            ([3, 2], [2], [1, 0, 1, 0, 1], 9, 1, 0, [], []),
            ([3, 2], [2], [0, 0, 1, 0, 0], 4, 0, 0, [3, 3], []),
        ] as [([Int], [Int], [Double], Int, Int, Int, [Int], Set<Int>)])
    func nearestFilters(
        sizes: [Int], strides: [Int], filter: [Double], regular: Int, zero: Int, infinite: Int,
        multiplicities: [Int], dimensions: Set<Int>
    ) throws {
        let problem = try TrainingProblem(
            Architecture(filterSizes: sizes, strides: strides), nearest: filter)
        for seed in UInt64(1)...2 {
            let points = try CriticalPoints.run(problem, options: .init(seed: seed))
            let endings = points.endings
            #expect(!points.isComplete && endings.isAccounted && endings.pathCount == points.expected)
            #expect(points.certifiedCount == points.foundCount)
            #expect(endings.regularCount == regular && endings.zeroCount == zero, "\(endings)")
            #expect(endings.infiniteCount == infinite, "\(endings)")
            #expect(endings.degeneratePoints.map(\.pathCount) == multiplicities, "\(endings)")
            #expect(Set(endings.pathsByDimension.map(\.dimension)) == dimensions, "\(endings)")
        }
    }

    /// Generic data: every path arrives.
    /// Nearly a circle of critical points: what cannot be told from one is lost, and not four isolated points of multiplicity 1.
    @Test(arguments: UInt64(1)...3) func nearlySpecial(seed: UInt64) throws {
        let points = try CriticalPoints.run(
            TrainingProblem(Architecture(filterSizes: [2, 2], strides: [2]), nearest: [1, 1e-9, 0, 1]),
            options: .init(seed: seed))
        #expect(points.endings.pathCount == 6)
        #expect(points.endings.degeneratePoints.allSatisfy { $0.pathCount > 1 })
        #expect(
            !points.endings.isAccounted || points.endings.regularFilterCount == 2
                || !points.endings.pathsByDimension.isEmpty)
    }

    @Test func nothingSpecial() throws {
        let points = try CriticalPoints.run(
            .random(Architecture(filterSizes: [3, 2], strides: [2]), outputWidth: 1, seed: 1))
        #expect(points.endings.isAccounted && points.endings.regularCount == 10)
        #expect(points.endings.singularPoints.isEmpty && points.endings.pathCount == 10)
    }

    /// Singular values of a matrix of rank 2 that is known.
    @Test func singularValues() {
        // Columns: (1, 0, i), (0, 2, 0), and the first times i.
        let i = Complex(0, 1)
        let matrix: [Complex] = [
            .one, .zero, i, .zero, Complex(2), .zero, i, .zero, i * i,
        ]
        let values = SingularValues(matrix, columnCount: 3)
        #expect(values.corank == 1)
        for (found, exact) in zip(values.values, [0, 0, 2, 2, 2, 2.0]) { #expect(abs(found - exact) < 1e-7) }
        let kernel = values.kernelVector { Double($0 + 1) }
        for row in 0..<3 {
            let product = (0..<3).reduce(Complex.zero) { $0 + matrix[row * 3 + $1] * kernel[$1] }
            #expect(product.magnitude < 1e-7)
        }
        #expect(abs(kernel.reduce(0) { $0 + $1.squaredMagnitude } - 1) < 1e-12)
        // A x = y for y in the image: x is (1, 1, −i)/… with the least norm.
        let image = (0..<3).map { column in
            (0..<3).reduce(Complex.zero) { sum, row in
                sum + matrix[row * 3 + column].conjugate * matrix[row * 3]
            }
        }
        let solution = values.leastSquares(image: image)
        for (found, exact) in zip(solution, [Complex(0.5), .zero, Complex(0, -0.5)]) {
            #expect((found - exact).magnitude < 1e-7)
        }
    }
}
