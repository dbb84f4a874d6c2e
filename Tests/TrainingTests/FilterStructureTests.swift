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
}
