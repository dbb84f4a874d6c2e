/// A real number between two others: proved, with all rounding errors enclosed.
public struct RealInterval: Hashable, Sendable {
    /// It is not less than this,
    public let lower: Double
    /// and not more than this.
    public let upper: Double

    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The floating-point number in the middle.
    public var midpoint: Double { lower + (upper - lower) / 2 }

    /// Times a power of two, rounded outwards where it underflows.
    func scaled(byPowerOfTwo exponent: Int) -> RealInterval {
        func scaled(_ value: Double, _ neighbor: (Double) -> Double) -> Double {
            let result = value.scaled(byPowerOfTwo: exponent)
            return result.scaled(byPowerOfTwo: -exponent) == value ? result : neighbor(result)
        }
        return RealInterval(lower: scaled(lower, \.nextDown), upper: scaled(upper, \.nextUp))
    }

    /// Divided by a positive number, rounded outwards.
    package func divided(by number: Double) -> RealInterval {
        RealInterval(lower: (lower / number).nextDown, upper: (upper / number).nextUp)
    }
}
