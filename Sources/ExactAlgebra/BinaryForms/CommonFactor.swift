/// The greatest common divisor of some forms, and what is left of each.
///
/// Computed modulo primes (Brown, 1971) and proved over ℤ: the factor g, scaled so that it leads with the greatest common
/// divisor ℓ of all leading coefficients, and the quotients `h_i = ℓ·f_i/g` are lifted from their remainders, and the
/// primes are enough where their product exceeds twice the coefficients of `g·h_i` and `ℓ·f_i`: then these are equal, and
/// no degree is lost, because no common factor has a smaller degree modulo a prime that leaves all leading coefficients.
package struct CommonFactor {
    /// Primitive.
    package let factor: BinaryForm
    /// Times the factor they are the forms, exactly; zero for zero.
    package let cofactors: [BinaryForm]

    /// - Precondition: some form is not zero.
    /// - Complexity: for each 61 bits of the coefficients, the square of the degree.
    package init(of forms: [BinaryForm]) {
        let places = forms.indices.filter { !forms[$0].isZero }
        precondition(!places.isEmpty, "zero has no greatest divisor")
        let zeros = places.map { forms[$0].multiplicityAtInfinity }.min() ?? 0
        // In one variable: without the powers of y.
        let polynomials = places.map { place in
            BinaryForm(coefficients: Array(forms[place].coefficients.drop { $0.signum == 0 }))
        }
        let lifted = Self.lift(polynomials)

        factor = BinaryForm(
            coefficients: [Integer](repeating: .zero, count: zeros) + lifted.factor.coefficients)
        var cofactors = forms
        for (place, cofactor) in zip(places, lifted.cofactors) {
            let rest = forms[place].multiplicityAtInfinity - zeros
            cofactors[place] = BinaryForm(
                coefficients: [Integer](repeating: .zero, count: rest) + cofactor.coefficients)
        }
        for place in forms.indices where forms[place].isZero {
            let length = max(0, forms[place].coefficients.count - factor.degree)
            cofactors[place] = BinaryForm(coefficients: [Integer](repeating: .zero, count: length))
        }
        self.cofactors = cofactors
    }

    /// - Parameter forms: with leading coefficients other than zero.
    private static func lift(_ forms: [BinaryForm]) -> (factor: BinaryForm, cofactors: [BinaryForm]) {
        guard forms.allSatisfy({ $0.degree > 0 }) else { return (.one, forms) }
        let lead = forms.reduce(Integer.zero) { Integer.greatestCommonDivisor($0, $1.coefficients[0]) }
        let heights = forms.map { lead * $0.height }
        let least = 2 * (heights.max() ?? .one)
        var degree = Int.max
        var factor = ResidueSystem()
        var cofactors = [ResidueSystem](repeating: ResidueSystem(), count: forms.count)
        for prime in LargePrimes() {
            let field = PrimeField(modulus: prime)
            let residues = forms.map { $0.dehomogenized(field) }
            guard residues.allSatisfy({ $0[0] != 0 }) else { continue }
            let common = greatestCommonDivisor(residues, field)
            if common.count == 1 { return (.one, forms) }
            // A degree that is too high is an unlucky prime.
            guard common.count <= degree else { continue }
            if common.count < degree {
                degree = common.count
                factor = ResidueSystem()
                cofactors = [ResidueSystem](repeating: ResidueSystem(), count: forms.count)
            }
            let scale = field.reduce(lead)
            factor.append(field.scaled(common, by: scale), modulo: field)
            for index in forms.indices {
                // f/g for monic g is h for g with ℓ in front.
                var rest = residues[index]
                cofactors[index].append(field.divide(&rest, by: common), modulo: field)
            }
            guard factor.modulus > least else { continue }
            let found = BinaryForm(coefficients: factor.integers)
            let quotients = cofactors.map { BinaryForm(coefficients: $0.integers) }
            let isProved = quotients.allSatisfy { quotient in
                let terms = Integer(min(found.coefficients.count, quotient.coefficients.count))
                return 2 * terms * found.height * quotient.height < factor.modulus
            }
            guard isProved else { continue }
            // ℓf = g·h; the content c of g gives f = (g/c)·(c·h/ℓ).
            let content = found.content
            return (
                BinaryForm(coefficients: found.coefficients.map { $0 / content }),
                quotients.map { form in
                    BinaryForm(coefficients: form.coefficients.map { $0 * content / lead })
                }
            )
        }
        preconditionFailure("the primes are more than enough")
    }

    private static func greatestCommonDivisor(_ forms: [[UInt64]], _ field: PrimeField) -> [UInt64] {
        // Short ones first: all others are divided by what they have in common.
        let sorted = forms.sorted { $0.count < $1.count }
        var common = sorted[0]
        for form in sorted.dropFirst() {
            common = field.greatestCommonDivisor(common, form)
            if common.count == 1 { break }
        }
        return sorted.count == 1 ? field.scaled(common, by: field.inverse(common[0])) : common
    }
}

extension BinaryForm {
    /// The primitive greatest common divisor.
    ///
    /// - Precondition: not both forms are zero.
    package static func greatestCommonDivisor(_ a: BinaryForm, _ b: BinaryForm) -> BinaryForm {
        CommonFactor(of: [a, b]).factor
    }

    /// The quotient; nil if there is none over ℤ.
    ///
    /// - Precondition: the divisor is not zero.
    package func divided(by divisor: BinaryForm) -> BinaryForm? {
        precondition(!divisor.isZero, "division by zero")
        if isZero { return BinaryForm(coefficients: Array(coefficients.dropLast(divisor.degree))) }
        let common = CommonFactor(of: [self, divisor])
        guard common.factor.degree == divisor.degree else { return nil }
        // What is left of the divisor: its content, with a sign.
        let content = common.cofactors[1].coefficients[0]
        let quotient = common.cofactors[0]
        if content == 1 { return quotient }
        let isIntegral = quotient.coefficients.allSatisfy { ($0 % content).signum == 0 }
        return isIntegral ? BinaryForm(coefficients: quotient.coefficients.map { $0 / content }) : nil
    }
}
