import ExactAlgebra
import Neurovariety
import Testing

@testable import Training

@Suite struct DerivativeRankTests {
    /// On the discriminant cubics with a triple root are zeros of the gradient too, where the double root meets the simple one: they are
    /// critical points of another stratum, with a regular Hessian, and must not be counted here.
    @Test func tripleRootsAreNotCountedAmongDoubleOnes() throws {
        let architecture = try Architecture(filterSizes: [2, 2, 2], strides: [1, 1])
        let problem = try TrainingProblem.random(architecture, outputWidth: 1, seed: 4)
        let scaled = ScaledProblem(problem)
        let (double, triple) = (
            RootStratum(architecture, multiplicities: [[2]]), RootStratum(architecture, multiplicities: [[3]])
        )
        let points = VarietySearch.run(triple.structure, scaled, expected: 7, options: .init()) { _, _ in }
        #expect(points.certifiedCount == 7)
        let test = KrawczykTest(double.structure, scaled)
        let evaluator = GradientEvaluator<Complex>(double.structure)
        for point in points.search.points {
            // R³·λ as R² · λR.
            let root = Array(point[0..<2])
            let cubic = root + root.map { $0 * point[2] }
            evaluator.move(to: cubic)
            evaluator.apply(
                scaled.parameters.matrix, minus: scaled.parameters.vector, into: evaluator.residual)
            evaluator.pullBack(evaluator.residual, into: evaluator.gradient)
            for entry in 0..<4 { #expect(evaluator.gradient[entry].magnitude < 1e-9) }
            #expect(test.region(around: cubic) == nil)
        }
        let own = VarietySearch.run(double.structure, scaled, expected: 7, options: .init()) { _, _ in }
        #expect(own.certifiedCount == 7)
    }
}
