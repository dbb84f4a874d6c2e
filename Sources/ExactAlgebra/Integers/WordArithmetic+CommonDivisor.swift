extension WordArithmetic {
    /// The greatest common divisor, by the algorithm of Lehmer: many steps of Euclid's algorithm are found from the
    /// leading words, and done to the long numbers at once.
    ///
    /// Which steps are right is told by the condition of Collins, in the form of Jebelean (*A double-digit
    /// Lehmer–Euclid algorithm for finding the GCD of long integers*, 1995, 4.2).
    ///
    /// - Complexity: the product of the two lengths, with about two bits a word operation in place of one bit.
    static func greatestCommonDivisor(_ first: [UInt], _ second: [UInt]) -> [UInt] {
        var (a, b) = compare(first, second) >= 0 ? (first, second) : (second, first)
        while b.count > 1 {
            let steps = EuclideanSteps(a, b)
            if steps.isNone {
                (a, b) = (b, quotientAndRemainder(a, by: b).1)
            } else {
                steps.apply(to: &a, &b)
            }
        }
        guard let word = b.first else { return a }
        var (x, y) = (word, quotientAndRemainder(a, by: word).1)
        while y != 0 { (x, y) = (y, x % y) }
        return [x]
    }

    /// Steps of Euclid's algorithm as a matrix of determinant ±1: `(a, b)` becomes `(u0·a − v0·b, v1·b − u1·a)`,
    /// with all signs changed after an odd number of steps.
    private struct EuclideanSteps {
        var (u0, u1, v0, v1): (UInt, UInt, UInt, UInt) = (0, 1, 0, 0)
        var isEven = false

        /// Whether the leading words do not tell a single one.
        var isNone: Bool { v0 == 0 }

        /// - Precondition: `a ≥ b`, and `b` has two words or more.
        init(_ a: [UInt], _ b: [UInt]) {
            let count = a.count
            let shift = a[count - 1].leadingZeroBitCount
            func leading(_ words: [UInt]) -> UInt {
                let high = words.count == count ? words[count - 1] << UInt(shift) : 0
                let low = words.count >= count - 1 ? words[count - 2] >> UInt(UInt.bitWidth - shift) : 0
                return high | low
            }
            var (x, y) = (leading(a), leading(b))
            var (u2, v2): (UInt, UInt) = (0, 1)
            // No overflow: the coefficients are at most x divided by the remainder that they belong to.
            while y >= v2, x - y >= v1 + v2 {
                let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
                (x, y) = (y, remainder)
                (u0, u1, u2) = (u1, u2, u1 + quotient * u2)
                (v0, v1, v2) = (v1, v2, v1 + quotient * v2)
                isEven.toggle()
            }
        }

        func apply(to a: inout [UInt], _ b: inout [UInt]) {
            b.append(contentsOf: repeatElement(0, count: a.count - b.count))
            do {
                var first = a.mutableSpan
                var second = b.mutableSpan
                // The coefficients are below 2^33, since y ≥ v2 and x·v2 ≤ 2^64: products stay below 2^97.
                var (carry, otherCarry): (Int128, Int128) = (0, 0)
                for index in first.indices {
                    let (x, y) = (Int128(first[index]), Int128(second[index]))
                    let top = Int128(u0) * x - Int128(v0) * y
                    let bottom = Int128(v1) * y - Int128(u1) * x
                    carry += isEven ? top : -top
                    otherCarry += isEven ? bottom : -bottom
                    first[index] = UInt(truncatingIfNeeded: carry)
                    second[index] = UInt(truncatingIfNeeded: otherCarry)
                    carry >>= 64
                    otherCarry >>= 64
                }
            }
            trim(&a)
            trim(&b)
        }
    }
}
