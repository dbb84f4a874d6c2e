/// A real number that is known to lie within a radius around a midpoint of two parts.
struct RealBall: Hashable, BitwiseCopyable, Sendable {
    var midpoint: DoubleDouble
    var radius: Double

    init(_ midpoint: DoubleDouble, radius: Double = 0) {
        self.midpoint = midpoint
        self.radius = radius
    }

    /// The same in the complex plane, around the upper part of the midpoint.
    var disc: Disc {
        Disc(Complex(midpoint.high), radius: (abs(midpoint.low) + radius) * (1 + 0x1p-50) + 0x1p-1000)
    }

    /// Between two floating-point numbers.
    var interval: RealInterval {
        // Two roundings, each outwards.
        RealInterval(
            lower: (midpoint.high + (midpoint.low - radius).nextDown).nextDown,
            upper: (midpoint.high + (midpoint.low + radius).nextUp).nextUp)
    }

    /// Times a power of two. The radius is enlarged by far more than an underflow takes away.
    func scaled(byPowerOfTwo exponent: Int) -> RealBall {
        RealBall(
            midpoint.scaled(byPowerOfTwo: exponent),
            radius: radius == 0 && midpoint.low == 0 && isExact(byPowerOfTwo: exponent)
                ? 0 : radius.scaled(byPowerOfTwo: exponent) + 0x1p-1000)
    }

    private func isExact(byPowerOfTwo exponent: Int) -> Bool {
        midpoint.high.scaled(byPowerOfTwo: exponent).scaled(byPowerOfTwo: -exponent) == midpoint.high
    }
}
