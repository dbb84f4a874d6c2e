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

@Suite struct ComplexTests {
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
        let enumerated = a.nonfaceMinors.map(\.nonface)
        #expect(Set(enumerated) == minimal, "\(a)")
        #expect(enumerated.count == minimal.count, "\(a): a nonface was reported twice")
    }

    @Test(arguments: assortment.indices) func initialIdeal(index: Int) throws {
        let a = try architecture(assortment[index].filterSizes, assortment[index].strides)
        let check = try InitialIdealCheck(a)
        #expect(check.wrongLeadingTerms.isEmpty)
        #expect(check.facetCount.map { Integer($0) } == a.degree)
        #expect(facets(a.reduced).allSatisfy { $0.count == a.dimension })
    }

    @Test(arguments: [
        (5, [3: 80, 4: 35]), (6, [3: 35, 4: 420]), (7, [4: 630, 5: 1008]), (8, [4: 210, 5: 4620, 6: 924]),
    ])
    func knownDegrees(k: Int, expected: [Int: Int]) throws {
        #expect(try InitialIdealCheck(try architecture([k, k], [3])).degrees == expected)
    }

    /// The minor of a nonface is a minor of the resultant matrix of its level.
    @Test func minorsAreMinorsOfResultantMatrices() throws {
        for (sizes, strides) in assortment {
            for minor in try architecture(sizes, strides).nonfaceMinors where minor.nonface.count > 1 {
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
