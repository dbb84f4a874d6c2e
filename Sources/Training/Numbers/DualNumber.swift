/// A number with a derivative, `value + derivative·ε` with `ε² = 0`: what is computed with such numbers is differentiated.
struct DualNumber<Scalar: ComplexArithmetic>: ComplexArithmetic {
    var value: Scalar
    var derivative: Scalar

    @inline(__always)
    init(_ value: Scalar, _ derivative: Scalar) {
        self.value = value
        self.derivative = derivative
    }

    @inline(__always)
    init(_ value: Complex) { self.init(Scalar(value), .zero) }

    static var zero: DualNumber { DualNumber(.zero, .zero) }
    static var one: DualNumber { DualNumber(.one, .zero) }

    @inline(__always)
    static func + (left: DualNumber, right: DualNumber) -> DualNumber {
        DualNumber(left.value + right.value, left.derivative + right.derivative)
    }

    @inline(__always)
    static func - (left: DualNumber, right: DualNumber) -> DualNumber {
        DualNumber(left.value - right.value, left.derivative - right.derivative)
    }

    @inline(__always)
    static func * (left: DualNumber, right: DualNumber) -> DualNumber {
        DualNumber(
            left.value * right.value, left.value * right.derivative + left.derivative * right.value)
    }
}
