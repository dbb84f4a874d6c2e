import Testing

@testable import ExactAlgebra

@Suite struct FieldTests {
    @Test(arguments: [
        EliminationField.field, .mersenne61, PrimeField(modulus: 2), PrimeField(modulus: 32003),
    ])
    func laws(field: PrimeField) {
        var generator = SplitMix(seed: field.modulus)
        for _ in 0..<50 {
            let p = field.randomPoint(count: 3, using: &generator)
            let (a, b, c) = (p[0], p[1], p[2])
            #expect(field.subtract(field.add(a, b), b) == a)
            #expect(
                field.multiply(a, field.add(b, c)) == field.add(field.multiply(a, b), field.multiply(a, c)))
            if a != 0 { #expect(field.multiply(a, field.inverse(a)) == 1) }
        }
        #expect(field.reduce(-1) == field.modulus - 1)
        #expect(field.add(field.reduce(.min), field.reduce(.max)) == field.modulus - 1)
    }

    @Test func determinants() {
        let field = PrimeField(modulus: 101)
        #expect(field.determinant([]) == 1)
        #expect(field.determinant([[0, 1], [1, 0]]) == 100)
        #expect(field.determinant([[1, 2], [2, 4]]) == 0)
        #expect(field.determinant([[2, 0, 1], [1, 3, 2], [0, 5, 4]]) == field.reduce(2 * (12 - 10) + 5))
    }

    @Test func rankGrowsExactlyWithIndependentRows() {
        var generator = SplitMix(seed: 3)
        for _ in 0..<20 {
            let (columns, rank) = (12, Int.random(in: 0...8, using: &generator))
            let basis = (0..<rank).map { index in
                (0..<columns).map { column in
                    column < index ? 0 : column == index ? 1 : Int.random(in: -5...5, using: &generator)
                }
            }
            var echelon = EchelonForm(columnCount: columns)
            for _ in 0..<30 {
                var row = [Int](repeating: 0, count: columns)
                for vector in basis {
                    let factor = Int.random(in: -4...4, using: &generator)
                    for column in 0..<columns { row[column] += factor * vector[column] }
                }
                _ = echelon.insert(row.enumerated().map { ($0.offset, $0.element) })
            }
            for vector in basis { _ = echelon.insert(vector.enumerated().map { ($0.offset, $0.element) }) }
            #expect(echelon.rank == rank)
        }
    }

    @Test func repeatedColumnsAdd() {
        var echelon = EchelonForm(columnCount: 1)
        let cancelled = echelon.insert([(0, 1), (0, -1)])
        let kept = echelon.insert([(0, 1), (0, 1)])
        #expect(!cancelled && kept)
    }
}
