import ExactAlgebra
import Testing

@testable import Neurovariety

@Suite struct HighestWeightTests {
    @Test func packedMonomials() {
        var word = PackedVariables()
        for variable in [5, 0, 254, 5, 3, 0, 100, 7] { word = word.times(variable) }
        #expect(word.variables == [0, 0, 3, 5, 5, 7, 100, 254])
        #expect(word.removing(at: 7).variables == [0, 0, 3, 5, 5, 7, 100])
        #expect(word.removing(at: 0).variables == [0, 3, 5, 5, 7, 100, 254])
        #expect(word.removing(at: 3).times(5) == word)
    }

    /// `ef − fe = h` on every vector of the upper weight spaces but the lowest, where f leads out.
    @Test func operatorsMakeSL2() {
        let spaces = WeightSpaces(multidegree: [2, 1, 1], forms: [3, 3, 2])
        func apply(_ matrix: WeightSpaces.Gather, _ vector: [Int]) -> [Int] {
            (0..<(matrix.starts.count - 1)).map { row in
                (Int(matrix.starts[row])..<Int(matrix.starts[row + 1])).reduce(0) {
                    $0 + vector[Int(matrix.sources[$1])] * Int(matrix.factors[$1])
                }
            }
        }
        for level in 1..<spaces.spaces.count {
            let space = spaces.spaces[level]
            let vector = space.monomials.indices.map { $0 * $0 % 7 - 3 }
            let raisedLowered = apply(space.raise, apply(spaces.spaces[level - 1].lower, vector))
            let loweredRaised =
                level + 1 < spaces.spaces.count
                ? apply(space.lower, apply(spaces.spaces[level + 1].raise, vector)) : vector.map { _ in 0 }
            let weight = spaces.firstWeight + 2 * level
            for place in vector.indices {
                #expect(raisedLowered[place] - loweredRaised[place] == weight * vector[place])
            }
        }
    }

    /// Dimensions against the Hilbert series, numbers of generators against the minimal nonfaces.
    @Test func againstTheTheorem() throws {
        var compared = 0
        for architecture in ReducedArchitectures.upTo(endToEndFilterSize: 11)
        where architecture.layerCount == 2 {
            let counts = try #require(NonfaceCounts(architecture)).bySize
            let degree = (counts.keys.max() ?? 1) + 1
            guard degree <= 5, let ideal = HighestWeightIdeal.run(architecture, maxDegree: degree) else {
                continue
            }
            compared += 1
            let function = try HilbertSeries(architecture).function(upTo: degree)
            for result in ideal.degrees {
                let all = Integer.binomial(architecture.endToEndFilterSize + result.degree - 1, result.degree)
                #expect(result.dimension == all - function[result.degree], "\(architecture) \(result.degree)")
                #expect(
                    result.minimalGenerators == counts[result.degree] ?? 0, "\(architecture) \(result.degree)"
                )
            }
        }
        #expect(compared > 20)
    }

    @Test func whatItIsNotFor() throws {
        #expect(try HighestWeightIdeal.run(architecture([3, 2, 2], [2, 2]), maxDegree: 3) == nil)
        #expect(try HighestWeightIdeal.run(architecture([2, 2], [3]), maxDegree: 3) == nil)
        #expect(try HighestWeightIdeal.run(architecture([5], []), maxDegree: 3) == nil)
        #expect(try HighestWeightIdeal.run(architecture([5, 5], [3]), maxDegree: 9) == nil)
    }
}

@Suite struct SymmetricLinearAlgebraTests {
    /// The elements found by highest weights are those found by evaluating every block.
    @Test func sameReducedBasis() throws {
        for (sizes, strides) in [
            ([5, 2], [3]), ([4, 4], [3]), ([3, 3], [2]), ([5, 3], [2]), ([4, 2], [4]),
        ] {
            let architecture = try architecture(sizes, strides)
            let bySymmetry = try LinearAlgebraIdeal.run(architecture, maxDegree: 4)
            let byBlocks = try LinearAlgebraIdeal.run(architecture, maxDegree: 4, usesSymmetry: false)
            for (one, other) in zip(bySymmetry.degrees, byBlocks.degrees) {
                #expect(one.dimension == other.dimension && one.minimalGenerators == other.minimalGenerators)
                #expect(one.leadingMonomials == other.leadingMonomials)
                let same =
                    Set(one.elements.map(\.normalizedSign)) == Set(other.elements.map(\.normalizedSign))
                #expect(same, "\(architecture), degree \(one.degree)")
            }
        }
    }
}
