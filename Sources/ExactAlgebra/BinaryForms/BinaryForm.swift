/// A form in x and y with integer coefficients, that of the highest power of x first.
package struct BinaryForm: Hashable, Sendable {
    /// One more than the degree.
    package let coefficients: [Integer]

    package init(coefficients: [Integer]) {
        self.coefficients = coefficients
    }

    package var degree: Int { coefficients.count - 1 }
    package var isZero: Bool { coefficients.allSatisfy { $0.signum == 0 } }

    /// How often y divides the form.
    private var leadingZeros: Int { coefficients.firstIndex { $0.signum != 0 } ?? coefficients.count }

    /// Divided by the greatest common divisor of its coefficients; the first that is not zero is positive.
    package var primitive: BinaryForm {
        let content = coefficients.reduce(Integer.zero) { Integer.greatestCommonDivisor($0, $1) }
        guard content.signum != 0 else { return self }
        let sign = Integer(coefficients.first { $0.signum != 0 }?.signum ?? 1)
        return BinaryForm(coefficients: coefficients.map { $0 / content * sign })
    }

    /// The primitive greatest common divisor.
    ///
    /// - Precondition: neither form is zero.
    package static func greatestCommonDivisor(_ a: BinaryForm, _ b: BinaryForm) -> BinaryForm {
        let zeros = min(a.leadingZeros, b.leadingZeros)
        // In one variable, by the primitive sequence of pseudo-remainders.
        var first = BinaryForm(coefficients: Array(a.coefficients[a.leadingZeros...])).primitive
        var second = BinaryForm(coefficients: Array(b.coefficients[b.leadingZeros...])).primitive
        if first.degree < second.degree { swap(&first, &second) }
        while !second.coefficients.isEmpty {
            let rest = first.pseudoRemainder(by: second)
            (first, second) = (second, rest)
        }
        return BinaryForm(coefficients: [Integer](repeating: .zero, count: zeros) + first.coefficients)
    }

    /// Primitive, without leading zeros; empty for zero.
    private func pseudoRemainder(by divisor: BinaryForm) -> BinaryForm {
        var rest = coefficients
        let lead = divisor.coefficients[0]
        while rest.count >= divisor.coefficients.count {
            let factor = rest[0]
            rest = rest.enumerated().dropFirst().map { index, value in
                let other = index < divisor.coefficients.count ? divisor.coefficients[index] : .zero
                return value * lead - factor * other
            }
            rest = BinaryForm(coefficients: rest).primitive.coefficients
        }
        let result = BinaryForm(coefficients: rest)
        return BinaryForm(coefficients: Array(rest[result.leadingZeros...])).primitive
    }

    /// The quotient, which must be exact.
    ///
    /// - Precondition: the divisor is primitive and divides the form.
    package func divided(by divisor: BinaryForm) -> BinaryForm {
        let zeros = divisor.leadingZeros
        let lead = divisor.coefficients[zeros]
        var rest = coefficients[zeros...].map(\.self)
        let tail = Array(divisor.coefficients[zeros...])
        let count = degree - divisor.degree + 1
        var quotient: [Integer] = []
        for place in 0..<count {
            let factor = rest[place] / lead
            quotient.append(factor)
            guard factor.signum != 0 else { continue }
            for (index, value) in tail.enumerated() { rest[place + index] -= factor * value }
        }
        return BinaryForm(coefficients: quotient)
    }

    /// The same coefficients on powers of `x^step` and `y^step`.
    package func spread(by step: Int) -> BinaryForm {
        var result = [Integer](repeating: .zero, count: degree * step + 1)
        for (index, value) in coefficients.enumerated() { result[index * step] = value }
        return BinaryForm(coefficients: result)
    }

    /// Primitive forms without common roots and multiplicities: the form is their product, up to a constant.
    /// The factor y, if there is one, comes apart, as `[0, 1]`.
    package var squarefreeFactors: [(form: BinaryForm, multiplicity: Int)] {
        var result: [(form: BinaryForm, multiplicity: Int)] = []
        let zeros = leadingZeros
        if zeros > 0 { result.append((BinaryForm(coefficients: [0, 1]), zeros)) }
        var rest = BinaryForm(coefficients: Array(coefficients[zeros...])).primitive
        // Each round takes off one copy of every root.
        var squarefree = rest.withoutRepetition
        var multiplicity = 1
        while rest.degree > 0 {
            let next = rest.divided(by: squarefree).primitive
            let nextSquarefree =
                next.degree > 0 ? Self.greatestCommonDivisor(next, squarefree) : BinaryForm(coefficients: [1])
            let simple = squarefree.divided(by: nextSquarefree).primitive
            if simple.degree > 0 { result.append((simple, multiplicity)) }
            (rest, squarefree) = (next, nextSquarefree)
            multiplicity += 1
        }
        return result
    }

    private var withoutRepetition: BinaryForm {
        guard degree > 0 else { return self }
        let derivative = coefficients.dropLast().enumerated().map { $1 * Integer(degree - $0) }
        return divided(by: Self.greatestCommonDivisor(self, BinaryForm(coefficients: derivative))).primitive
    }
}
