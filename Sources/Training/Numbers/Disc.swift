/// A closed disc in the complex plane, with all rounding errors enclosed: the exact result of an operation on
/// any two members lies in the disc of the result.
///
/// Circular arithmetic with centers in double precision. The rounding of a center adds to the radius (less
/// than `4u` relative to the operands, `u = 2^{-53}`), and every radius is enlarged by a factor that exceeds
/// the rounding errors of the few operations that make it.
struct Disc: Hashable {
    var center: Complex
    var radius: Double

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
    var largestMagnitude: Double { (center.magnitude * (1 + 0x1p-50) + radius) * (1 + 0x1p-50) }

    /// Whether no number lies in both; false where that cannot be told.
    func isDisjoint(from other: Disc) -> Bool {
        (center - other.center).magnitude * (1 - 0x1p-48) > (radius + other.radius) * (1 + 0x1p-48)
    }
}

extension Disc: ComplexArithmetic {
    static var zero: Disc { Disc(Complex(0), radius: 0) }
    static var one: Disc { Disc(Complex(1), radius: 0) }

    init(_ value: Complex) { self.init(value, radius: 0) }

    @inline(__always)
    static func + (left: Disc, right: Disc) -> Disc {
        let center = left.center + right.center
        return Disc(rounding: center, by: center.magnitude, radius: left.radius + right.radius)
    }

    @inline(__always)
    static func - (left: Disc, right: Disc) -> Disc {
        let center = left.center - right.center
        return Disc(rounding: center, by: center.magnitude, radius: left.radius + right.radius)
    }

    @inline(__always)
    static func * (left: Disc, right: Disc) -> Disc {
        let (a, b) = (left.center.magnitude, right.center.magnitude)
        return Disc(
            rounding: left.center * right.center, by: a * b,
            radius: a * right.radius + b * left.radius + left.radius * right.radius)
    }
}
