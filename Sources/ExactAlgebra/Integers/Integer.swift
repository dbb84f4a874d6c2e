/// An integer of any size.
///
/// Values that fit in an `Int` are stored without allocation; larger ones as sign and magnitude in
/// base `2^64`, least significant word first, without leading zeros. The representation is unique,
/// so equality and hashing are structural.
public struct Integer: Hashable, Sendable {
    enum Storage: Hashable, Sendable {
        case small(Int)
        /// Only for values that do not fit in an `Int`.
        case large(isNegative: Bool, magnitude: [UInt])
    }

    var storage: Storage

    private init(storage: Storage) {
        self.storage = storage
    }

    /// The same value.
    public init(_ value: some BinaryInteger) {
        if let small = Int(exactly: value) {
            self.init(storage: .small(small))
            return
        }
        var words: [UInt] = []
        var rest = value.magnitude
        while rest != 0 {
            words.append(UInt(truncatingIfNeeded: rest))
            rest >>= 64
        }
        self.init(isNegative: value < 0, magnitude: words)
    }

    /// Normalizes: drops leading zeros, and uses the small form where the value fits.
    init(isNegative: Bool, magnitude: [UInt]) {
        var words = magnitude
        while words.last == 0 { words.removeLast() }
        if words.count <= 1 {
            let word = words.first ?? 0
            if let value = Int(exactly: word) {
                self.init(storage: .small(isNegative ? -value : value))
                return
            }
            if isNegative && word == Int.min.magnitude {
                self.init(storage: .small(.min))
                return
            }
        }
        self.init(storage: .large(isNegative: isNegative, magnitude: words))
    }

    /// 0.
    public static let zero = Integer(0)
    /// 1.
    public static let one = Integer(1)

    /// −1, 0 or 1.
    public var signum: Int {
        switch storage {
        case .small(let value): return value.signum()
        case .large(let isNegative, _): return isNegative ? -1 : 1
        }
    }

    /// Base `2^64`, least significant first; empty for zero.
    var magnitudeWords: [UInt] {
        switch storage {
        case .small(let value): return value == 0 ? [] : [value.magnitude]
        case .large(_, let magnitude): return magnitude
        }
    }

    /// The absolute value.
    public var magnitude: Integer {
        signum < 0 ? Integer(isNegative: false, magnitude: magnitudeWords) : self
    }

    /// The value as a floating-point number, infinite where it is out of range.
    public var approximation: Double {
        var value = 0.0
        for word in magnitudeWords.reversed() { value = value * 0x1p64 + Double(word) }
        return signum < 0 ? -value : value
    }
}

extension Int {
    /// The value, if it fits in an `Int`.
    public init?(exactly integer: Integer) {
        guard case .small(let value) = integer.storage else { return nil }
        self = value
    }
}

extension Integer: ExpressibleByIntegerLiteral {
    /// The value of the literal, which fits in an `Int`.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension Integer: Comparable {
    /// By value.
    public static func < (left: Integer, right: Integer) -> Bool {
        if case .small(let a) = left.storage, case .small(let b) = right.storage { return a < b }
        if left.signum != right.signum { return left.signum < right.signum }
        let order = WordArithmetic.compare(left.magnitudeWords, right.magnitudeWords)
        return left.signum > 0 ? order < 0 : order > 0
    }
}
