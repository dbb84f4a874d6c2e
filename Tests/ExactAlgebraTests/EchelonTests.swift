import Testing

@testable import ExactAlgebra

@Suite struct EchelonTests {
    /// Rows one by one, in batches, sparse and dense, against the rank of a product of known rank.
    @Test(arguments: 0..<6 as Range<UInt64>) func ranksOfProducts(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let field = EliminationField.field
        let (rows, columns) = (40, 37)
        let rank = Int.random(in: 0...37, using: &generator)
        let left = (0..<rows).map { _ in field.randomPoint(count: rank, using: &generator) }
        let right = (0..<rank).map { _ in field.randomPoint(count: columns, using: &generator) }
        let product = left.map { row in
            (0..<columns).map { column in
                UInt32(
                    (0..<rank).reduce(0 as UInt64) {
                        field.add($0, field.multiply(row[$1], right[$1][column]))
                    })
            }
        }
        var sparse = EchelonForm(columnCount: 0)
        var dense = EchelonForm(columnCount: columns)
        var grown = 0
        for row in product {
            if sparse.insert(row.enumerated().map { (column: $0.offset, value: Int($0.element)) }) {
                grown += 1
            }
        }
        for start in stride(from: 0, to: rows, by: 7) {
            dense.insert(dense: Array(product[start..<min(start + 7, rows)]))
        }
        #expect(sparse.rank == rank && grown == rank && dense.rank == rank, "seed \(seed)")
        for free in 0..<columns where !dense.isPivot(free) {
            let vector = dense.kernelVector(free)
            #expect(vector[free] == 1)
            for row in product {
                let value = zip(row, vector).reduce(0 as UInt64) {
                    field.add($0, field.multiply(UInt64($1.0), UInt64($1.1)))
                }
                #expect(value == 0, "seed \(seed)")
            }
        }
    }

    @Test func rationalsAreFoundAgain() {
        let field = EliminationField.field
        for (numerator, denominator) in [(0, 1), (1, 1), (-1, 1), (5, 3), (-7, 12), (11_000, 9_997)] {
            let element = field.multiply(field.reduce(numerator), field.inverse(field.reduce(denominator)))
            let found = field.rational(element)
            #expect(found?.numerator == numerator && found?.denominator == denominator)
        }
        #expect(field.rational(123_456_789)?.denominator != 1)
    }

    /// Reduced rows lie in the row space, with 1 at their pivot and 0 at the others.
    @Test func reducedRows() {
        var generator = SplitMix(seed: 7)
        let field = EliminationField.field
        var echelon = EchelonForm(columnCount: 30)
        echelon.insert(
            dense: (0..<12).map { index in
                (0..<30).map { $0 % 12 < index ? 0 : UInt32(generator.next() % field.modulus) }
            })
        let pivots = (0..<30).filter { echelon.isPivot($0) }
        #expect(pivots.count == echelon.rank && !pivots.isEmpty)
        for pivot in pivots {
            let row = echelon.reducedRow(pivot: pivot)
            for other in pivots { #expect(row[other] == (other == pivot ? 1 : 0)) }
            var larger = echelon
            larger.insert(dense: [row])
            #expect(larger.rank == echelon.rank)
        }
    }
}
