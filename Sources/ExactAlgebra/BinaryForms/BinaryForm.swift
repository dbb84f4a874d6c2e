/// A form in x and y with integer coefficients, that of the highest power of x first.
///
/// Its roots are the points `t = x/y` of the projective line: 0 where x divides it, ∞ where y does.
package struct BinaryForm: Hashable, Sendable {
    /// One more than the degree.
    package let coefficients: [Integer]

    package init(coefficients: [Integer]) {
        self.coefficients = coefficients
    }

    /// The form with these coefficients, times the least common denominator.
    package static func clearingDenominators(of coefficients: [Rational]) -> (
        form: BinaryForm, denominator: Integer
    ) {
        let denominator = coefficients.reduce(Integer.one) { Integer.leastCommonMultiple($0, $1.denominator) }
        let form = BinaryForm(
            coefficients: coefficients.map {
                $0.denominator == denominator ? $0.numerator : $0.numerator * (denominator / $0.denominator)
            })
        return (form, denominator)
    }

    package static let one = BinaryForm(coefficients: [1])

    package var degree: Int { coefficients.count - 1 }
    package var isZero: Bool { coefficients.allSatisfy { $0.signum == 0 } }

    /// How often y divides the form, which is not zero.
    package var multiplicityAtInfinity: Int { coefficients.prefix { $0.signum == 0 }.count }
    /// How often x divides the form, which is not zero.
    package var multiplicityAtZero: Int { coefficients.reversed().prefix { $0.signum == 0 }.count }

    /// Without the factors x and y.
    ///
    /// - Precondition: the form is not zero.
    package var withoutZeroAndInfinity: BinaryForm {
        BinaryForm(
            coefficients: Array(coefficients.dropFirst(multiplicityAtInfinity).dropLast(multiplicityAtZero)))
    }

    /// The greatest common divisor of the coefficients, with the sign of the first that is not zero.
    package var content: Integer {
        let divisor = coefficients.reduce(Integer.zero) {
            $0 == 1 ? $0 : Integer.greatestCommonDivisor($0, $1)
        }
        return coefficients.first { $0.signum != 0 }?.signum == -1 ? -divisor : divisor
    }

    /// Divided by the content: the first coefficient that is not zero is positive.
    package var primitive: BinaryForm {
        let content = content
        guard content.signum != 0, content != 1 else { return self }
        return BinaryForm(coefficients: coefficients.map { $0 / content })
    }

    /// The same coefficients on powers of `x^step` and `y^step`.
    package func spread(by step: Int) -> BinaryForm {
        var result = [Integer](repeating: .zero, count: degree * step + 1)
        for (index, value) in coefficients.enumerated() { result[index * step] = value }
        return BinaryForm(coefficients: result)
    }

    /// The forms of the s-decomposition: the coefficients by residue modulo the step, empty ones and zeros included.
    package func decomposition(step: Int) -> [BinaryForm] {
        (0..<step).map { residue in
            BinaryForm(
                coefficients: stride(from: residue, to: coefficients.count, by: step).map { coefficients[$0] }
            )
        }
    }

    /// The form whose s-decomposition these are.
    package init(decomposition forms: [BinaryForm]) {
        var result = [Integer](repeating: .zero, count: forms.reduce(0) { $0 + $1.coefficients.count })
        for (residue, form) in forms.enumerated() {
            for (index, value) in form.coefficients.enumerated() {
                result[residue + index * forms.count] = value
            }
        }
        coefficients = result
    }

    /// `∂/∂x`.
    var derivative: BinaryForm {
        BinaryForm(
            coefficients: coefficients.dropLast().enumerated().map { $1 * Integer(degree - $0) })
    }
}
