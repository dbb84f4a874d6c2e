/// A complex number in double-double arithmetic, without bounds of its errors: for gradients that are small differences of
/// large numbers.
struct PreciseComplex: BitwiseCopyable, Sendable {
    var real: DoubleDouble
    var imaginary: DoubleDouble

    @inline(__always)
    init(_ real: DoubleDouble, _ imaginary: DoubleDouble) {
        self.real = real
        self.imaginary = imaginary
    }

    /// The number nearest to it.
    @inline(__always)
    var rounded: Complex { Complex(real.high, imaginary.high) }
}

extension PreciseComplex: ComplexArithmetic {
    static var zero: PreciseComplex { PreciseComplex(DoubleDouble(0), DoubleDouble(0)) }
    static var one: PreciseComplex { PreciseComplex(DoubleDouble(1), DoubleDouble(0)) }

    @inline(__always)
    init(_ value: Complex) {
        self.init(DoubleDouble(value.real), DoubleDouble(value.imaginary))
    }

    @inline(__always)
    static func + (left: PreciseComplex, right: PreciseComplex) -> PreciseComplex {
        PreciseComplex(left.real + right.real, left.imaginary + right.imaginary)
    }

    @inline(__always)
    static func - (left: PreciseComplex, right: PreciseComplex) -> PreciseComplex {
        PreciseComplex(left.real - right.real, left.imaginary - right.imaginary)
    }

    @inline(__always)
    static func * (left: PreciseComplex, right: PreciseComplex) -> PreciseComplex {
        PreciseComplex(
            left.real * right.real - left.imaginary * right.imaginary,
            left.real * right.imaginary + left.imaginary * right.real)
    }
}
