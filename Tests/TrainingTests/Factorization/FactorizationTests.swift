import ExactAlgebra
import Foundation
import Neurovariety
import Testing

@testable import Training

/// Filters by name, with what is known of their networks.
@Suite struct FactorizationTests {
    private func networks(_ sizes: [Int], _ strides: [Int], _ filter: String, listing most: Int = 20) throws
        -> FilterNetworks
    {
        let architecture = try Architecture(filterSizes: sizes, strides: strides)
        let result = try FilterFactorization(
            try WrittenFilter(filter).coefficients, architecture, mostListed: most)
        guard case .inside(let networks) = result.answer else {
            Issue.record("\(result.answer)")
            throw DataError.zeroFilter
        }
        return networks
    }

    private func counts(_ networks: FilterNetworks) -> [Int] {
        guard let counts = networks.counts else { return [] }
        return [counts.complex, counts.real, counts.split].compactMap { Int(exactly: $0) }
    }

    private func rational(_ filters: [LayerFilter]?) -> [[String]]? {
        filters?.map { filter in
            if case .exact(let values) = filter { return values.map(\.description) }
            return ["numerical"]
        }
    }

    /// The first try of a first user: stride 1.
    @Test func strideOne() throws {
        let circle = try networks([2, 2], [1], "1,0,1")
        #expect(circle.isReached == false && counts(circle) == [1, 1, 0])
        guard case .tooFewRealRoots([0, 1], 2, 0, .exact) = circle.obstruction else {
            Issue.record("\(String(describing: circle.obstruction))")
            return
        }
        #expect(try rational(networks([2, 2], [1], "1,3,2").listed[0].layers) == [["1", "2"], ["1", "1"]])
        #expect(try networks([2, 2, 2], [1, 2], "1,1,3,2,2").isReached == false)
        // One layer of odd degree: always. Of three with three real roots, and with one.
        #expect(try networks([3, 2], [1], "1,2,3,5").isReached == true)
        #expect(try networks([2, 2, 2], [1, 1], "1,6,11,6").isReached == true)
        #expect(try networks([2, 2, 2], [1, 1], "1,0,0,1").isReached == false)
        // Double roots count twice, 0 and ∞ too.
        #expect(try networks([2, 2], [1], "1,2,1").isReached == true)
        #expect(try networks([2, 2], [1], "0,1,0").isReached == true)
        #expect(try networks([2, 2], [1], "0,0,3").isReached == true)
        // x⁴ + y⁴ is no product over ℚ; x⁴ + x²y² + y⁴ is.
        #expect(try rational(networks([3, 3], [1], "1,0,0,0,1").listed[0].layers)?[0] == ["numerical"])
        #expect(try rational(networks([3, 3], [1], "1,0,1,0,1").listed[0].layers)?[0] != ["numerical"])
    }

    /// Sizes of 1, and strides that they make larger or that make the filter sparse.
    @Test func degenerateArchitectures() throws {
        #expect(
            try rational(networks([3, 1, 2], [2, 2], "1,2,3,0,2,4,6").listed[0].layers) == [
                ["1", "2", "3"], ["1"], ["1", "2"],
            ])
        #expect(
            try rational(networks([1, 3], [2], "2,0,4,0,6").listed[0].layers) == [["2"], ["1", "2", "3"]])
        #expect(try rational(networks([1, 1], [2], "5").listed[0].layers) == [["5"], ["1"]])
        #expect(
            try rational(networks([1, 2, 1, 2], [1, 1, 1], "1,3,2").listed[0].layers) == [
                ["1"], ["1", "2"], ["1"], ["1", "1"],
            ])
        #expect(try networks([1, 2, 2], [2, 1], "1,0,0,0,1").isReached == false)
        #expect(try rational(networks([4], [], "0,1/2,3,0").listed[0].layers) == [["0", "1/2", "3", "0"]])
    }

    /// `−3(2x + 3y)(x² − y²)⁴(x⁴ + y⁴)`: the last layer takes a root whose roots of order 2 the second needs too.
    @Test func oneRationalNetwork() throws {
        let found = try networks([8, 2, 2], [2, 2], "-6,-9,24,36,-42,-63,48,72,-42,-63,24,36,-6,-9")
        #expect(counts(found) == [1, 1, 1])
        let layers = try #require(found.listed.first?.layers)
        #expect(layers.allSatisfy(\.isExact) && found.listed[0].residual == 0)
    }

    @Test func threeNetworks() throws {
        let found = try networks([4, 2, 2], [2, 2], "4,-3,0,0,16,-12,0,0,0,0")
        #expect(counts(found) == [3, 1, 1])
        #expect(rational(found.listed[0].layers) == [["4", "-3", "0", "0"], ["1", "0"], ["1", "4"]])
        #expect(found.listed.map(\.isReal) == [true, false, false])
        #expect(found.listed.allSatisfy { $0.residual < 1e-14 })
    }

    /// More networks than are listed: the decision does not depend on the list.
    @Test func beyondTheList() throws {
        // In X = x², Y = y²: one real root, and pairs of multiplicities 5, 3 and 2.
        let common = LayerProducts.product(
            [[1, -2]] + [[Int]](repeating: [1, 0, 1], count: 5) + [[Int]](repeating: [1, 1, 1], count: 3)
                + [[Int]](repeating: [1, 2, 3], count: 2))
        let filter = LayerProducts.product([[1, 1], LayerProducts.spread(common, by: 2)]).map { "\($0)" }
        for most in [0, 1, 5, 2_000] {
            let found = try networks([24, 11], [2], filter.joined(separator: ","), listing: most)
            #expect(counts(found) == [1_252, 12, 12] && found.isReached == true)
            #expect(found.listed.count == min(most, 1_252))
            #expect(
                found.listed.prefix(12).allSatisfy(\.isReal)
                    && found.listed.count(where: \.isReal) == min(most, 12))
            #expect(found.listed.allSatisfy { $0.residual < 1e-8 })
        }
    }

    /// Two layers: a real network exists unless m is odd and the common factor has no real root, also where it has none in the list.
    @Test func twoLayerRule() throws {
        func common(_ pairs: Int, _ real: Int) -> String {
            let forms = (0..<pairs).map { [1, 2, 3 + $0] } + (0..<real).map { [1, $0 + 1] }
            let form = LayerProducts.spread(LayerProducts.product(forms), by: 2)
            return form.map { "\($0)" }.joined(separator: ",")
        }
        // m = 3 and 2; the common factor has degree 4.
        #expect(try networks([3, 4], [2], common(2, 0)).isReached == false)
        #expect(try networks([3, 4], [2], common(1, 2)).isReached == true)
        #expect(try networks([5, 3], [2], common(2, 0)).isReached == true)
        // Sixteen pairs and m = 15: 601,080,390 networks, and no real one.
        let large = try networks([35, 16], [2], common(16, 0), listing: 3)
        #expect(
            large.isReached == false && large.counts?.complex == Integer.binomial(32, 15)
                && large.counts?.real == 0)
        guard case .noRealBlocks = large.obstruction else {
            Issue.record("\(String(describing: large.obstruction))")
            return
        }
    }

    /// A filter that only shifts: the blocks share 0 and ∞ alone.
    @Test(arguments: [(5, 7, 239), (9, 5, 463), (9, 6, 2_081)]) func impulses(
        size: Int, layers: Int, count: Int
    ) throws {
        let architecture = try Architecture(
            filterSizes: [Int](repeating: size, count: layers),
            strides: [Int](repeating: 2, count: layers - 1))
        let length = architecture.endToEndFilterSize
        let filter = (0..<length).map { Rational(Integer($0 == length / 2 ? 1 : 0)) }
        let result = try FilterFactorization(filter, architecture, mostListed: 500)
        guard case .inside(let networks) = result.answer else {
            Issue.record("\(result.answer)")
            return
        }
        #expect(counts(networks) == [count, count, count])
        #expect(
            networks.listed.count == min(count, 500)
                && networks.listed.allSatisfy { $0.isExact && $0.layers != nil })
    }

    /// Deep networks: few networks, many combinations of degrees.
    @Test func manyBlocks() throws {
        let architecture = try Architecture(
            filterSizes: [Int](repeating: 2, count: 18), strides: (0..<17).map { $0 % 2 == 0 ? 1 : 2 })
        // Every block is a positive definite form.
        var filter = BinaryForm(coefficients: [1, 0, 3])
        for block in 1...8 {
            filter = filter * BinaryForm(coefficients: [1, 1, Integer(block + 2)]).spread(by: 1 << block)
        }
        for most in [0, 20] {
            let result = try FilterFactorization(
                filter.coefficients.map { Rational($0) }, architecture, mostListed: most)
            #expect(result.isInNeurovariety && result.isInNeuromanifold == false)
        }
    }

    /// Layers come back exactly where they are rational, also with large coefficients.
    @Test(arguments: [8, 16, 32, 62]) func rationalLayers(bits: Int) throws {
        let seed = UInt64(Date().timeIntervalSince1970)
        var generator = SplitMix(seed: seed)
        for sizes in [[2, 2], [3, 2], [2, 2, 2], [3, 3], [4, 3], [5, 5], [3, 3, 3], [2, 4, 4]] {
            let strides = sizes.dropFirst().map { _ in 1 }
            let architecture = try Architecture(filterSizes: sizes, strides: strides)
            let layers = sizes.map { size in
                (0..<size).map { _ in
                    Rational(
                        Integer(Int.random(in: 1...((1 << bits) - 1), using: &generator) - (1 << (bits - 1))))
                }
            }
            let filter = LayerProducts.filter(layers, architecture)
            guard let last = filter.last, filter[0].numerator.signum != 0, last.numerator.signum != 0 else {
                continue
            }
            let result = try FilterFactorization(filter, architecture)
            guard case .inside(let networks) = result.answer else {
                Issue.record("seed \(seed), \(filter)")
                continue
            }
            #expect(networks.listed.first?.isExact == true, "seed \(seed), \(architecture), \(filter)")
        }
    }

    /// Many real roots: layers are accurate although the coefficients say little about them.
    @Test func chebyshev() throws {
        var (before, form) = ([Integer.one], [Integer.one, .zero])
        for _ in 1..<60 {
            let twice = form.map { $0 * 2 } + [.zero]
            let padded = [Integer](repeating: .zero, count: twice.count - before.count) + before
            (before, form) = (form, zip(twice, padded).map { $0 - $1 })
        }
        let result = try FilterFactorization(
            form.map { Rational($0) }, Architecture(filterSizes: [32, 30], strides: [1]))
        guard case .inside(let networks) = result.answer else {
            Issue.record("\(result.answer)")
            return
        }
        #expect(networks.isReached == true && networks.listed[0].residual < 1e-13)
    }

    @Test func offTheVariety() throws {
        let architecture = try Architecture(filterSizes: [2, 2], strides: [2])
        let result = try FilterFactorization([1, 2, 3, 7].map { Rational($0) }, architecture)
        guard case .outside(layers: [1], commonDegree: 0, neededDegree: 1) = result.answer else {
            Issue.record("\(result.answer)")
            return
        }
        #expect(!result.isInNeurovariety && result.isInNeuromanifold == false)
        // A coefficient that must vanish: k_1 < s.
        let sparse = try FilterFactorization(
            [1, 2, 1, 3, 6].map { Rational($0) }, Architecture(filterSizes: [2, 2], strides: [3]))
        #expect(!sparse.isInNeurovariety)
        #expect(throws: DataError.filterSize(found: 1, expected: 4)) {
            try FilterFactorization([Rational(1)], architecture)
        }
    }

    @Test func zero() throws {
        let result = try FilterFactorization(
            [0, 0, 0, 0].map { Rational($0) }, Architecture(filterSizes: [2, 2], strides: [2]))
        guard case .zero = result.answer else {
            Issue.record("\(result.answer)")
            return
        }
        #expect(result.isInNeurovariety && result.isInNeuromanifold == true)
    }

    /// Products of layers with 64-bit coefficients, K = 1,000, also with a common factor of higher degree than needed.
    @Test func largeFilters() throws {
        var generator = SplitMix(seed: 1)
        func form(_ count: Int) -> BinaryForm {
            BinaryForm(
                coefficients: (0..<count).map { _ in Integer(Int.random(in: .min ... .max, using: &generator))
                })
        }
        let architecture = try Architecture(filterSizes: [334, 334], strides: [2])
        let last = form(334)
        for first in [form(334), form(20).spread(by: 2) * form(296)] {
            let product = first * last.spread(by: 2)
            let result = try FilterFactorization(
                product.coefficients.map { Rational($0) }, architecture, mostListed: 1)
            guard case .inside(let networks) = result.answer, let network = networks.listed.first else {
                Issue.record("\(result.answer)")
                continue
            }
            #expect(networks.isReached == true && network.residual < 1e-6)
            #expect((networks.counts?.complex == 1) == (network.residual == 0))
        }
    }
}
