extension Rational {
    /// The number as `digits·10^exponent`, with digits that 10 does not divide (0 for 0); nil if its decimal does not end.
    package var decimal: (digits: Integer, exponent: Int)? {
        guard numerator.signum != 0 else { return (.zero, 0) }
        // The denominator is 2^a·5^b: times what is missing of one of them it is a power of ten.
        var rest = denominator
        let twos = Self.takeOut(2, of: &rest)
        let fives = Self.takeOut(5, of: &rest)
        guard rest == 1 else { return nil }
        let places = max(twos, fives)
        var digits =
            numerator * Self.power(2, places - twos) * Self.power(5, places - fives)
        let zeros = Self.takeOut(10, of: &digits)
        return (digits, zeros - places)
    }

    /// How often a number divides another, and the quotient.
    private static func takeOut(_ divisor: Integer, of value: inout Integer) -> Int {
        var count = 0
        while true {
            let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
            guard remainder.signum == 0 else { return count }
            value = quotient
            count += 1
        }
    }

    private static func power(_ base: Integer, _ exponent: Int) -> Integer {
        (0..<exponent).reduce(Integer.one) { power, _ in power * base }
    }

    /// The shortest of the fraction, the decimal, and the decimal with an exponent; each is exact.
    package var shortText: String {
        let fraction = description
        guard fraction.utf8.count > 3, let (digits, exponent) = decimal else { return fraction }
        let sign = digits.signum < 0 ? "-" : ""
        let text = digits.magnitude.description
        let point = text.utf8.count + exponent
        var forms = [fraction]
        if exponent < 0, point > 0 {
            forms.append(sign + text.prefix(point) + "." + text.dropFirst(point))
        } else if exponent < 0, point > -3 {
            forms.append(sign + "0." + String(repeating: "0", count: -point) + text)
        }
        let rest = text.dropFirst()
        forms.append(sign + text.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "e\(point - 1)")
        return forms.min { $0.utf8.count < $1.utf8.count } ?? fraction
    }
}
