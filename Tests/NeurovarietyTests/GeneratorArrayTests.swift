import ExactAlgebra
import Testing

@testable import Neurovariety

/// The arrays of the proof that the minors are minimal generators: rows `Z_0, …, Z_t` of forms, each form with the number
/// of times it occurs.
private struct GeneratorArrays {
    /// `δ`: how often each form is taken.
    let multiplicities: [Int]
    /// How many forms, the first ones, have the higher degree: r; nil for equal degrees.
    let topFormCount: Int?
    /// t.
    let lastRow: Int

    private var tops: Int { topFormCount ?? 0 }

    /// How many admissible arrays there are.
    var count: Int {
        var rows = [[Int]](repeating: [], count: lastRow + 1)
        func place(_ form: Int, from row: Int, times: Int) -> Int {
            if times == 0 {
                guard form + 1 < multiplicities.count else { return isAdmissible(rows) ? 1 : 0 }
                return place(form + 1, from: 0, times: multiplicities[form + 1])
            }
            // Forms of the higher degree have no last row.
            return (row..<max(row, lastRow + (form < tops ? 0 : 1))).reduce(0) { sum, row in
                rows[row].append(form)
                defer { rows[row].removeLast() }
                return sum + place(form, from: row + 1, times: times - 1)
            }
        }
        return place(0, from: 0, times: multiplicities[0])
    }

    private func isAdmissible(_ rows: [[Int]]) -> Bool {
        // Between forms of the two degrees, doubled to be whole.
        let rows = rows.map { $0.map { 2 * $0 } }
        let ends = rows.enumerated().map { row, forms in
            row == lastRow && topFormCount != nil
                ? (forms + [2 * tops - 1, 2 * tops - 1]).sorted() : forms
        }
        return ends.allSatisfy { $0.count >= 2 } && rows.dropLast().allSatisfy { $0.count >= 2 }
            && (0..<lastRow).allSatisfy { row in
                let next = ends[row + 1]
                return rows[row][0] <= next[next.count - 2] && rows[row][1] <= next[next.count - 1]
            }
    }

    /// The dimension of the space of multilinear functions of binary forms of degree t, or t − 1 for the higher ones, that
    /// vanish whenever all but one of the forms have a common root, and are alternating in the copies of each; by ranks modulo a prime.
    var dimension: Int {
        let forms = multiplicities.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
        let degrees = forms.map { lastRow - ($0 < tops ? 1 : 0) }
        guard degrees.allSatisfy({ $0 >= 0 }) else { return 0 }
        // Alternating monomials, each by its increasing representative.
        var places: [[Int]: Int] = [:]
        func standard(_ monomial: [Int]) -> (place: Int, sign: Int)? {
            var (monomial, sign) = (monomial, 1)
            for j in monomial.indices {
                for i in 0..<j where forms[i] == forms[j] {
                    if monomial[i] == monomial[j] { return nil }
                    if monomial[i] > monomial[j] {
                        monomial.swapAt(i, j)
                        sign = -sign
                    }
                }
            }
            let place = places[monomial] ?? places.count
            places[monomial] = place
            return (place, sign)
        }
        func monomials(_ degrees: [Int]) -> [[Int]] {
            degrees.reduce([[]]) { all, degree in
                degree < 0 ? [] : all.flatMap { m in (0...degree).map { m + [$0] } }
            }
        }
        for monomial in monomials(degrees) { _ = standard(monomial) }
        var relations = EchelonForm(columnCount: places.count)
        for free in forms.indices {
            // All forms but one are multiples of x + zy: the coefficients of all powers of z vanish.
            var lower = degrees.map { $0 - 1 }
            lower[free] = degrees[free]
            for monomial in monomials(lower) {
                for power in 0..<forms.count {
                    var entries: [(column: Int, value: Int)] = []
                    for subset in 0..<(1 << forms.count)
                    where subset >> free & 1 == 0 && subset.nonzeroBitCount == power {
                        let term = monomial.indices.map { monomial[$0] + (subset >> $0 & 1) }
                        if let (place, sign) = standard(term) { entries.append((place, sign)) }
                    }
                    _ = relations.insert(entries)
                }
            }
        }
        return places.count - relations.rank
    }
}

/// All lists of `count` numbers from 0 with a given sum.
private func compositions(of sum: Int, count: Int) -> [[Int]] {
    count == 0
        ? (sum == 0 ? [[]] : [])
        : (0...sum).flatMap { first in compositions(of: sum - first, count: count - 1).map { [first] + $0 } }
}

@Suite struct GeneratorArrayTests {
    /// Minimal nonfaces are admissible arrays with places in their forms.
    @Test(
        arguments: [
            ([3, 2], 2), ([5, 2], 3), ([4, 3], 3), ([6, 2], 3), ([8, 2], 3), ([5, 3], 3), ([7, 2], 4),
            ([9, 2], 4),
            ([2, 4], 3), ([4, 2], 2),
        ] as [([Int], Int)])
    func minimalNonfaces(filterSizes: [Int], stride: Int) throws {
        let a = try architecture(filterSizes, [stride])
        let piece = try #require(a.pieces.first)
        let counts = try #require(NonfaceCounts(a)).bySize
        let tops = piece.topFormCount < piece.formCount ? piece.topFormCount : nil
        let (m, p) = (piece.commonFactorDegree, piece.smallestDegree - piece.commonFactorDegree)
        #expect(counts[1, default: 0] == Integer(piece.vanishingVariables.count))
        for size in 2...(2 * p + 5) {
            let arrays =
                size - 2 - p < 0
                ? 0
                : compositions(of: size, count: piece.formCount).reduce(0) {
                    $0 + GeneratorArrays(multiplicities: $1, topFormCount: tops, lastRow: size - 2 - p).count
                }
            #expect(
                counts[size, default: 0] == Integer(arrays) * Integer.binomial(size + m - 1, size),
                "\(a), size \(size)")
        }
    }

    /// There are as many functions as arrays: the new generators of each multidegree.
    @Test func functions() {
        var cases = 0
        for formCount in 2...4 {
            for tops in [nil] + (1...formCount).map(Optional.some) {
                for size in 2...5 {
                    for lastRow in 0...min(2, size - 2) {
                        for multiplicities in compositions(of: size, count: formCount)
                        where !multiplicities.contains(0) {
                            let arrays = GeneratorArrays(
                                multiplicities: multiplicities, topFormCount: tops, lastRow: lastRow)
                            #expect(
                                arrays.dimension == arrays.count,
                                "\(multiplicities), \(tops ?? 0) of higher degree, t = \(lastRow)")
                            cases += 1
                        }
                    }
                }
            }
        }
        #expect(cases > 100)
    }
}
