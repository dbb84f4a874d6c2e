/// A quarter of the projective line without 0 and ∞, parametrized by u in (0, 1): `±u` or `±1/u`.
struct RootChart: Sendable {
    let isNegative: Bool
    /// Whether the points are `±1/u`.
    let isInverted: Bool
    /// Of the form in u, that of the highest power first.
    let coefficients: [Integer]
    /// The same as floating-point numbers, apart from their exponents, which may be out of range.
    let significands: [Double]
    let exponents: [Int]
    /// The longest coefficient.
    let bitLength: Int

    init(_ form: BinaryForm, isNegative: Bool, isInverted: Bool) {
        self.isNegative = isNegative
        self.isInverted = isInverted
        var coefficients = isInverted ? form.coefficients.reversed() : form.coefficients
        if isNegative {
            for index in stride(from: form.degree - 1, through: 0, by: -2) {
                coefficients[index] = -coefficients[index]
            }
        }
        self.coefficients = coefficients
        var (significands, exponents) = ([Double](), [Int]())
        significands.reserveCapacity(coefficients.count)
        exponents.reserveCapacity(coefficients.count)
        for coefficient in coefficients {
            let (significand, exponent) = coefficient.significandAndExponent
            significands.append(significand)
            exponents.append(exponent)
        }
        self.significands = significands
        self.exponents = exponents
        bitLength = exponents.max() ?? 0
    }

    var degree: Int { coefficients.count - 1 }

    /// The root t that has the parameter u.
    func rational(_ point: DyadicPoint) -> Rational {
        let numerator = isNegative ? -point.numerator : point.numerator
        let denominator = Integer.one.scaled(byPowerOfTwo: point.depth)
        return isInverted ? Rational(denominator, numerator) : Rational(numerator, denominator)
    }

    /// The same, to nearly full precision; infinite or 0 where it is out of range.
    func approximation(_ point: DyadicPoint) -> Double {
        let (significand, exponent) = point.numerator.significandAndExponent
        let parameter = isNegative ? -significand : significand
        let scale = exponent - point.depth
        return Double(
            sign: .plus, exponent: isInverted ? -scale : scale,
            significand: isInverted ? 1 / parameter : parameter)
    }
}
