/// A seeded generator of pseudorandom words (Steele, Lea and Flood, SplitMix64): the same seed gives the
/// same points, so every probabilistic check can be repeated.
public struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Any seed will do; equal seeds give equal sequences.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension PrimeField {
    /// A point with independent uniform coordinates.
    public func randomPoint(count: Int, using generator: inout SplitMix) -> [UInt64] {
        (0..<count).map { _ in UInt64.random(in: 0..<modulus, using: &generator) }
    }
}
