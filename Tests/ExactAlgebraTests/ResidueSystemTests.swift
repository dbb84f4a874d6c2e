import Testing

@testable import ExactAlgebra

@Suite struct ResidueSystemTests {
    @Test func theLargestPrimes() {
        let differences = LargePrimes().prefix(10).map { (1 << 61) - $0 }
        #expect(differences == [1, 31, 45, 229, 259, 283, 339, 391, 403, 465])
    }

    /// In the progression, falling, and none left out: those between are no primes, as Fermat's theorem fails for them.
    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 12, 30, 1_000, (1 << 20) - 1])
    func progressions(divisor: Int) {
        let step: UInt64 = UInt64(divisor) * (divisor.isMultiple(of: 2) ? 1 : 2)
        var candidate = ((1 << 61) - 2) / step * step + 1
        for prime in LargePrimes(congruentToOneModulo: divisor).prefix(12) {
            #expect(prime <= candidate && prime % step == 1)
            while candidate > prime {
                #expect(!Self.satisfiesFermat(candidate, [3, 43]))
                candidate -= step
            }
            #expect(Self.satisfiesFermat(prime, [41, 43, 47, 53, 59, 61, 67, 71]))
            candidate -= step
        }
    }

    private static func satisfiesFermat(_ number: UInt64, _ bases: [UInt64]) -> Bool {
        let field = PrimeField(modulus: number)
        return bases.allSatisfy { field.power($0, number - 1) == 1 }
    }

    /// Random integers up to the largest that the primes allow, modulo large and small primes in any order.
    @Test(arguments: 1...12 as ClosedRange<UInt64>) func roundTrip(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var primes = LargePrimes().prefix(Int.random(in: 1...25, using: &generator)).map { $0 }
        if seed.isMultiple(of: 2) { primes += [2, 3, 5, 101, 4_294_967_291] }
        primes.shuffle(using: &generator)
        var modulus = Integer.one
        for prime in primes { modulus *= Integer(prime) }
        // The ends: −(m − 1)/2 or, for even m, −m/2 + 1, and m/2.
        let half = modulus / 2
        var values: [Integer] = [0, 1, -1, half, -half + (modulus % 2 == 0 ? 1 : 0)]
        for _ in 0..<20 {
            let value = Integer.random(bits: Int.random(in: 1...1_600, using: &generator), using: &generator)
            values.append(value % half)
        }
        var system = ResidueSystem()
        for prime in primes {
            let field = PrimeField(modulus: prime)
            system.append(values.map { field.reduce($0) }, modulo: field)
        }
        #expect(system.modulus == modulus)
        #expect(system.integers == values, "seed \(seed)")
    }

    @Test func degenerate() {
        #expect(ResidueSystem().integers.isEmpty)
        var system = ResidueSystem()
        for prime in LargePrimes().prefix(3) { system.append([], modulo: PrimeField(modulus: prime)) }
        #expect(system.integers.isEmpty)
    }
}
