/// Arithmetic that reuses the storage of the left operand where nothing else has it.
extension Integer {
    /// Adds in place.
    ///
    /// - Complexity: the length of the right one in words, but for carries.
    public static func += (left: inout Integer, right: Integer) {
        left.add(right, isNegated: false)
    }

    /// Subtracts in place.
    ///
    /// - Complexity: the length of the right one in words, but for carries.
    public static func -= (left: inout Integer, right: Integer) {
        left.add(right, isNegated: true)
    }

    private mutating func add(_ other: Integer, isNegated: Bool) {
        if case .small(let a) = storage, case .small(let b) = other.storage {
            let (sum, overflow) = isNegated ? a.subtractingReportingOverflow(b) : a.addingReportingOverflow(b)
            if !overflow {
                storage = .small(sum)
                return
            }
        }
        let sign = isNegated ? -other.signum : other.signum
        guard sign != 0 else { return }
        guard signum != 0 else {
            self = isNegated ? -other : other
            return
        }
        let isNegative = signum < 0
        var words = takeWords()
        let addend = other.magnitudeWords
        if isNegative == (sign < 0) {
            WordArithmetic.add(addend, to: &words)
            put(words, isNegative: isNegative)
        } else if WordArithmetic.compare(words, addend) >= 0 {
            WordArithmetic.subtract(addend, from: &words)
            put(words, isNegative: isNegative)
        } else {
            WordArithmetic.subtract(&words, fromLarger: addend)
            put(words, isNegative: !isNegative)
        }
    }

    /// Adds the product of two numbers in place.
    ///
    /// - Complexity: the product of their lengths in words.
    public mutating func add(productOf a: Integer, and b: Integer) {
        let sign = a.signum * b.signum
        guard sign != 0 else { return }
        guard signum * sign >= 0 else {
            self += a * b
            return
        }
        var words = takeWords()
        WordArithmetic.addProduct(a.magnitudeWords, b.magnitudeWords, to: &words)
        put(words, isNegative: sign < 0)
    }

    /// Multiplies by a machine integer in place.
    ///
    /// - Complexity: the length in words.
    public mutating func multiply(by factor: Int) {
        if case .small(let value) = storage {
            let (product, overflow) = value.multipliedReportingOverflow(by: factor)
            if !overflow {
                storage = .small(product)
                return
            }
        }
        let isNegative = signum < 0
        var words = takeWords()
        WordArithmetic.multiply(&words, by: factor.magnitude)
        put(words, isNegative: isNegative != (factor < 0))
    }

    /// Multiplies by a machine integer, then adds, in place: both in one pass.
    ///
    /// - Complexity: the lengths in words.
    public mutating func multiply(by factor: Int, adding addend: Integer) {
        if case .small = storage, case .small = addend.storage {
            multiply(by: factor)
            self += addend
            return
        }
        let isNegative = (signum < 0) != (factor < 0)
        var words = takeWords()
        if isNegative == (addend.signum < 0) {
            WordArithmetic.multiply(&words, by: factor.magnitude, adding: addend.magnitudeWords)
            put(words, isNegative: isNegative)
        } else {
            let isTurned = WordArithmetic.multiply(
                &words, by: factor.magnitude, subtractingFrom: addend.magnitudeWords)
            put(words, isNegative: isNegative == isTurned)
        }
    }

    /// Divides by a machine integer in place; the quotient is rounded toward zero.
    ///
    /// - Precondition: the divisor is not 0.
    /// - Complexity: the length in words.
    public mutating func divide(by divisor: Int) {
        precondition(divisor != 0, "division by zero")
        let isNegative = signum < 0
        var words = takeWords()
        _ = WordArithmetic.divide(&words, by: divisor.magnitude)
        put(words, isNegative: isNegative != (divisor < 0))
    }

    /// The words of the absolute value, which are this function's alone if they were the number's; the number is 0 then.
    private mutating func takeWords() -> [UInt] {
        let words = magnitudeWords
        storage = .small(0)
        return words
    }

    private mutating func put(_ words: [UInt], isNegative: Bool) {
        self = Integer(isNegative: isNegative, magnitude: words)
    }
}
