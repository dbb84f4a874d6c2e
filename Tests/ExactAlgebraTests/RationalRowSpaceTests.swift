import Testing

@testable import ExactAlgebra

@Suite struct RationalRowSpaceTests {
    /// Products of two random matrices have the rank that they should have, and that modulo a prime.
    @Test(arguments: [UInt64.random(in: 0...UInt64.max), 1]) func ranks(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        for rank in 0...6 {
            func matrix(_ rows: Int, _ columns: Int) -> [[Int]] {
                (0..<rows).map { _ in (0..<columns).map { _ in Int.random(in: -9...9, using: &generator) } }
            }
            let (left, right) = (matrix(9, rank), matrix(rank, 8))
            var space = RationalRowSpace()
            var form = EchelonForm(columnCount: 8)
            for row in left {
                let entries = (0..<8).map { column in
                    (column: column, value: zip(row, right).reduce(0) { $0 + $1.0 * $1.1[column] })
                }
                let (grows, growsModulo) = (space.insert(entries), form.insert(entries))
                #expect(grows == growsModulo, "seed \(seed)")
            }
            #expect(space.rank == form.rank && space.rank <= rank, "seed \(seed)")
        }
    }

    /// Where a rank modulo the prime is too small.
    @Test func moreThanModuloAPrime() {
        var space = RationalRowSpace()
        let rows: [[(column: Int, value: Int)]] = [
            [(0, 1), (1, 1)], [(0, 1), (1, 1 + Int(EliminationField.modulus))],
            [(0, 5), (1, -3), (0, -5), (1, 3)],
            [(1, 7)],
        ]
        let grows = rows.map { space.insert($0) }
        #expect(grows == [true, true, false, false] && space.rank == 2)
    }
}
