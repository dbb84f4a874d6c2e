import ExactAlgebra
import Testing

@testable import Neurovariety

@Suite struct HomologyTests {
    /// From (2,2;2) on; two, three and four layers, sparse and not reduced ones.
    private static let small: [(filterSizes: [Int], strides: [Int])] =
        ReducedArchitectures.upTo(endToEndFilterSize: 9).map { ($0.filterSizes, $0.strides) } + [
            ([1], []), ([4], []), ([1, 3], [2]), ([1, 2, 2], [2, 2]), ([2, 2, 2], [1, 2]),
            ([2, 1, 2], [3, 1]),
            ([1, 1, 3], [1, 1]), ([2, 2, 1, 2], [2, 1, 2]),
        ]

    /// Local cohomology by Hochster's formula, from the homology of the links of all faces, against the closed formula.
    @Test(arguments: small.indices) func localCohomologyByLinks(index: Int) throws {
        let a = try architecture(Self.small[index].filterSizes, Self.small[index].strides)
        let byLinks = LinkHomology(a)
        let cohomology = LocalCohomology(a)
        for i in 0...a.dimension + 1 {
            for degree in -8...1 {
                #expect(
                    cohomology.dimension(i, inDegree: degree) == byLinks.dimension(i, inDegree: degree),
                    "\(a): H^\(i) in degree \(degree)")
            }
            #expect(cohomology.topDegrees[i] == byLinks.topDegree(i), "\(a): H^\(i)")
        }
        let invariants = HomologicalInvariants(a)
        #expect(invariants.depth == (0...a.dimension).first { byLinks.topDegree($0) != nil })
        #expect(
            invariants.regularity
                == (0...a.dimension).compactMap { i in byLinks.topDegree(i).map { i + $0 } }.max())
    }

    /// In negative degrees the Hilbert function is zero, so that the Hilbert polynomial is `−Σ (−1)^i dim H^i_m(A)`
    /// (Grothendieck and Serre).
    @Test(arguments: assortment.indices) func eulerCharacteristic(index: Int) throws {
        let a = try architecture(assortment[index].filterSizes, assortment[index].strides)
        let cohomology = LocalCohomology(a)
        let coefficients = HilbertPolynomial(try HilbertSeries(a)).coefficients
        let common = coefficients.reduce(Integer.one) { Integer.leastCommonMultiple($0, $1.denominator) }
        for degree in [-1, -2, -3, -7, -a.dimension, -a.dimension - 5] {
            var value = Integer.zero
            for coefficient in coefficients.reversed() {
                value = value * Integer(degree) + coefficient.numerator * (common / coefficient.denominator)
            }
            var sum = Integer.zero
            for i in 0...a.dimension {
                let part = cohomology.dimension(i, inDegree: degree)
                sum += i.isMultiple(of: 2) ? -part : part
            }
            #expect(value == sum * common, "\(a) in degree \(degree)")
        }
    }

    @Test func namedExamples() throws {
        let example = HomologicalInvariants(try architecture([5, 2], [3]))
        #expect(example.projectiveDimension == 3 && example.depth == 5 && !example.isCohenMacaulay)
        #expect(example.regularity == 3)
        #expect(
            example.extremalBettiNumbers == [
                BettiNumber(homologicalDegree: 3, regularity: 3, value: 1)
            ])
        // A hypersurface of degree 3, from two layers.
        let cubic = HomologicalInvariants(try architecture([3, 2], [2]))
        #expect(cubic.isCohenMacaulay && cubic.projectiveDimension == 1 && cubic.regularity == 2)
        // Two corners.
        let three = HomologicalInvariants(try architecture([3, 2, 2], [2, 2]))
        #expect(three.extremalBettiNumbers.map(\.homologicalDegree) == [4, 5])
        #expect(three.extremalBettiNumbers.map(\.degree) == [7, 7])
        // Two layers with stride 2, and those without inner descents, are Cohen–Macaulay; others are not.
        for a in ReducedArchitectures.upTo(endToEndFilterSize: 20) where a.layerCount == 2 {
            let expected = a.strides[0] == 2 || a.filterSizes[0] <= a.strides[0]
            #expect(HomologicalInvariants(a).isCohenMacaulay == expected, "\(a)")
        }
    }

    @Test func genera() throws {
        func genera(_ sizes: [Int], _ strides: [Int]) throws -> SectionalGenera? {
            let a = try architecture(sizes, strides)
            return SectionalGenera(a, numerator: try HilbertSeries(a).numerator)
        }
        #expect(try genera([3, 2], [2]) == SectionalGenera(arithmetic: 1, geometric: 0))
        // Lines.
        #expect(try genera([4], []) == SectionalGenera(arithmetic: 0, geometric: 0))
        #expect(try genera([1, 3], [2]) == SectionalGenera(arithmetic: 0, geometric: 0))
        #expect(try genera([1], []) == nil)
        // P^2 × P^2, an elliptic normal curve section; with stride 2 it is projected.
        #expect(try genera([3, 3], [3]) == SectionalGenera(arithmetic: 1, geometric: 1))
        #expect(try genera([3, 3], [2]) == SectionalGenera(arithmetic: 3, geometric: 1))
        // Smooth in codimension 1, where every stride exceeds 2.
        for a in ReducedArchitectures.upTo(endToEndFilterSize: 18) {
            let genera = try #require(SectionalGenera(a, numerator: HilbertSeries(a).numerator))
            #expect(genera.arithmetic >= genera.geometric && genera.geometric >= 0, "\(a)")
            if a.strides.allSatisfy({ $0 > 2 }) { #expect(genera.arithmetic == genera.geometric, "\(a)") }
        }
    }

    /// Sizes at which a sum over the τ of every layer would be out of reach.
    @Test func largeArchitectures() throws {
        let wide = HomologicalInvariants(try architecture([600, 600], [3]))
        #expect(wide.depth == 1000 && wide.extremalBettiNumbers.count == 200)
        let deep = HomologicalInvariants(
            try architecture([Int](repeating: 9, count: 20), [Int](repeating: 2, count: 19)))
        #expect(deep.dimension == 161 && deep.depth < 161)
    }
}

/// The reduced homology of the links of all faces of Δ, with coefficients in ``EliminationField``.
private struct LinkHomology {
    /// By i, by the number of vertices of a face F: the sum of `dim H̃_{i−|F|−1}(link F)`.
    private var ranks: [Int: [Int: Int]] = [:]

    init(_ architecture: Architecture) {
        let complex = architecture.initialComplex
        let all = 0..<architecture.endToEndFilterSize
        func vertices(_ set: Int) -> [Int] { all.filter { set >> $0 & 1 == 1 } }
        let faces = (0..<1 << all.count).filter { !complex.isNonface(vertices($0)) }
        let isFace = Set(faces)
        for face in faces {
            var byCount = [[Int]](repeating: [], count: all.count + 2)
            for set in faces where set & face == 0 && isFace.contains(set | face) {
                byCount[set.nonzeroBitCount].append(set)
            }
            // The boundary maps, from sets of one more vertex.
            var boundaries = [0]
            for count in 1..<byCount.count {
                let places = Dictionary(
                    uniqueKeysWithValues: byCount[count - 1].enumerated().map { ($1, $0) })
                var form = EchelonForm(columnCount: byCount[count - 1].count)
                for set in byCount[count] {
                    let row = vertices(set).enumerated().map { place, vertex in
                        (column: places[set ^ 1 << vertex] ?? 0, value: place % 2 == 0 ? 1 : -1)
                    }
                    _ = form.insert(row)
                }
                boundaries.append(form.rank)
            }
            boundaries.append(0)
            for count in 0..<byCount.count {
                let rank = byCount[count].count - boundaries[count] - boundaries[count + 1]
                // Sets of that size have dimension count − 1.
                if rank > 0 {
                    let size = face.nonzeroBitCount
                    ranks[count + size, default: [:]][size, default: 0] += rank
                }
            }
        }
    }

    /// The largest degree with local cohomology.
    func topDegree(_ i: Int) -> Int? { ranks[i]?.keys.map { -$0 }.max() }

    /// Monomials of degree d with the face as support: `binom(d−1, |F|−1)`.
    func dimension(_ i: Int, inDegree degree: Int) -> Integer {
        guard degree <= 0 else { return .zero }
        return (ranks[i] ?? [:]).reduce(.zero) { sum, entry in
            let count: Integer =
                entry.key == 0 ? (degree == 0 ? 1 : 0) : .binomial(-degree - 1, entry.key - 1)
            return sum + Integer(entry.value) * count
        }
    }
}
