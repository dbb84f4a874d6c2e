extension BinaryForm {
    /// The form whose roots are the s-th powers of the roots of this, with multiplicities: `N(t^s) = ± Π f(ζt)` over the
    /// s-th roots of unity ζ, up to a constant.
    ///
    /// - Precondition: the form is not zero.
    /// - Complexity: `s` products, modulo as many primes as s times the length of the coefficients needs.
    package func powerMapped(_ exponent: Int) -> BinaryForm {
        guard exponent > 1, degree > 0 else { return primitive }
        let zeros = multiplicityAtInfinity
        let sum = coefficients.reduce(Integer.zero) { $0 + $1.magnitude }
        let bound = 2 * (0..<exponent).reduce(Integer.one) { power, _ in power * sum }
        let roots = LargePrimes(congruentToOneModulo: exponent)
        var system = ResidueSystem()
        for prime in roots {
            let field = PrimeField(modulus: prime)
            let form = dehomogenized(field)
            let unit = field.rootOfUnity(order: exponent)
            var product = form
            var factor = unit
            for _ in 1..<exponent {
                // f(ζt): the coefficient of t^i times ζ^i.
                var power: UInt64 = 1
                var turned = form
                for index in form.indices.reversed() {
                    turned[index] = field.multiply(form[index], power)
                    power = field.multiply(power, factor)
                }
                product = field.product(product, turned)
                factor = field.multiply(factor, unit)
            }
            system.append(
                stride(from: 0, to: product.count, by: exponent).map { product[$0] }, modulo: field)
            if system.modulus > bound { break }
        }
        return BinaryForm(coefficients: [Integer](repeating: .zero, count: zeros) + system.integers).primitive
    }
}

extension PrimeField {
    /// An element whose powers are the roots of unity of an order.
    ///
    /// - Precondition: the order divides p − 1.
    fileprivate func rootOfUnity(order: Int) -> UInt64 {
        let divisors = (2...max(2, order)).filter { divisor in
            order % divisor == 0 && (2..<divisor).allSatisfy { divisor % $0 != 0 }
        }
        var base: UInt64 = 2
        while true {
            let root = power(base, (modulus - 1) / UInt64(order))
            if divisors.allSatisfy({ power(root, UInt64(order / $0)) != 1 }) { return root }
            base += 1
        }
    }
}
