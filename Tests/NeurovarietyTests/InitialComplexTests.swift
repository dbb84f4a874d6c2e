import ExactAlgebra
import Testing

@testable import Neurovariety

/// All facets, as sets of partial sums: the definition.
private func facets(_ architecture: Architecture) -> [Set<Int>] {
    var result: Set<Set<Int>> = []
    var remaining = architecture.filterSizes.map { $0 - 1 }
    func walk(_ path: [Int]) {
        if remaining.allSatisfy({ $0 == 0 }) { result.insert(Set(path)) }
        for layer in remaining.indices where remaining[layer] > 0 {
            remaining[layer] -= 1
            walk(path + [(path.last ?? 0) + architecture.strideProducts[layer]])
            remaining[layer] += 1
        }
    }
    walk([0])
    return Array(result)
}

@Suite struct InitialComplexTests {
    /// The enumeration by descents against a search through all subsets of the vertices.
    @Test(arguments: assortment.indices) func minimalNonfacesByBruteForce(index: Int) throws {
        let a = try architecture(assortment[index].filterSizes, assortment[index].strides)
        guard a.endToEndFilterSize <= 15 else { return }
        let all = facets(a)
        var minimal: Set<[Int]> = []
        let subsets = (0..<(1 << a.endToEndFilterSize)).sorted { $0.nonzeroBitCount < $1.nonzeroBitCount }
        var found: [Int] = []
        for subset in subsets where !found.contains(where: { $0 & subset == $0 }) {
            let vertices = (0..<a.endToEndFilterSize).filter { subset >> $0 & 1 == 1 }
            if !all.contains(where: { $0.isSuperset(of: vertices) }) {
                found.append(subset)
                minimal.insert(vertices)
            }
        }
        let enumerated = try PrimeIdeal(a).minors.map(\.nonface)
        #expect(Set(enumerated) == minimal, "\(a)")
        #expect(enumerated.count == minimal.count, "\(a): a nonface was reported twice")
    }

    /// The enumeration of facets, against their definition and their number.
    @Test(arguments: assortment.indices) func facetsByBruteForce(index: Int) throws {
        let a = try architecture(assortment[index].filterSizes, assortment[index].strides)
        let complex = a.initialComplex
        var visited: [[Int]] = []
        complex.visitFacets {
            visited.append($0)
            return true
        }
        #expect(Set(visited.map { Set($0) }) == Set(facets(a.reduced)), "\(a)")
        #expect(
            Integer(visited.count) == complex.facetCount
                && visited.allSatisfy { $0.count == complex.facetSize })
        #expect(visited.allSatisfy { !complex.isNonface($0) && $0 == $0.sorted() })
        var first = 0
        complex.visitFacets { _ in
            first += 1
            return false
        }
        #expect(first == 1)
    }

    /// A minimal nonface is found inside every nonface, and none inside a face.
    @Test func minimalNonfacesInside() throws {
        let complex = try architecture([5, 2], [3]).initialComplex
        var minimal: Set<[Int]> = []
        complex.visitMinimalNonfaces { nonface, _ in minimal.insert(nonface) }
        for subset in 0..<(1 << complex.vertexCount) {
            let vertices = (0..<complex.vertexCount).filter { subset >> $0 & 1 == 1 }
            let inside = complex.minimalNonface(in: vertices)
            #expect((inside != nil) == complex.isNonface(vertices))
            if let inside { #expect(minimal.contains(inside) && Set(inside).isSubset(of: vertices)) }
            #expect(complex.idealContains(Monomial(vertices + vertices)) == complex.isNonface(vertices))
        }
    }

    @Test(arguments: assortment.indices) func initialIdeal(index: Int) throws {
        let a = try architecture(assortment[index].filterSizes, assortment[index].strides)
        let check = try InitialIdealCheck(PrimeIdeal(a))
        #expect(check.wrongLeadingTerms.isEmpty)
        #expect(check.facetCount.map { Integer($0) } == a.degree)
        #expect(facets(a.reduced).allSatisfy { $0.count == a.dimension })
    }

    @Test(arguments: [
        (5, [3: 80, 4: 35]), (6, [3: 35, 4: 420]), (7, [4: 630, 5: 1008]), (8, [4: 210, 5: 4620, 6: 924]),
    ])
    func knownDegrees(k: Int, expected: [Int: Int]) throws {
        #expect(try PrimeIdeal(architecture([k, k], [3])).degrees == expected)
    }

    /// The minor of a nonface is a minor of the resultant matrix of its level.
    @Test func minorsAreMinorsOfResultantMatrices() throws {
        for (sizes, strides) in assortment {
            for minor in try PrimeIdeal(architecture(sizes, strides)).minors where minor.nonface.count > 1 {
                let resultant = ResultantMatrix(minor.piece, level: minor.level)
                let rows = minor.rows.compactMap { resultant.rows.firstIndex(of: $0) }
                try #require(rows.count == minor.rows.count)
                #expect(resultant.matrix.submatrix(rows: rows, columns: minor.columns) == minor.matrix)
                #expect(minor.columns == minor.columns.sorted())
                #expect(minor.piece.minorSize(atLevel: minor.level) == minor.nonface.count)
            }
        }
    }
}
