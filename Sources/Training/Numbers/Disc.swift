/// A closed disc in the complex plane, with all rounding errors enclosed: the exact result of an operation on
/// any two members lies in the disc of the result.
///
/// Circular arithmetic with centers in double precision. The rounding of a center adds to the radius (less
/// than `4u` relative to the operands, `u = 2^{-53}`), and every radius is enlarged by a factor that exceeds
/// the rounding errors of the few operations that make it.
///
/// Underflow: ``Complex/magnitudeBound`` is at least `2^{-480}`, so the products of bounds that make a radius are lost only
/// where a radius is one of the factors, and then by at most `2^{-1074}`; a center is a sum of at most two products, each
/// wrong by at most `2^{-1074}` where it underflows. The `2^{-1000}` in every radius exceeds all of these together.
/// Overflow makes a radius infinite or no number at all, and every test with it fails.
struct Disc: Hashable, BitwiseCopyable {
    var center: Complex
    var radius: Double

    @inline(__always)
    init(_ center: Complex, radius: Double) {
        self.center = center
        self.radius = radius
    }

    @inline(__always)
    private init(rounding center: Complex, by bound: Double, radius: Double) {
        self.center = center
        self.radius = (radius + bound * 0x1p-50) * (1 + 0x1p-45) + 0x1p-1000
    }

    /// An upper bound of the absolute value of the members.
    var largestMagnitude: Double { (center.magnitudeBound + radius) * (1 + 0x1p-50) }

    /// Whether no number lies in both; false where that cannot be told.
    func isDisjoint(from other: Disc) -> Bool {
        // A magnitude that underflows is too small, which errs on the safe side; one that overflows is not.
        let distance = (center - other.center).magnitude
        return distance.isFinite && distance * (1 - 0x1p-48) > (radius + other.radius) * (1 + 0x1p-48)
    }

    /// Whether 0 is no member: proved.
    var excludesZero: Bool { isDisjoint(from: .zero) }

    /// Whether no member is real: proved.
    var excludesReals: Bool { abs(center.imaginary) > radius }

    /// The real members, for a disc whose center is real.
    var realInterval: RealInterval {
        RealInterval(lower: (center.real - radius).nextDown, upper: (center.real + radius).nextUp)
    }
}

extension Complex {
    /// Not less than the absolute value, and not less than `2^{-480}`.
    ///
    /// The squares, their sum, that with `2^{-960}` and the root are five roundings, of which the products may underflow, by
    /// less than what is added.
    @inline(__always)
    var magnitudeBound: Double { (squaredMagnitude + 0x1p-960).squareRoot() * (1 + 0x1p-50) }

    /// `|re| + |im|`: not less than the absolute value, but for rounding by u, and without a root.
    @inline(__always)
    var oneNorm: Double { abs(real) + abs(imaginary) }
}

extension Disc: ComplexArithmetic {
    static var zero: Disc { Disc(Complex(0), radius: 0) }
    static var one: Disc { Disc(Complex(1), radius: 0) }

    init(_ value: Complex) { self.init(value, radius: 0) }

    // A sum is rounded by at most u in each part, and never underflows.
    @inline(__always)
    static func + (left: Disc, right: Disc) -> Disc {
        let center = left.center + right.center
        return Disc(rounding: center, by: center.oneNorm, radius: left.radius + right.radius)
    }

    @inline(__always)
    static func - (left: Disc, right: Disc) -> Disc {
        let center = left.center - right.center
        return Disc(rounding: center, by: center.oneNorm, radius: left.radius + right.radius)
    }

    @inline(__always)
    static func * (left: Disc, right: Disc) -> Disc {
        let (a, b) = (left.center.magnitudeBound, right.center.magnitudeBound)
        return Disc(
            rounding: left.center * right.center, by: a * b,
            radius: a * right.radius + b * left.radius + left.radius * right.radius)
    }
}
