/// The primes below `2^61`, from the largest down, each congruent to 1 modulo a number.
///
/// What moduli of computations with several primes are taken from: with `divisor` d the field has all d-th roots of unity.
struct LargePrimes: Sequence, IteratorProtocol {
    private let divisor: UInt64
    private var candidate: UInt64

    /// - Precondition: `1 ≤ divisor < 2^20`, so that there are more primes than anybody needs.
    init(congruentToOneModulo divisor: Int = 1) {
        precondition((1..<(1 << 20)).contains(divisor), "primes are sought in a progression that has many")
        // Odd differences would visit even numbers.
        self.divisor = UInt64(divisor % 2 == 0 ? divisor : 2 * divisor)
        candidate = ((1 << 61) - 2) / self.divisor * self.divisor + 1
    }

    mutating func next() -> UInt64? {
        while !Self.isPrime(candidate) { candidate -= divisor }
        defer { candidate -= divisor }
        return candidate
    }

    /// The test of Miller and Rabin with twelve bases, which is exact below `2^64` (Sorenson and Webster, 2015).
    ///
    /// - Precondition: the number is odd, and between 41 and `2^62`.
    private static func isPrime(_ number: UInt64) -> Bool {
        let field = PrimeField(modulus: number)
        let twos = (number - 1).trailingZeroBitCount
        for base: UInt64 in [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37] {
            if number % base == 0 { return false }
            var power = field.power(base, (number - 1) >> UInt64(twos))
            if power == 1 { continue }
            var squarings = 1
            while power != number - 1 {
                guard squarings < twos else { return false }
                power = field.multiply(power, power)
                squarings += 1
            }
        }
        return true
    }
}
