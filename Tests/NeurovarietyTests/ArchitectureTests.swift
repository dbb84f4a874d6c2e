import ExactAlgebra
import Foundation
import Testing

@testable import Neurovariety

@Suite struct ArchitectureTests {
    @Test func invariants() throws {
        let a = try architecture([7, 7], [3])
        #expect(a.endToEndFilterSize == 25 && a.dimension == 13 && a.codimension == 12 && a.degree == 924)
        #expect(a.description == "(7,7;3)")
        let b = try architecture([3, 2, 2], [2, 2, 9])
        #expect(b.strides == [2, 2] && b.strideProducts == [1, 2, 4] && b.endToEndFilterSize == 9)
        #expect(b.dimension == 5 && b.degree == 12)
        // Reduce first: a stride of 1 gives the whole space.
        #expect(try architecture([4, 3], [1]).degree == 1)
        #expect(try architecture([5], []).degree == 1)
        #expect(try architecture([5], []).description == "(5)")
    }

    @Test(
        arguments: [
            ([2, 2, 2], [1, 2], [3, 2], [2]),
            ([4, 3], [1], [6], []),
            ([2, 1, 2], [2, 3], [2, 2], [6]),
            ([3, 1], [2], [3], []),
            ([1, 3], [2], [1, 3], [2]),
            ([1, 3], [1], [3], []),
            ([1, 1, 1], [2, 3], [1], []),
            ([2, 1, 1, 3, 2], [2, 2, 1, 1], [2, 4], [4]),
            ([5, 5], [3], [5, 5], [3]),
        ] as [([Int], [Int], [Int], [Int])])
    func reduction(sizes: [Int], strides: [Int], reducedSizes: [Int], reducedStrides: [Int]) throws {
        let a = try architecture(sizes, strides)
        #expect(a.reduced == (try architecture(reducedSizes, reducedStrides)))
        #expect(a.reduced.reduced == a.reduced)
    }

    /// A first layer of size 1 before a stride keeps the sparse filter's size: trailing zeros do not arise,
    /// and the reduced architecture has the same variables.
    @Test func reductionKeepsTheVariety() throws {
        for (sizes, strides) in assortment {
            let a = try architecture(sizes, strides)
            #expect(a.reduced.endToEndFilterSize == a.endToEndFilterSize, "\(a)")
            #expect(a.reduced.dimension == a.dimension, "\(a)")
        }
    }

    @Test func errors() {
        func error(_ sizes: [Int], _ strides: [Int]) -> ArchitectureError? {
            do throws(ArchitectureError) {
                _ = try Architecture(filterSizes: sizes, strides: strides)
                return nil
            } catch { return error }
        }
        #expect(error([], []) == .noLayers)
        #expect(error([0, 3], [2]) == .filterSize(layer: 1, value: 0))
        #expect(error([3, 3], [0]) == .stride(layer: 1, value: 0))
        #expect(error([3, 3], []) == .strideCount(given: 0, layers: 2))
        #expect(error([3, 3], [2, 2, 2]) == .strideCount(given: 3, layers: 2))
        #expect(error([3, .max], [.max]) == .tooLarge)
        #expect(error([2, 2, 2], [.max, .max]) == .tooLarge)
    }

    /// The parametrization by successive products agrees with its definition as a sum over choices.
    @Test func parametrization() throws {
        let seed: UInt64 = 17
        var generator = SplitMix(seed: seed)
        let field = PrimeField.mersenne61
        for (sizes, strides) in assortment {
            let a = try architecture(sizes, strides)
            let map = Parametrization(a)
            let parameters = field.randomPoint(count: map.parameterCount, using: &generator)
            let coordinates = try map.coordinates()
            #expect(coordinates.count == a.endToEndFilterSize)
            #expect(
                coordinates.map { $0.evaluated(at: parameters, in: field) }
                    == map.point(parameters, in: field),
                "\(a), seed \(seed)")
        }
    }

    /// Read back the same; what is no architecture is refused.
    @Test func coding() throws {
        for (sizes, strides) in assortment {
            let a = try architecture(sizes, strides)
            #expect(try JSONDecoder().decode(Architecture.self, from: JSONEncoder().encode(a)) == a)
        }
        for bad in [
            #"{"filterSizes": [2, 2], "strides": []}"#, #"{"filterSizes": [0], "strides": []}"#,
            #"{"filterSizes": [2]}"#, #"{"strides": [2]}"#, "[2, 2]",
        ] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(Architecture.self, from: Data(bad.utf8))
            }
        }
    }
}
