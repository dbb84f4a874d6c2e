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

    /// e and f are adjoint for the norms: `(e u, v) = (u, f v)`.
    @Test func operatorsAreAdjoint() {
        let spaces = WeightSpaces(multidegree: [3, 1, 2], forms: [4, 4, 3])
        let field = EliminationField.field
        for level in 1..<spaces.spaces.count {
            let norms = (level - 1...level).map { level in
                spaces.inverseNorms(atLevel: level).map { field.inverse(UInt64($0)) }
            }
            var raised: [[UInt64]: UInt64] = [:]
            var lowered: [[UInt64]: UInt64] = [:]
            let (below, above) = (spaces.spaces[level - 1], spaces.spaces[level])
            for row in above.monomials.indices {
                for place in Int(above.raise.starts[row])..<Int(above.raise.starts[row + 1]) {
                    raised[[UInt64(above.raise.sources[place]), UInt64(row)]] = field.multiply(
                        UInt64(above.raise.factors[place]), norms[1][row])
                }
            }
            for row in below.monomials.indices {
                for place in Int(below.lower.starts[row])..<Int(below.lower.starts[row + 1]) {
                    lowered[[UInt64(row), UInt64(below.lower.sources[place])]] = field.multiply(
                        UInt64(below.lower.factors[place]), norms[0][row])
                }
            }
            #expect(!raised.isEmpty && raised == lowered, "level \(level)")
        }
    }

    /// A sketch keeps the rank of vectors of a small space, and its combinations are the same linear forms.
    @Test func sketchesKeepRank() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix(seed: seed)
        let field = EliminationField.field
        for (monomialCount, rank) in [(1, 1), (9, 9), (40, 3), (300, 50), (5000, 2)] {
            func element() -> UInt32 { UInt32(random.next() % field.modulus) }
            let sketch = HighestWeightSketch(
                monomialCount: monomialCount, width: rank + 8, using: &random)
            // More vectors than the rank, combinations of as many.
            let base = (0..<rank).map { _ in (0..<monomialCount).map { _ in UInt64(element()) } }
            var echelon = EchelonForm(columnCount: sketch.width)
            for _ in 0..<(rank + 4) {
                let weights = base.map { _ in UInt64(element()) }
                let vector = (0..<monomialCount).map { place in
                    UInt32(
                        zip(base, weights).reduce(0) { field.add($0, field.multiply($1.0[place], $1.1)) })
                }
                let lanes = vector.map { EliminationField.Lanes(repeating: $0) }
                let images = sketch.coordinates(of: lanes, count: 3)
                #expect(images.count == 3 && images[0] == images[2], "seed \(seed)")
                echelon.insert(dense: [images[1]])
                let form = (0..<sketch.width).map { _ in element() }
                let combined = sketch.combination(form, monomialCount: monomialCount)
                #expect(
                    Self.product(combined, vector) == Self.product(form, images[0]), "seed \(seed)")
            }
            #expect(echelon.rank == rank, "seed \(seed), \(monomialCount) monomials")
        }
    }

    private static func product(_ left: [UInt32], _ right: [UInt32]) -> UInt64 {
        let field = EliminationField.field
        return zip(left, right).reduce(0) { field.add($0, field.multiply(UInt64($1.0), UInt64($1.1))) }
    }

    /// New elements of a block against full elimination of random rows, whose first columns are the reducible monomials.
    @Test func newElementsByElimination() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix(seed: seed)
        for (rank, reducible, count) in [(1, 0, 4), (5, 3, 12), (20, 18, 60), (7, 0, 7), (300, 290, 320)] {
            var monomials: [Monomial] = []
            Monomial.visit(degree: 4, variables: Array(0..<8)) { monomials.append($0) }
            monomials = Array(monomials.shuffled(using: &random).prefix(count))
            let rows = (0..<rank).map { _ in
                monomials.map { _ in UInt32(random.next() % EliminationField.modulus) }
            }
            let known = Set(monomials.shuffled(using: &random).prefix(reducible))
            let block = SpannedBlock(monomials, dimension: rank) { known.contains($0) }
            #expect(Set(block.reducible) == known && block.hasNewElements, "seed \(seed)")
            // Known ones first, then the largest.
            let order = monomials.indices.sorted {
                let (left, right) = (known.contains(monomials[$0]), known.contains(monomials[$1]))
                return left != right ? left : monomials[$0] > monomials[$1]
            }
            var echelon = EchelonForm(columnCount: count)
            echelon.insert(dense: rows.map { row in order.map { row[$0] } })
            let expected = (reducible..<rank).map { echelon.reducedRow(pivot: $0) }
            let elements = block.newElements(rows)
            #expect(elements.count == expected.count, "seed \(seed)")
            for (element, row) in zip(elements, expected) {
                #expect(
                    element.monomials == order.indices.filter { row[$0] != 0 }.map { monomials[order[$0]] },
                    "seed \(seed)")
                #expect(element.coefficients == row.filter { $0 != 0 }, "seed \(seed)")
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
