extension PrimeField {
    /// The fraction with numerator and denominator of absolute value at most `√(p/2)` that is congruent to an
    /// element; nil if there is none. There is at most one.
    public func rational(_ element: UInt64) -> (numerator: Int, denominator: Int)? {
        let bound = Int(Double(modulus / 2).squareRoot())
        // The Euclidean algorithm on (p, element), stopped halfway.
        var (r0, r1) = (Int(modulus), Int(element))
        var (t0, t1) = (0, 1)
        while r1 > bound {
            let quotient = r0 / r1
            (r0, r1) = (r1, r0 - quotient * r1)
            (t0, t1) = (t1, t0 - quotient * t1)
        }
        guard t1 != 0, abs(t1) <= bound else { return nil }
        return t1 < 0 ? (-r1, -t1) : (r1, t1)
    }
}
