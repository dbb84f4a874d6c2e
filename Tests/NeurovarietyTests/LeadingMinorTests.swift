import ExactAlgebra
import Testing

@testable import Neurovariety

/// The lemma on leading monomials, for multisets, not only for minimal nonfaces: every monomial of the initial ideal of
/// two layers leads a minor of one resultant matrix, so that minors span the ideal in each degree.
@Suite struct LeadingMinorTests {
    @Test(
        arguments: [
            ([3, 2], 2), ([5, 2], 3), ([8, 2], 3), ([5, 3], 3), ([7, 2], 4), ([2, 3], 3), ([1, 3], 2),
            ([6, 3], 3),
        ] as [([Int], Int)])
    func everyMonomialOfTheInitialIdeal(filterSizes: [Int], stride: Int) throws {
        let a = try architecture(filterSizes, [stride])
        let piece = try #require(a.pieces.first)
        let basis = try GroebnerBasis(PrimeIdeal(a))
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix(seed: seed)
        var found = 0
        for _ in 0..<400 where found < 40 {
            let size = Int.random(in: 1...6, using: &generator)
            let indices = (0..<size).map { _ in Int.random(in: 0..<a.endToEndFilterSize, using: &generator) }
                .sorted()
            guard piece.isNonface(indices) else { continue }
            found += 1
            let minor = NonfaceMinor(nonface: indices, pieceIndex: 0, piece: piece)
            let degrees = minor.rows.map { (piece.endToEndFilterSize - 1 - $0.form) / stride }
            #expect(
                zip(minor.rows, degrees).allSatisfy { $0.shift >= 0 && $0.shift <= minor.level - $1 },
                "\(a) \(indices), seed \(seed)")
            #expect(zip(minor.columns, minor.columns.dropFirst()).allSatisfy { $0 < $1 })
            #expect(minor.columns.first ?? -1 >= 0 && minor.columns.last ?? 0 <= minor.level)
            let matrix = minor.matrix
            let polynomial = try #require(
                try DeterminantList(
                    count: 1, size: size, variableCount: a.endToEndFilterSize, matrix: { _ in matrix }
                ).polynomials().first)
            #expect(polynomial.leadingMonomial == Monomial(indices), "\(a) \(indices), seed \(seed)")
            #expect(polynomial.coefficients.first == 1, "\(a) \(indices), seed \(seed)")
            #expect(try basis.normalForm(polynomial).isZero, "\(a) \(indices), seed \(seed)")
        }
        #expect(found > 0, "seed \(seed)")
    }
}
