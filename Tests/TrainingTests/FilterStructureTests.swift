import ExactAlgebra
import Neurovariety
import Testing

@testable import Training

@Suite struct FilterStructureTests {
    /// In small integers, where nothing is rounded: w by its definition, and derivatives as differences, since w is
    /// linear in every entry; the kernel gives the same.
    @Test(
        arguments: [([3], []), ([2, 3], [2]), ([3, 2, 2], [2, 3]), ([2, 2, 2, 2], [2, 1, 2])]
            as [([Int], [Int])])
    func productsAndDerivatives(sizes: [Int], strides: [Int]) throws {
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        let structure = FilterStructure(architecture.reduced)
        var generator = SplitMix(seed: 7)
        let numbers = (0..<structure.entryCount).map { _ in Int.random(in: -5...5, using: &generator) }
        func filter(_ numbers: [Int]) -> [Int] {
            var result = [1]
            var offset = 0
            for (size, step) in zip(structure.sizes, structure.steps) {
                var next = [Int](repeating: 0, count: result.count + (size - 1) * step)
                for (place, value) in result.enumerated() {
                    for i in 0..<size { next[place + i * step] += value * numbers[offset + i] }
                }
                (result, offset) = (next, offset + size)
            }
            return result
        }
        func point(_ numbers: [Int]) -> [Complex] { numbers.map { Complex(Double($0)) } }
        let value = filter(numbers)
        #expect(structure.filter(of: point(numbers)) == point(value))
        let evaluator = GradientEvaluator<Complex>(structure)
        evaluator.move(to: point(numbers))
        #expect((0..<structure.filterSize).map { evaluator.filter[$0] } == point(value))
        for entry in 0..<structure.entryCount {
            var moved = numbers
            moved[entry] += 1
            var difference = zip(filter(moved), value).map { $0 - $1 }
            for (place, slope) in structure.derivative(at: point(numbers), entry: entry) {
                #expect(slope == Complex(Double(difference[place])))
                difference[place] = 0
            }
            #expect(difference.allSatisfy { $0 == 0 })
        }
    }

    /// Powers: the value, and the Hessian of the loss as differences of gradients along each entry, by Cauchy's formula.
    @Test(
        arguments: [
            ([2, 1], [1, 1], [2, 1]), ([2, 2], [1, 1], [2, 1]), ([2, 2], [1, 1], [3, 1]),
            ([2, 3, 2], [1, 1, 2], [3, 2, 1]), ([2, 2, 1], [1, 2, 1], [2, 2, 1]),
        ] as [([Int], [Int], [Int])])
    func powers(sizes: [Int], steps: [Int], powers: [Int]) throws {
        let structure = FilterStructure(sizes: sizes, steps: steps, powers: powers)
        let spread = FilterStructure(
            sizes: zip(sizes, powers).flatMap { [Int](repeating: $0, count: $1) },
            steps: zip(steps, powers).flatMap { [Int](repeating: $0, count: $1) },
            powers: [Int](repeating: 1, count: powers.reduce(0, +)))
        #expect(structure.filterSize == spread.filterSize)
        var generator = SplitMix(seed: 9)
        let point = (0..<structure.entryCount).map { _ in Complex.random(using: &generator) }
        func filter(_ point: [Complex]) -> [Complex] {
            spread.filter(
                of: sizes.indices.flatMap { layer in
                    (0..<powers[layer]).flatMap { _ in
                        point[structure.offsets[layer]..<(structure.offsets[layer] + sizes[layer])]
                    }
                })
        }
        let size = structure.filterSize
        let matrix = (0..<size).map { _ in Complex.random(using: &generator) }
        let vector = (0..<size).map { _ in Complex.random(using: &generator) }
        let evaluator = GradientEvaluator<Complex>(structure)
        func gradient(_ point: [Complex]) -> [Complex] {
            evaluator.move(to: point)
            evaluator.apply(diagonal: matrix, minus: vector, into: evaluator.residual)
            evaluator.pullBack(evaluator.residual, into: evaluator.gradient)
            return (0..<structure.entryCount).map { evaluator.gradient[$0] }
        }
        /// The derivative of a polynomial: the mean over a circle.
        func derivative(_ entry: Int, _ function: ([Complex]) -> [Complex]) -> [Complex] {
            let count = 32
            var sum = [Complex](repeating: .zero, count: function(point).count)
            for index in 0..<count {
                let direction = Complex.unit(angle: 2 * .pi * Double(index) / Double(count))
                var moved = point
                moved[entry] += direction
                for (place, value) in function(moved).enumerated() {
                    sum[place] += value * direction.conjugate * (1 / Double(count))
                }
            }
            return sum
        }
        func isNear(_ a: Complex, _ b: Complex) -> Bool { (a - b).magnitude < 1e-9 * (1 + b.magnitude) }
        let slopes = gradient(point)
        #expect(zip((0..<size).map { evaluator.filter[$0] }, filter(point)).allSatisfy(isNear))
        evaluator.formHessian(diagonal: matrix)
        let count = structure.entryCount
        let hessian = (0..<(count * count)).map { evaluator.hessian[$0] }
        for entry in 0..<count {
            let column = derivative(entry, filter)
            let loss = zip(zip(filter(point), column), zip(matrix, vector)).reduce(Complex.zero) {
                $0 + ($1.1.0 * $1.0.0 - $1.1.1) * $1.0.1
            }
            #expect(isNear(loss, slopes[entry]))
            for (other, value) in derivative(entry, gradient).enumerated() {
                #expect(isNear(value, hessian[entry * count + other]))
            }
            var rest = column
            for (place, value) in structure.derivative(at: point, entry: entry) {
                #expect(isNear(value, column[place]))
                rest[place] = .zero
            }
            #expect(rest.allSatisfy { $0.magnitude < 1e-9 })
        }
    }
}
