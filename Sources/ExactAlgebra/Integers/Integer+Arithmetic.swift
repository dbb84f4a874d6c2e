extension Integer: SignedNumeric {
    /// The value itself.
    public init?(exactly source: some BinaryInteger) { self.init(source) }

    /// The negative.
    public static prefix func - (value: Integer) -> Integer {
        if case .small(let small) = value.storage, small != .min { return Integer(-small) }
        return Integer(isNegative: value.signum > 0, magnitude: value.magnitudeWords)
    }

    /// The sum.
    ///
    /// - Complexity: the length of the longer one in words.
    public static func + (left: Integer, right: Integer) -> Integer {
        if case .small(let a) = left.storage, case .small(let b) = right.storage {
            let (sum, overflow) = a.addingReportingOverflow(b)
            if !overflow { return Integer(sum) }
        }
        if left.signum == 0 { return right }
        if right.signum == 0 { return left }
        let (a, b) = (left.magnitudeWords, right.magnitudeWords)
        if left.signum == right.signum {
            return Integer(isNegative: left.signum < 0, magnitude: WordArithmetic.sum(a, b))
        }
        if WordArithmetic.compare(a, b) >= 0 {
            return Integer(isNegative: left.signum < 0, magnitude: WordArithmetic.difference(a, b))
        }
        return Integer(isNegative: right.signum < 0, magnitude: WordArithmetic.difference(b, a))
    }

    /// The difference.
    public static func - (left: Integer, right: Integer) -> Integer {
        left + -right
    }

    /// The product.
    ///
    /// - Complexity: the product of the two lengths in words.
    public static func * (left: Integer, right: Integer) -> Integer {
        if case .small(let a) = left.storage, case .small(let b) = right.storage {
            let (product, overflow) = a.multipliedReportingOverflow(by: b)
            if !overflow { return Integer(product) }
        }
        return Integer(
            isNegative: left.signum != right.signum,
            magnitude: WordArithmetic.product(left.magnitudeWords, right.magnitudeWords))
    }

    /// Multiplies in place.
    public static func *= (left: inout Integer, right: Integer) {
        if case .small(let factor) = right.storage {
            left.multiply(by: factor)
        } else {
            left = left * right
        }
    }
}

extension Integer {
    /// Quotient rounded toward zero and the remainder, which has the sign of the dividend.
    ///
    /// - Precondition: `divisor ≠ 0`.
    public func quotientAndRemainder(dividingBy divisor: Integer) -> (quotient: Integer, remainder: Integer) {
        precondition(divisor.signum != 0, "division by zero")
        let (quotient, remainder) = WordArithmetic.quotientAndRemainder(
            magnitudeWords, by: divisor.magnitudeWords)
        return (
            Integer(isNegative: signum != divisor.signum, magnitude: quotient),
            Integer(isNegative: signum < 0, magnitude: remainder)
        )
    }

    /// The quotient, rounded toward zero.
    ///
    /// - Precondition: `right ≠ 0`.
    public static func / (left: Integer, right: Integer) -> Integer {
        left.quotientAndRemainder(dividingBy: right).quotient
    }

    /// The remainder, with the sign of the dividend.
    ///
    /// - Precondition: `right ≠ 0`.
    public static func % (left: Integer, right: Integer) -> Integer {
        left.quotientAndRemainder(dividingBy: right).remainder
    }

    /// The non-negative greatest common divisor; `gcd(0, 0) = 0`.
    ///
    /// - Complexity: the product of the lengths in words.
    public static func greatestCommonDivisor(_ a: Integer, _ b: Integer) -> Integer {
        if case .small(let a) = a.storage, case .small(let b) = b.storage {
            var (x, y) = (a.magnitude, b.magnitude)
            while y != 0 { (x, y) = (y, x % y) }
            return Integer(x)
        }
        return Integer(
            isNegative: false,
            magnitude: WordArithmetic.greatestCommonDivisor(a.magnitudeWords, b.magnitudeWords))
    }

    /// `n! / (n_1!⋯n_r!)` with `n = Σ n_i`, the number of arrangements of a multiset.
    ///
    /// - Precondition: every part is non-negative.
    public static func multinomial(_ parts: [Int]) -> Integer {
        var result = Integer.one
        var total = 0
        for part in parts {
            precondition(part >= 0, "a multinomial coefficient has non-negative parts")
            // binom(total + part, part), kept integral at each step.
            for index in stride(from: 1, through: total > 0 ? part : 0, by: 1) {
                result *= Integer(total + index)
                result.divide(by: index)
            }
            total += part
        }
        return result
    }

    /// `binom(n, r)`; zero where `r` is out of range.
    public static func binomial(_ n: Int, _ r: Int) -> Integer {
        r < 0 || r > n ? .zero : multinomial([r, n - r].sorted(by: >))
    }
}
