/// Sums and products that reuse the storage of one operand: most of the time of long computations would go into new
/// arrays else.
extension WordArithmetic {
    /// `a + b` in the place of `a`.
    static func add(_ b: [UInt], to a: inout [UInt]) {
        if a.count < b.count {
            a.reserveCapacity(b.count + 1)
            a.append(contentsOf: repeatElement(0, count: b.count - a.count))
        }
        var carry: UInt = 0
        do {
            var words = a.mutableSpan
            let b = b.span
            for index in b.indices {
                let sum = UInt128(words[index]) + UInt128(b[index]) + UInt128(carry)
                words[index] = UInt(truncatingIfNeeded: sum)
                carry = UInt(truncatingIfNeeded: sum >> 64)
            }
            var index = b.count
            while carry != 0, index < words.count {
                (words[index], carry) = words[index] == .max ? (0, 1) : (words[index] + 1, 0)
                index += 1
            }
        }
        if carry != 0 { a.append(carry) }
    }

    /// `a − b` in the place of `a`, for `a ≥ b`.
    static func subtract(_ b: [UInt], from a: inout [UInt]) {
        precondition(a.count >= b.count, "the subtrahend exceeds the minuend")
        var borrow: UInt128 = 0
        do {
            var words = a.mutableSpan
            let b = b.span
            for index in b.indices {
                let difference = UInt128(words[index]) &- UInt128(b[index]) &- borrow
                words[index] = UInt(truncatingIfNeeded: difference)
                borrow = difference >> 127
            }
            var index = b.count
            while borrow != 0, index < words.count {
                (words[index], borrow) = words[index] == 0 ? (.max, 1) : (words[index] - 1, 0)
                index += 1
            }
        }
        precondition(borrow == 0, "the subtrahend exceeds the minuend")
        trim(&a)
    }

    /// `b − a` in the place of `a`, for `a ≤ b`.
    static func subtract(_ a: inout [UInt], fromLarger b: [UInt]) {
        precondition(a.count <= b.count, "the subtrahend exceeds the minuend")
        a.append(contentsOf: repeatElement(0, count: b.count - a.count))
        var borrow: UInt128 = 0
        do {
            var words = a.mutableSpan
            let b = b.span
            for index in b.indices {
                let difference = UInt128(b[index]) &- UInt128(words[index]) &- borrow
                words[index] = UInt(truncatingIfNeeded: difference)
                borrow = difference >> 127
            }
        }
        precondition(borrow == 0, "the subtrahend exceeds the minuend")
        trim(&a)
    }

    /// `factor·a + b` in the place of `a`.
    static func multiply(_ a: inout [UInt], by factor: UInt, adding b: [UInt]) {
        if a.count < b.count { a.append(contentsOf: repeatElement(0, count: b.count - a.count)) }
        var carry: UInt = 0
        do {
            var words = a.mutableSpan
            let b = b.span
            for index in b.indices {
                let sum = UInt128(words[index]) * UInt128(factor) + UInt128(b[index]) + UInt128(carry)
                words[index] = UInt(truncatingIfNeeded: sum)
                carry = UInt(truncatingIfNeeded: sum >> 64)
            }
            for index in b.count..<words.count {
                let sum = UInt128(words[index]) * UInt128(factor) + UInt128(carry)
                words[index] = UInt(truncatingIfNeeded: sum)
                carry = UInt(truncatingIfNeeded: sum >> 64)
            }
        }
        if carry != 0 { a.append(carry) } else { trim(&a) }
    }

    /// The absolute value of `b − factor·a` in the place of `a`; true if `b − factor·a` is negative.
    ///
    /// - Precondition: the factor is less than `2^64 − 1`.
    static func multiply(_ a: inout [UInt], by factor: UInt, subtractingFrom b: [UInt]) -> Bool {
        if a.count < b.count { a.append(contentsOf: repeatElement(0, count: b.count - a.count)) }
        // What is still to be subtracted from the next word.
        var carry: UInt = 0
        do {
            var words = a.mutableSpan
            let b = b.span
            for index in b.indices {
                let product = UInt128(words[index]) * UInt128(factor) + UInt128(carry)
                let (difference, borrow) = b[index].subtractingReportingOverflow(
                    UInt(truncatingIfNeeded: product))
                words[index] = difference
                carry = UInt(truncatingIfNeeded: product >> 64) + (borrow ? 1 : 0)
            }
            for index in b.count..<words.count {
                let product = UInt128(words[index]) * UInt128(factor) + UInt128(carry)
                let low = UInt(truncatingIfNeeded: product)
                words[index] = 0 &- low
                carry = UInt(truncatingIfNeeded: product >> 64) + (low == 0 ? 0 : 1)
            }
        }
        if carry != 0 {
            // The sum of the words less carry·2^{64·count}.
            negate(&a)
            let isZero = a.allSatisfy { $0 == 0 }
            a.append(isZero ? carry : carry - 1)
        }
        trim(&a)
        return carry != 0
    }

    /// `2^{64·count} − a` in the place of `a`, modulo `2^{64·count}`.
    private static func negate(_ a: inout [UInt]) {
        var words = a.mutableSpan
        var carry = true
        for index in words.indices {
            let (sum, overflow) = (~words[index]).addingReportingOverflow(carry ? 1 : 0)
            words[index] = sum
            carry = overflow
        }
    }

    /// `factor·a` in the place of `a`.
    static func multiply(_ a: inout [UInt], by factor: UInt) {
        guard factor != 0 else { return a.removeAll(keepingCapacity: true) }
        var carry: UInt = 0
        do {
            var words = a.mutableSpan
            for index in words.indices {
                let product = UInt128(words[index]) * UInt128(factor) + UInt128(carry)
                words[index] = UInt(truncatingIfNeeded: product)
                carry = UInt(truncatingIfNeeded: product >> 64)
            }
        }
        if carry != 0 { a.append(carry) }
    }

    /// The quotient in the place of `a`, and the remainder.
    static func divide(_ a: inout [UInt], by divisor: UInt) -> UInt {
        var remainder: UInt = 0
        do {
            var words = a.mutableSpan
            for index in words.indices.reversed() {
                (words[index], remainder) = divisor.dividingFullWidth((remainder, words[index]))
            }
        }
        trim(&a)
        return remainder
    }

    /// `sum + a·b` in the place of `sum`, one row of the product after the other.
    static func addProduct(_ a: [UInt], _ b: [UInt], to sum: inout [UInt]) {
        guard !a.isEmpty, !b.isEmpty else { return }
        let (long, short) = a.count >= b.count ? (a, b) : (b, a)
        // The sum is below 2^(64·(count + 1)) if all of it and the product are below 2^(64·count).
        let count = max(sum.count, a.count + b.count) + 1
        sum.reserveCapacity(count)
        sum.append(contentsOf: repeatElement(0, count: count - sum.count))
        do {
            var words = sum.mutableSpan
            let (long, short) = (long.span, short.span)
            for place in short.indices {
                var carry = addRow(long, times: short[place], to: &words, at: place)
                var index = place + long.count
                while carry != 0 {
                    let (total, overflow) = words[index].addingReportingOverflow(carry)
                    words[index] = total
                    carry = overflow ? 1 : 0
                    index += 1
                }
            }
        }
        trim(&sum)
    }

    /// Adds `factor·row·2^{64·place}` to as many words, and returns what is left to be added to the next one.
    @inline(__always)
    private static func addRow(
        _ row: Span<UInt>, times factor: UInt, to words: inout MutableSpan<UInt>, at place: Int
    ) -> UInt {
        var carry: UInt = 0
        for index in row.indices {
            // factor·row + carry + word ≤ (2^64−1)² + 2·(2^64−1) = 2^128 − 1: no overflow.
            let sum = UInt128(factor) * UInt128(row[index]) + UInt128(carry) + UInt128(words[place + index])
            words[place + index] = UInt(truncatingIfNeeded: sum)
            carry = UInt(truncatingIfNeeded: sum >> 64)
        }
        return carry
    }

    /// Takes leading zeros away.
    static func trim(_ words: inout [UInt]) {
        while words.last == 0 { words.removeLast() }
    }
}
