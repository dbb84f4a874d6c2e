import PlatformBasics

/// A complex number in double precision.
public struct Complex: Hashable, Sendable, BitwiseCopyable {
    /// The real part.
    public var real: Double
    /// The imaginary part.
    public var imaginary: Double

    /// The number with these parts.
    @inline(__always)
    public init(_ real: Double, _ imaginary: Double = 0) {
        self.real = real
        self.imaginary = imaginary
    }

    /// The absolute value, without care for overflow: numbers here are of moderate size.
    @inline(__always)
    public var magnitude: Double { squaredMagnitude.squareRoot() }
    /// The square of the absolute value.
    @inline(__always)
    public var squaredMagnitude: Double { real * real + imaginary * imaginary }
    /// The larger absolute value of the two parts.
    var largestPart: Double { max(abs(real), abs(imaginary)) }

    /// The quotient, with care for overflow.
    static func quotient(_ left: Complex, _ right: Complex) -> Complex {
        let size = right.largestPart
        guard size < 0x1p-400 || size > 0x1p400, size > 0, size.isFinite else { return left / right }
        let exponent = -Int(size.exponent)
        return (left / right.scaled(by: exponent)).scaled(by: exponent)
    }

    /// Times a power of two; rounded, or infinite, only where that is out of range.
    func scaled(by exponent: Int) -> Complex {
        Complex(
            real.scaled(byPowerOfTwo: exponent),
            imaginary.scaled(byPowerOfTwo: exponent))
    }

    var conjugate: Complex { Complex(real, -imaginary) }

    /// Whether both parts are finite.
    public var isFinite: Bool { real.isFinite && imaginary.isFinite }

    /// `e^{iφ}`.
    static func unit(angle: Double) -> Complex { Complex(cos(angle), sin(angle)) }

    /// Independent standard normal parts (Box and Muller).
    static func random(using generator: inout some RandomNumberGenerator) -> Complex {
        let radius = (-2 * log(Double.random(in: .leastNormalMagnitude..<1, using: &generator))).squareRoot()
        let direction = unit(angle: Double.random(in: 0..<(2 * .pi), using: &generator))
        return Complex(radius * direction.real, radius * direction.imaginary)
    }
}

extension Complex: ComplexArithmetic {
    static var zero: Complex { Complex(0) }
    static var one: Complex { Complex(1) }

    @inline(__always)
    init(_ value: Complex) { self = value }

    /// The sum, rounded.
    @inline(__always)
    public static func + (left: Complex, right: Complex) -> Complex {
        Complex(left.real + right.real, left.imaginary + right.imaginary)
    }

    /// The difference, rounded.
    @inline(__always)
    public static func - (left: Complex, right: Complex) -> Complex {
        Complex(left.real - right.real, left.imaginary - right.imaginary)
    }

    /// The product, rounded; without care for overflow.
    @inline(__always)
    public static func * (left: Complex, right: Complex) -> Complex {
        Complex(
            left.real * right.real - left.imaginary * right.imaginary,
            left.real * right.imaginary + left.imaginary * right.real)
    }

    /// The product with a real number, rounded.
    @inline(__always)
    public static func * (left: Complex, right: Double) -> Complex {
        Complex(left.real * right, left.imaginary * right)
    }

    /// The quotient, rounded; without care for overflow.
    @inline(__always)
    public static func / (left: Complex, right: Complex) -> Complex {
        let inverse = 1 / right.squaredMagnitude
        return Complex(
            (left.real * right.real + left.imaginary * right.imaginary) * inverse,
            (left.imaginary * right.real - left.real * right.imaginary) * inverse)
    }

    /// The negative.
    @inline(__always)
    public static prefix func - (value: Complex) -> Complex { Complex(-value.real, -value.imaginary) }
}
