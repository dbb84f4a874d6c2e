/// A closed disc in the complex plane with a center in double-double arithmetic, all rounding errors enclosed.
///
/// For residuals at a point, which are small differences of large numbers: a ``Disc`` would bound their rounding errors by u
/// relative to those numbers, this by u².
struct PreciseDisc: Hashable, BitwiseCopyable {
    var real: DoubleDouble
    var imaginary: DoubleDouble
    var radius: Double

    @inline(__always)
    init(_ real: DoubleDouble, _ imaginary: DoubleDouble, radius: Double) {
        self.real = real
        self.imaginary = imaginary
        self.radius = radius
    }

    /// The number nearest to the center, but for the lower parts.
    @inline(__always)
    var approximation: Complex { Complex(real.high, imaginary.high) }

    /// A disc in double precision that contains this one.
    var disc: Disc {
        Disc(
            approximation,
            radius: (abs(real.low) + abs(imaginary.low) + radius) * (1 + 0x1p-50) + 0x1p-1000)
    }

    /// Not less than the absolute value of the center: the lower parts change it by at most u, relatively.
    @inline(__always)
    private var magnitudeBound: Double { approximation.magnitudeBound * (1 + 0x1p-50) }

    /// The product with a real number.
    @inline(__always)
    static func * (left: PreciseDisc, right: RealBall) -> PreciseDisc {
        let (a, b) = (left.magnitudeBound, abs(right.midpoint.high) * (1 + 0x1p-50))
        return PreciseDisc(
            rounding: left.real * right.midpoint, left.imaginary * right.midpoint, by: a * b,
            radius: a * right.radius + b * left.radius + left.radius * right.radius)
    }

    /// - Parameter bound: `2^{-100}` times it is not less than the error of the center.
    @inline(__always)
    private init(
        rounding real: DoubleDouble, _ imaginary: DoubleDouble, by bound: Double, radius: Double
    ) {
        self.init(real, imaginary, radius: (radius + bound * 0x1p-100) * (1 + 0x1p-45) + 0x1p-1000)
    }
}

extension PreciseDisc: ComplexArithmetic {
    static var zero: PreciseDisc { PreciseDisc(DoubleDouble(0), DoubleDouble(0), radius: 0) }
    static var one: PreciseDisc { PreciseDisc(DoubleDouble(1), DoubleDouble(0), radius: 0) }

    init(_ value: Complex) {
        self.init(DoubleDouble(value.real), DoubleDouble(value.imaginary), radius: 0)
    }

    // Each part is wrong by at most 4u² of the absolute values of the operands' parts, and 4u² = 2^{-104}.
    @inline(__always)
    static func + (left: PreciseDisc, right: PreciseDisc) -> PreciseDisc {
        PreciseDisc(
            rounding: left.real + right.real, left.imaginary + right.imaginary,
            by: left.approximation.oneNorm + right.approximation.oneNorm, radius: left.radius + right.radius)
    }

    @inline(__always)
    static func - (left: PreciseDisc, right: PreciseDisc) -> PreciseDisc {
        PreciseDisc(
            rounding: left.real - right.real, left.imaginary - right.imaginary,
            by: left.approximation.oneNorm + right.approximation.oneNorm, radius: left.radius + right.radius)
    }

    // Each part is a sum of two products: 9u² for these and 4u² for the sum, relative to the product of the absolute
    // values, together less than 20u² < 2^{-101} for the number.
    @inline(__always)
    static func * (left: PreciseDisc, right: PreciseDisc) -> PreciseDisc {
        let (a, b) = (left.magnitudeBound, right.magnitudeBound)
        return PreciseDisc(
            rounding: left.real * right.real - left.imaginary * right.imaginary,
            left.real * right.imaginary + left.imaginary * right.real, by: a * b,
            radius: a * right.radius + b * left.radius + left.radius * right.radius)
    }
}
