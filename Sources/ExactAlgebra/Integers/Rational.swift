/// A rational number in lowest terms.
public struct Rational: Hashable, Sendable {
    /// Has the sign of the number.
    public let numerator: Integer
    /// Positive.
    public let denominator: Integer

    /// - Precondition: `denominator ≠ 0`.
    public init(_ numerator: Integer, _ denominator: Integer = 1) {
        precondition(denominator.signum != 0, "a fraction has a denominator other than 0")
        let divisor = Integer.greatestCommonDivisor(numerator, denominator)
        let sign = Integer(denominator.signum)
        self.numerator = numerator / divisor * sign
        self.denominator = denominator / divisor * sign
    }

    /// The longest text and the largest exponent that are read: more would be an accident.
    package static let longestText = 4_000
    package static let largestExponent = 2_000

    /// Reads `-12`, `3/4`, `0.125`, `.5`, `5.` or `1.5e-3`, exactly; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard text.count <= Self.longestText else { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let top = Integer(parts[0]), let bottom = Integer(parts[1]),
                bottom.signum > 0
            else { return nil }
            self.init(top, bottom)
            return
        }
        let halves = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        var exponent = 0
        if halves.count == 2 {
            guard let value = Int(halves[1]), value.magnitude <= Self.largestExponent else {
                return nil
            }
            exponent = value
        }
        guard let mantissa = halves.first else { return nil }
        let places = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = places.count == 2 ? places[1] : ""
        guard fraction.allSatisfy({ $0.isASCII && $0.isNumber }),
            let digits = Integer(String(places[0]) + String(fraction))
        else { return nil }
        exponent -= fraction.count
        let power = (0..<abs(exponent)).reduce(Integer.one) { value, _ in value * 10 }
        self.init(exponent < 0 ? digits : digits * power, exponent < 0 ? power : .one)
    }
}

extension Rational: CustomStringConvertible {
    /// `-3/4`, or an integer without a denominator.
    public var description: String {
        denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
}
