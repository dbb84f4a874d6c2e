extension PrimeField {
    /// The remainder of an integer of any size.
    package func reduce(_ value: Integer) -> UInt64 {
        if let small = Int(exactly: value) { return reduce(small) }
        var rest: UInt64 = 0
        for word in value.magnitudeWords.reversed() {
            rest = modulus.dividingFullWidth((rest, UInt64(word))).remainder
        }
        return value.signum < 0 ? subtract(0, rest) : rest
    }
}
