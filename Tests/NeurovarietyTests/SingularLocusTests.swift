import ExactAlgebra
import Foundation
import Testing

@testable import Neurovariety

@Suite struct SingularLocusTests {
    @Test func componentsOfTheFormula() throws {
        func components(_ sizes: [Int], _ strides: [Int]) throws -> [String] {
            try SingularLocus(architecture(sizes, strides)).components.map {
                "\($0.architecture) \($0.architecture.reduced) \($0.branchCount)"
            }
        }
        #expect(try components([5, 2], [3]) == ["(2,3;3) (2,3;3) 2"])
        #expect(
            try components([5, 4, 3], [2, 3]) == ["(3,5,3;2,3) (3,5,3;2,3) 4", "(5,1,4;2,3) (5,4;6) 3"])
        // A first layer of size 1 makes the filter sparse.
        #expect(try components([3, 2], [2]) == ["(1,3;2) (1,3;2) 2"])
        #expect(try components([1, 3, 2], [2, 2]) == ["(1,1,3;2,2) (1,3;4) 2"])
        #expect(try components([3, 3, 2], [1, 2]) == ["(3,3;2) (3,3;2) 2"])
        #expect(try components([3, 1, 2, 2], [2, 2, 2]) == [])
        #expect(try components([2, 2, 2], [2, 2]) == [])
        #expect(try components([40, 40], [3]) == ["(37,41;3) (37,41;3) 40"])
    }

    /// In 0 only linear spaces are smooth: the tangent space of a cone there is what it spans.
    @Test(arguments: assortment.indices) func linearOrNot(index: Int) throws {
        let a = try architecture(assortment[index].filterSizes, assortment[index].strides)
        let locus = SingularLocus(a)
        #expect(locus.isLinear == (a.degree == 1))
        #expect(locus.isLinear == ((try PrimeIdeal(a).largestDegree ?? 1) == 1))
        if locus.isLinear { #expect(locus.components.isEmpty && locus.codimension == nil) }
        #expect(locus.components == SingularLocus(a.reduced).components)
    }

    /// Filters of random layers, general ones and ones with many zeros, and filters of every component: the Jacobian matrix of
    /// the prime ideal, which knows nothing of layers, loses rank exactly where a layer has a factor in the variables of the
    /// next one.
    @Test func jacobianMatrices() throws {
        let seed = UInt64(Date().timeIntervalSince1970)
        var generator = SplitMix(seed: seed)
        var (smooth, singular) = (0, 0)
        for a in ReducedArchitectures.upTo(endToEndFilterSize: 14) {
            // Minors with many terms take long.
            guard let total = NonfaceCounts(a)?.total, total < 400 else { continue }
            let jacobian = try JacobianMatrix(a)
            let locus = SingularLocus(a)
            func check(_ layers: [[Int]], of chain: Architecture, isSingular: Bool) {
                let isFound = jacobian.rank(at: TestLayers.filter(layers, chain)) < a.codimension
                #expect(isFound == isSingular, "seed \(seed): \(a), layers \(layers) of \(chain)")
                if isSingular { singular += 1 } else { smooth += 1 }
            }
            for range in [-1_000_000...1_000_000, 0...1, -1...1, 0...1, 0...1] {
                let layers = TestLayers.random(a, range, &generator)
                check(layers, of: a, isSingular: TestLayers.haveMovingFactor(layers, a))
            }
            check(
                TestLayers.random(a, -1_000_000...1_000_000, &generator), of: a, isSingular: false)
            for component in locus.components {
                let chain = component.architecture
                check(
                    TestLayers.random(chain, -1_000_000...1_000_000, &generator), of: chain, isSingular: true)
                check(TestLayers.random(chain, 0...1, &generator), of: chain, isSingular: true)
            }
        }
        #expect(smooth > 400 && singular > 150, "seed \(seed): \(smooth), \(singular)")
    }
}

@Suite struct SingularStrataTests {
    private static let examples: [(filterSizes: [Int], strides: [Int])] = [
        ([7, 2], [2]), ([5, 3], [2]), ([9, 2], [3]), ([4, 3, 2], [2, 2]), ([5, 3, 2], [2, 2]),
        ([3, 2, 2], [2, 2]),
        ([5, 2, 2], [2, 2]), ([3, 3, 2], [2, 2]), ([1, 4, 2], [2, 2]), ([6, 2, 2], [2, 3]),
        ([3, 3, 2, 2], [1, 2, 2]),
    ]

    /// The singular locus of each stratum, taken as an architecture of its own.
    @Test(arguments: examples.indices) func singularLociOfStrata(index: Int) throws {
        let strata = try SingularStrata(
            architecture(Self.examples[index].filterSizes, Self.examples[index].strides)
        ).strata
        #expect(Set(strata.map(\.architecture.reduced)).count == strata.count)
        var reached: Set = [0]
        for stratum in strata {
            let components = SingularLocus(stratum.architecture).components.map(\.architecture.reduced)
            let places = stratum.singularLocus.map { strata[$0].architecture.reduced }
            #expect(Set(components) == Set(places) && components.count == places.count, "\(stratum)")
            reached.formUnion(stratum.singularLocus)
        }
        #expect(reached.count == strata.count)
        #expect(strata[0].multiplicity == 1 && strata[0].depth == 0)
    }

    /// Inclusion against the prime ideals: a stratum contains another exactly if its generators vanish at a random point
    /// of that modulo `2^61 − 1`.
    @Test(arguments: examples.indices) func inclusion(index: Int) throws {
        let strata = try SingularStrata(
            architecture(Self.examples[index].filterSizes, Self.examples[index].strides)
        ).strata
        let points = strata.map { Parametrization($0.architecture).checkPoint }
        var below = strata.map { Set($0.largestContained) }
        for place in strata.indices.reversed() {
            for lower in strata[place].largestContained { below[place].formUnion(below[lower]) }
        }
        for (place, stratum) in strata.enumerated() {
            let ideal = try PrimeIdeal(stratum.architecture).polynomials()
            for lower in strata.indices {
                let vanishes = ideal.allSatisfy { $0.evaluated(at: points[lower], in: .mersenne61) == 0 }
                #expect(
                    vanishes == (lower == place || below[place].contains(lower)),
                    "\(stratum.architecture) and \(strata[lower].architecture)")
            }
            // The depth is the length of a longest chain.
            for lower in stratum.largestContained { #expect(strata[lower].depth > stratum.depth) }
            let above = strata.indices.filter { strata[$0].largestContained.contains(place) }
            #expect(stratum.depth == (above.map { strata[$0].depth + 1 }.max() ?? 0))
        }
    }

    /// What a stratum contains need not be where it is singular, and a component of a singular locus may lie in another
    /// stratum.
    @Test func inclusionWithoutSingularity() throws {
        let strata = try SingularStrata(architecture([7, 3, 2], [2, 2])).strata
        let place = try #require(strata.firstIndex { $0.architecture.filterSizes == [7, 1, 3] })
        let contained = strata[place].largestContained.map { strata[$0].architecture.filterSizes }
        let singular = strata[place].singularLocus.map { strata[$0].architecture.filterSizes }
        #expect(contained == [[5, 2, 3]] && singular == [[3, 1, 4]])
    }

    @Test func sizes() throws {
        #expect(try SingularStrata(architecture([6], [])).strata.count == 1)
        #expect(try SingularStrata(architecture([2, 2], [2])).strata.count == 1)
        let long = try SingularStrata(architecture([40, 40], [3])).strata
        #expect(long.count == 14 && long.enumerated().allSatisfy { $1.depth == $0 })
        #expect(long.map(\.multiplicity) == (0..<14).map { Integer.binomial(39 + $0, $0) })
        #expect(try SingularStrata(architecture([40, 40, 40], [2, 2])).strata.count == 500)
        #expect(throws: SingularLocusError.tooManyStrata(limit: SingularStrata.mostStrata)) {
            try SingularStrata(
                architecture([Int](repeating: 20, count: 6), [Int](repeating: 2, count: 5)))
        }
    }
}

/// Layers with integer coefficients.
private enum TestLayers {
    static func random(
        _ architecture: Architecture, _ range: ClosedRange<Int>, _ generator: inout SplitMix
    ) -> [[Int]] {
        architecture.filterSizes.map { size in
            while true {
                let layer = (0..<size).map { _ in Int.random(in: range, using: &generator) }
                if layer.contains(where: { $0 != 0 }) { return layer }
            }
        }
    }

    /// In the field of linear algebra.
    static func filter(_ layers: [[Int]], _ architecture: Architecture) -> [UInt64] {
        let field = EliminationField.field
        return Parametrization(architecture).point(layers.joined().map { field.reduce($0) }, in: field)
    }

    /// Whether some layer but the last has a factor of positive degree in the variables of the next.
    static func haveMovingFactor(_ layers: [[Int]], _ architecture: Architecture) -> Bool {
        zip(layers, architecture.strides).contains { layer, stride in
            let forms = BinaryForm(coefficients: layer.map { Integer($0) }).decomposition(step: stride)
            return CommonFactor(of: forms.filter { !$0.coefficients.isEmpty }).factor.degree > 0
        }
    }
}

/// The derivatives of the generators of a prime ideal.
private struct JacobianMatrix {
    private let generators: [Polynomial]
    private let architecture: Architecture

    init(_ architecture: Architecture) throws {
        self.architecture = architecture
        generators = try PrimeIdeal(architecture).polynomials()
    }

    /// At most the codimension, where the count stops.
    func rank(at point: [UInt64]) -> Int {
        let field = EliminationField.field
        var echelon = EchelonForm(columnCount: point.count)
        for generator in generators where echelon.rank < architecture.codimension {
            var row = [UInt64](repeating: 0, count: point.count)
            for term in 0..<generator.termCount {
                let monomial = generator.monomial(term)
                let coefficient = field.reduce(generator.coefficients[term])
                for place in 0..<generator.degree {
                    // The rule for products: one factor is left out at a time.
                    var value = coefficient
                    for other in 0..<generator.degree where other != place {
                        value = field.multiply(value, point[monomial[other]])
                    }
                    row[monomial[place]] = field.add(row[monomial[place]], value)
                }
            }
            echelon.insert(dense: [row.map { UInt32($0) }])
        }
        return echelon.rank
    }
}
