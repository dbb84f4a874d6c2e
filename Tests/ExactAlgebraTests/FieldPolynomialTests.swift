import Testing

@testable import ExactAlgebra

@Suite struct FieldPolynomialTests {
    static let fields = [2, 3, 5, 101, (1 << 61) - 1, (1 << 61) - 31, (1 << 62) - 57].map {
        PrimeField(modulus: $0)
    }

    @Test(arguments: fields) func fixedFactors(field: PrimeField) {
        var generator = SplitMix(seed: 1)
        let top = field.modulus - 1
        let factors = [0, 1, top, top / 2] + field.randomPoint(count: 20, using: &generator)
        let others = [0, 1, top, field.modulus, .max, .max - 1] + (0..<20).map { _ in generator.next() }
        for factor in factors {
            let prepared = FixedFactor(factor, field)
            for other in others {
                #expect(prepared.times(other) == field.multiply(factor, other % field.modulus))
            }
        }
    }

    @Test(arguments: fields) func integers(field: PrimeField) {
        var generator = SplitMix(seed: 2)
        for bits in [0, 1, 60, 63, 64, 65, 128, 3_000] {
            let value = Integer.random(bits: bits, using: &generator)
            for value in [value, -value, Integer.power(2, bits), -Integer.power(2, bits)] {
                let rest = value % Integer(field.modulus)
                let expected = rest.signum < 0 ? rest + Integer(field.modulus) : rest
                #expect(Integer(field.reduce(value)) == expected)
            }
        }
    }

    /// `a = q·b + r` with r shorter than b, and products against sums of products.
    @Test(arguments: fields) func division(field: PrimeField) {
        var generator = SplitMix(seed: 3)
        for _ in 0..<60 {
            let a = Self.polynomial(field, &generator)
            let b = Self.polynomial(field, &generator)
            let product = field.product(a, b)
            #expect(product == Self.schoolbook(a, b, field) && product == field.product(b, a))
            guard !b.isEmpty else { continue }
            var rest = a
            let quotient = field.divide(&rest, by: b)
            #expect(rest.count < b.count && rest.first != 0)
            var sum = field.product(quotient, b)
            sum = [UInt64](repeating: 0, count: max(0, rest.count - sum.count)) + sum
            for (index, value) in rest.reversed().enumerated() {
                let place = sum.count - 1 - index
                sum[place] = field.add(sum[place], value)
            }
            #expect(sum == a)
        }
    }

    /// Monic, divides both, and is a multiple of what was planted.
    @Test(arguments: fields) func greatestCommonDivisors(field: PrimeField) {
        var generator = SplitMix(seed: 4)
        func rest(_ a: [UInt64], by b: [UInt64]) -> [UInt64] {
            var rest = a
            _ = field.divide(&rest, by: b)
            return rest
        }
        #expect(field.greatestCommonDivisor([], []).isEmpty)
        for _ in 0..<60 {
            let plant = Self.polynomial(field, &generator)
            let (a, b) = (
                field.product(plant, Self.polynomial(field, &generator)),
                field.product(plant, Self.polynomial(field, &generator))
            )
            let common = field.greatestCommonDivisor(a, b)
            guard !a.isEmpty || !b.isEmpty else {
                #expect(common.isEmpty)
                continue
            }
            #expect(common.first == 1 % field.modulus)
            #expect(rest(a, by: common).isEmpty && rest(b, by: common).isEmpty)
            #expect(rest(common, by: plant).isEmpty)
            #expect(common == field.greatestCommonDivisor(b, a))
            // The cofactors have nothing in common.
            guard !a.isEmpty, !b.isEmpty else { continue }
            var (c, d) = (a, b)
            let cofactors = [field.divide(&c, by: common), field.divide(&d, by: common)]
            #expect(field.greatestCommonDivisor(cofactors[0], cofactors[1]) == [1])
        }
    }

    /// Of degree up to 8, sometimes 0.
    private static func polynomial(_ field: PrimeField, _ generator: inout SplitMix) -> [UInt64] {
        let values = field.randomPoint(count: Int.random(in: 0...9, using: &generator), using: &generator)
        return Array(values.drop { $0 == 0 })
    }

    private static func schoolbook(_ a: [UInt64], _ b: [UInt64], _ field: PrimeField) -> [UInt64] {
        guard !a.isEmpty, !b.isEmpty else { return [] }
        return (0..<(a.count + b.count - 1)).map { place in
            a.indices.filter { b.indices.contains(place - $0) }.reduce(0) {
                field.add($0, field.multiply(a[$1], b[place - $1]))
            }
        }
    }
}
