/// Schoolbook arithmetic of non-negative integers in base `2^64`, least significant word first.
///
/// Results have no leading zeros. The integers of this project (degrees, binomials, coefficients)
/// have at most some hundreds of words, and most factors of products at most one hundred: faster algorithms would not pay.
enum WordArithmetic {
    /// Negative, zero or positive as `a` is less than, equal to or greater than `b`.
    static func compare(_ a: [UInt], _ b: [UInt]) -> Int {
        guard a.count == b.count else { return a.count < b.count ? -1 : 1 }
        for index in a.indices.reversed() where a[index] != b[index] {
            return a[index] < b[index] ? -1 : 1
        }
        return 0
    }

    static func sum(_ a: [UInt], _ b: [UInt]) -> [UInt] {
        var (result, other) = a.count >= b.count ? (a, b) : (b, a)
        add(other, to: &result)
        return result
    }

    /// `a − b`, for `a ≥ b`.
    static func difference(_ a: [UInt], _ b: [UInt]) -> [UInt] {
        var result = a
        subtract(b, from: &result)
        return result
    }

    static func product(_ a: [UInt], _ b: [UInt]) -> [UInt] {
        var result: [UInt] = []
        addProduct(a, b, to: &result)
        return result
    }

    static func quotientAndRemainder(_ a: [UInt], by divisor: UInt) -> ([UInt], UInt) {
        var quotient = a
        let remainder = divide(&quotient, by: divisor)
        return (quotient, remainder)
    }

    /// Knuth's algorithm D (The Art of Computer Programming, 4.3.1), for a divisor other than zero.
    static func quotientAndRemainder(_ a: [UInt], by b: [UInt]) -> ([UInt], [UInt]) {
        precondition(!b.isEmpty, "division by zero")
        if compare(a, b) < 0 { return ([], a) }
        if b.count == 1 {
            let (quotient, remainder) = quotientAndRemainder(a, by: b[0])
            return (quotient, remainder == 0 ? [] : [remainder])
        }
        let shift = b[b.count - 1].leadingZeroBitCount
        let divisor = shiftedLeft(b, by: shift)
        var rest = shiftedLeft(a, by: shift)
        if rest.count == a.count { rest.append(0) }
        var quotient = [UInt](repeating: 0, count: rest.count - divisor.count)
        do {
            var words = rest.mutableSpan
            var result = quotient.mutableSpan
            divide(&words, by: divisor.span, quotient: &result)
        }
        return (trimmed(quotient), shiftedRight(trimmed(rest), by: shift))
    }

    /// Puts the remainder in the place of `rest`.
    ///
    /// - Precondition: the leading bit of the divisor, of two words or more, is set, and the leading words of `rest`, as
    ///   many as it has, are less than it.
    private static func divide(
        _ rest: inout MutableSpan<UInt>, by divisor: Span<UInt>, quotient: inout MutableSpan<UInt>
    ) {
        let n = divisor.count
        let (top, second) = (divisor[n - 1], divisor[n - 2])
        for j in quotient.indices.reversed() {
            // The quotient of the leading two words, a word at most, and what it leaves; nil where that is more than a word.
            let high = rest[j + n]
            var estimate = UInt.max
            var remainder: UInt?
            if high < top {
                (estimate, remainder) = quotientAndRemainder(high, rest[j + n - 1], by: top)
            } else {
                remainder = sumOfWords(top, rest[j + n - 1])
            }
            while let left = remainder,
                UInt128(estimate) * UInt128(second) > UInt128(left) << 64 | UInt128(rest[j + n - 2])
            {
                estimate -= 1
                remainder = sumOfWords(left, top)
            }
            if subtractProduct(of: divisor, by: estimate, from: &rest, at: j) {
                estimate -= 1
                addBack(divisor, to: &rest, at: j)
            }
            quotient[j] = estimate
        }
    }

    private static func quotientAndRemainder(_ high: UInt, _ low: UInt, by divisor: UInt) -> (UInt, UInt?) {
        let (quotient, remainder) = divisor.dividingFullWidth((high, low))
        return (quotient, remainder)
    }

    /// Nil where it is no word.
    private static func sumOfWords(_ a: UInt, _ b: UInt) -> UInt? {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : sum
    }

    /// Subtracts `factor·divisor·2^{64·place}`; true if the result went below zero.
    private static func subtractProduct(
        of divisor: Span<UInt>, by factor: UInt, from rest: inout MutableSpan<UInt>, at place: Int
    ) -> Bool {
        // What is still to be subtracted from the next word.
        var carry: UInt = 0
        for index in divisor.indices {
            let product = UInt128(divisor[index]) * UInt128(factor) + UInt128(carry)
            let (difference, borrow) = rest[place + index].subtractingReportingOverflow(
                UInt(truncatingIfNeeded: product))
            rest[place + index] = difference
            // No overflow: the product is at most (2^64 − 1)·2^64, and then its low word is 0.
            carry = UInt(truncatingIfNeeded: product >> 64) + (borrow ? 1 : 0)
        }
        let (difference, borrow) = rest[place + divisor.count].subtractingReportingOverflow(carry)
        rest[place + divisor.count] = difference
        return borrow
    }

    private static func addBack(_ divisor: Span<UInt>, to rest: inout MutableSpan<UInt>, at place: Int) {
        var carry: UInt128 = 0
        for index in divisor.indices {
            let sum = UInt128(rest[place + index]) + UInt128(divisor[index]) + carry
            rest[place + index] = UInt(truncatingIfNeeded: sum)
            carry = sum >> 64
        }
        rest[place + divisor.count] &+= UInt(truncatingIfNeeded: carry)
    }

    /// - Precondition: `0 ≤ bits < 64`.
    static func shiftedLeft(_ words: [UInt], by bits: Int) -> [UInt] {
        guard bits > 0 else { return words }
        var result: [UInt] = []
        result.reserveCapacity(words.count + 1)
        var carry: UInt = 0
        for word in words {
            result.append(word << UInt(bits) | carry)
            carry = word >> UInt(64 - bits)
        }
        if carry != 0 { result.append(carry) }
        return result
    }

    /// The quotient by `2^bits`, rounded down.
    ///
    /// - Precondition: `0 ≤ bits < 64`.
    static func shiftedRight(_ words: [UInt], by bits: Int) -> [UInt] {
        guard bits > 0 else { return words }
        var result = words
        for index in words.indices {
            let above = index + 1 < words.count ? words[index + 1] : 0
            result[index] = words[index] >> UInt(bits) | above << UInt(64 - bits)
        }
        return trimmed(result)
    }

    private static func trimmed(_ words: [UInt]) -> [UInt] {
        var result = words
        trim(&result)
        return result
    }
}
