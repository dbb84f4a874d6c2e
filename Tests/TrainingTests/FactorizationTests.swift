import ExactAlgebra
import Foundation
import Neurovariety
import Testing

@testable import Training

@Suite struct FactorizationTests {
    private func filter(_ layers: [[Rational]], _ architecture: Architecture) -> [Rational] {
        var product: [Rational] = [Rational(1)]
        for (layer, step) in zip(layers, architecture.strideProducts) {
            var next = [Rational](repeating: Rational(0), count: product.count + (layer.count - 1) * step)
            for (i, a) in layer.enumerated() {
                for (j, b) in product.enumerated() {
                    let (x, y) = (
                        next[j + i * step], Rational(a.numerator * b.numerator, a.denominator * b.denominator)
                    )
                    next[j + i * step] = Rational(
                        x.numerator * y.denominator + y.numerator * x.denominator,
                        x.denominator * y.denominator)
                }
            }
            product = next
        }
        return product
    }

    /// Random layers come back up to scaling, exactly.
    @Test(
        arguments: [
            ([3, 2], [2]), ([2, 4], [3]), ([4, 3], [3]), ([3, 2, 3], [2, 3]), ([2, 2, 2, 2], [2, 2, 2]),
        ] as [([Int], [Int])])
    func roundTrip(sizes: [Int], strides: [Int]) throws {
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        let seed = UInt64(Date().timeIntervalSince1970)
        var generator = SplitMix(seed: seed)
        for _ in 0..<20 {
            let layers = sizes.map { size in
                (0..<size).map { _ in
                    Rational(
                        Integer(Int.random(in: -9...9, using: &generator)),
                        Integer(Int.random(in: 1...4, using: &generator)))
                }
            }
            let w = filter(layers, architecture)
            guard w.contains(where: { $0.numerator.signum != 0 }) else { continue }
            let result = try FilterFactorization(w, architecture)
            #expect(result.isInNeurovariety && result.isInNeuromanifold, "seed \(seed), \(w)")
            switch result.answer {
            case .unique(let found): #expect(filter(found, architecture) == w, "seed \(seed)")
            case .ambiguous(let list):
                #expect(!list.isEmpty && list.allSatisfy { $0.residual < 1e-8 }, "seed \(seed), \(w)")
            default: Issue.record("seed \(seed), \(w)")
            }
        }
    }

    @Test func offTheVariety() throws {
        let architecture = try Architecture(filterSizes: [2, 2], strides: [2])
        let result = try FilterFactorization([1, 2, 3, 7].map { Rational($0) }, architecture)
        guard case .outside(layer: 2, commonDegree: 0, neededDegree: 1) = result.answer else {
            Issue.record("\(result.answer)")
            return
        }
        #expect(!result.isInNeurovariety && !result.isInNeuromanifold)
        // A coefficient that must vanish: k_1 < s.
        let sparse = try FilterFactorization(
            [1, 2, 1, 3, 6].map { Rational($0) }, Architecture(filterSizes: [2, 2], strides: [3]))
        #expect(!sparse.isInNeurovariety)
        #expect(throws: DataError.filterSize(found: 1, expected: 4)) {
            try FilterFactorization([Rational(1)], architecture)
        }
    }

    /// `x⁴ − y⁴` in x²: two quadratic forms in common, of which one root each can go either way.
    @Test func ambiguousOnes() throws {
        let architecture = try Architecture(filterSizes: [3, 2], strides: [2])
        // q_1 = (x − y)(x + y), q_2 = 0: either root belongs to the last layer.
        let result = try FilterFactorization([1, 0, 0, 0, -1].map { Rational($0) }, architecture)
        guard case .ambiguous(let list) = result.answer else {
            Issue.record("\(result.answer)")
            return
        }
        #expect(list.count == 2 && list.allSatisfy(\.isReal))
        // x⁴ + y⁴ = (x² + iy²)(x² − iy²): in the neurovariety, not in the neuromanifold.
        let complex = try FilterFactorization([1, 0, 0, 0, 1].map { Rational($0) }, architecture)
        #expect(complex.isInNeurovariety && !complex.isInNeuromanifold)
        // A double root is one choice; a factor y is one too.
        let double = try FilterFactorization([1, 0, 2, 0, 1].map { Rational($0) }, architecture)
        guard case .ambiguous(let one) = double.answer else {
            Issue.record("\(double.answer)")
            return
        }
        #expect(one.count == 1)
        let infinite = try FilterFactorization([0, 0, 1, 0, 1].map { Rational($0) }, architecture)
        guard case .ambiguous(let two) = infinite.answer else {
            Issue.record("\(infinite.answer)")
            return
        }
        #expect(two.count == 2 && two.allSatisfy { $0.isReal && $0.residual < 1e-12 })
    }

    @Test func zero() throws {
        let result = try FilterFactorization(
            [0, 0, 0, 0].map { Rational($0) }, Architecture(filterSizes: [2, 2], strides: [2]))
        guard case .zero = result.answer else {
            Issue.record("\(result.answer)")
            return
        }
        #expect(result.isInNeurovariety && result.isInNeuromanifold)
    }

    @Test func squarefreeFactors() {
        // y²·(x − y)³·(x + 2y)
        let form = BinaryForm(coefficients: [0, 0, 1, -1, -3, 5, -2])
        let factors = form.squarefreeFactors
        #expect(factors.map(\.multiplicity) == [2, 1, 3])
        #expect(factors.map(\.form.coefficients) == [[0, 1], [1, 2], [1, -1]])
    }

    @Test func roots() {
        // (x − 1)(x − 2)…(x − 8)
        var form = [Complex(1)]
        for root in 1...8 {
            var next = form + [.zero]
            for (place, value) in form.enumerated() { next[place + 1] -= value * Double(root) }
            form = next
        }
        let roots = PolynomialRoots.of(form).map(\.real).sorted()
        for (index, root) in roots.enumerated() { #expect(abs(root - Double(index + 1)) < 1e-9) }
    }
}
