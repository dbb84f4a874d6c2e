import ExactAlgebra

@testable import Training

/// `digits·2^exponent`: all that floating-point numbers make by sums and products, exactly.
struct BinaryNumber: Comparable {
    private let digits: Integer
    private let exponent: Int

    private init(_ digits: Integer, exponent: Int) {
        self.digits = digits
        self.exponent = exponent
    }

    /// - Precondition: the value is finite.
    init(_ value: Double) {
        guard let number = Rational(exactly: value) else { preconditionFailure("\(value) is not finite") }
        // The denominator is a power of two.
        self.init(number.numerator, exponent: 1 - number.denominator.bitLength)
    }

    init(_ value: DoubleDouble) { self = BinaryNumber(value.high) + BinaryNumber(value.low) }

    static var zero: BinaryNumber { BinaryNumber(.zero, exponent: 0) }

    var magnitude: BinaryNumber { digits.signum < 0 ? .zero - self : self }

    func scaled(byPowerOfTwo shift: Int) -> BinaryNumber { BinaryNumber(digits, exponent: exponent + shift) }

    private static func aligned(_ left: BinaryNumber, _ right: BinaryNumber) -> (
        Integer, Integer, exponent: Int
    ) {
        let exponent = min(left.exponent, right.exponent)
        return (
            left.digits.scaled(byPowerOfTwo: left.exponent - exponent),
            right.digits.scaled(byPowerOfTwo: right.exponent - exponent), exponent
        )
    }

    static func + (left: BinaryNumber, right: BinaryNumber) -> BinaryNumber {
        let (a, b, exponent) = aligned(left, right)
        return BinaryNumber(a + b, exponent: exponent)
    }

    static func - (left: BinaryNumber, right: BinaryNumber) -> BinaryNumber {
        let (a, b, exponent) = aligned(left, right)
        return BinaryNumber(a - b, exponent: exponent)
    }

    static func * (left: BinaryNumber, right: BinaryNumber) -> BinaryNumber {
        BinaryNumber(left.digits * right.digits, exponent: left.exponent + right.exponent)
    }

    static func < (left: BinaryNumber, right: BinaryNumber) -> Bool {
        let (a, b, _) = aligned(left, right)
        return (a - b).signum < 0
    }

    static func == (left: BinaryNumber, right: BinaryNumber) -> Bool {
        let (a, b, _) = aligned(left, right)
        return a == b
    }
}
