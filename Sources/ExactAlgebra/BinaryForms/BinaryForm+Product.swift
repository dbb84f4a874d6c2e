extension BinaryForm {
    /// Below so many products of coefficients they are made one by one.
    private static let smallProduct = 2_000

    /// The product, exactly.
    ///
    /// - Complexity: the product of the two lengths, times the length of the coefficients in words.
    package static func * (left: BinaryForm, right: BinaryForm) -> BinaryForm {
        let (a, b) = (left.coefficients, right.coefficients)
        guard a.count * b.count > smallProduct, !left.isZero, !right.isZero else {
            // Forms without coefficients come from decompositions.
            var result = [Integer](repeating: .zero, count: max(0, a.count + b.count - 1))
            for (i, x) in a.enumerated() where x.signum != 0 {
                for (j, y) in b.enumerated() { result[i + j] = result[i + j] + x * y }
            }
            return BinaryForm(coefficients: result)
        }
        // Modulo primes, until their product exceeds what a coefficient can be.
        let bound = left.height * right.height * Integer(min(a.count, b.count))
        let zeros = left.multiplicityAtInfinity + right.multiplicityAtInfinity
        let product = ResidueSystem.integers(upTo: bound) { field in
            field.product(left.dehomogenized(field), right.dehomogenized(field))
        }
        return BinaryForm(coefficients: [Integer](repeating: .zero, count: zeros) + product)
    }

    /// The largest absolute value of a coefficient.
    var height: Integer { coefficients.reduce(.zero) { max($0, $1.magnitude) } }

    /// The coefficients without leading zeros, modulo a prime; the first may become zero.
    func dehomogenized(_ field: PrimeField) -> [UInt64] {
        coefficients.drop { $0.signum == 0 }.map { field.reduce($0) }
    }

    package static func power(_ form: BinaryForm, _ exponent: Int) -> BinaryForm {
        (0..<exponent).reduce(.one) { product, _ in product * form }
    }
}
