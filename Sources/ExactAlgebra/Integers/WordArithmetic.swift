/// Schoolbook arithmetic of non-negative integers in base `2^64`, least significant word first.
///
/// Results have no leading zeros. The integers of this project (degrees, binomials, coefficients)
/// have at most some hundreds of words, below the size where faster algorithms pay.
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
        let (long, short) = a.count >= b.count ? (a, b) : (b, a)
        var result = long
        var carry = false
        for index in long.indices {
            guard index < short.count || carry else { break }
            let (partial, first) = result[index].addingReportingOverflow(
                index < short.count ? short[index] : 0)
            let (total, second) = partial.addingReportingOverflow(carry ? 1 : 0)
            result[index] = total
            carry = first || second
        }
        if carry { result.append(1) }
        return result
    }

    /// `a − b`, for `a ≥ b`.
    static func difference(_ a: [UInt], _ b: [UInt]) -> [UInt] {
        var result = a
        var borrow = false
        for index in a.indices {
            guard index < b.count || borrow else { break }
            let (partial, first) = result[index].subtractingReportingOverflow(index < b.count ? b[index] : 0)
            let (total, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
            result[index] = total
            borrow = first || second
        }
        precondition(!borrow, "the subtrahend exceeds the minuend")
        return trimmed(result)
    }

    static func product(_ a: [UInt], _ b: [UInt]) -> [UInt] {
        guard !a.isEmpty, !b.isEmpty else { return [] }
        var result = [UInt](repeating: 0, count: a.count + b.count)
        for (i, x) in a.enumerated() {
            var carry: UInt = 0
            for (j, y) in b.enumerated() {
                // x·y + carry + result ≤ (2^64−1)² + 2·(2^64−1) = 2^128 − 1: no overflow.
                let sum = UInt128(x) * UInt128(y) + UInt128(carry) + UInt128(result[i + j])
                result[i + j] = UInt(truncatingIfNeeded: sum)
                carry = UInt(truncatingIfNeeded: sum >> 64)
            }
            result[i + b.count] = carry
        }
        return trimmed(result)
    }

    static func quotientAndRemainder(_ a: [UInt], by divisor: UInt) -> ([UInt], UInt) {
        var quotient = a
        var remainder: UInt = 0
        for index in a.indices.reversed() {
            (quotient[index], remainder) = divisor.dividingFullWidth((remainder, a[index]))
        }
        return (trimmed(quotient), remainder)
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
        let n = divisor.count
        let top = divisor[n - 1]
        var quotient = [UInt](repeating: 0, count: rest.count - n)
        for j in quotient.indices.reversed() {
            let head = UInt128(rest[j + n]) << 64 | UInt128(rest[j + n - 1])
            var estimate = head / UInt128(top)
            var remainder = head % UInt128(top)
            while estimate >> 64 != 0
                || estimate * UInt128(divisor[n - 2]) > remainder << 64 | UInt128(rest[j + n - 2])
            {
                estimate -= 1
                remainder += UInt128(top)
                if remainder >> 64 != 0 { break }
            }
            if subtractProduct(of: divisor, by: UInt(truncatingIfNeeded: estimate), from: &rest, at: j) {
                estimate -= 1
                addBack(divisor, to: &rest, at: j)
            }
            quotient[j] = UInt(truncatingIfNeeded: estimate)
        }
        return (trimmed(quotient), shiftedRight(trimmed(rest), by: shift))
    }

    /// Subtracts `factor·divisor·2^{64·place}`; true if the result went below zero.
    private static func subtractProduct(
        of divisor: [UInt], by factor: UInt, from rest: inout [UInt], at place: Int
    ) -> Bool {
        var carry: UInt = 0
        var borrow = false
        for index in divisor.indices {
            let product = UInt128(divisor[index]) * UInt128(factor) + UInt128(carry)
            carry = UInt(truncatingIfNeeded: product >> 64)
            let low = UInt(truncatingIfNeeded: product)
            let (first, firstBorrow) = rest[place + index].subtractingReportingOverflow(low)
            let (second, secondBorrow) = first.subtractingReportingOverflow(borrow ? 1 : 0)
            rest[place + index] = second
            borrow = firstBorrow || secondBorrow
        }
        let end = place + divisor.count
        let (first, firstBorrow) = rest[end].subtractingReportingOverflow(carry)
        let (second, secondBorrow) = first.subtractingReportingOverflow(borrow ? 1 : 0)
        rest[end] = second
        return firstBorrow || secondBorrow
    }

    private static func addBack(_ divisor: [UInt], to rest: inout [UInt], at place: Int) {
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
        while result.last == 0 { result.removeLast() }
        return result
    }
}
