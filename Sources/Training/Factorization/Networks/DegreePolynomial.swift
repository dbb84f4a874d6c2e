import ExactAlgebra

/// A polynomial with non-negative integer coefficients that counts choices by their degrees, without the terms beyond a limit.
struct DegreePolynomial: Sendable {
    /// The highest exponents that count.
    let limits: [Int]
    private(set) var terms: [[Int]: Integer]

    static func one(_ limits: [Int]) -> DegreePolynomial {
        DegreePolynomial(limits: limits, terms: [limits.map { _ in 0 }: 1])
    }

    init(limits: [Int], terms: [[Int]: Integer] = [:]) {
        self.limits = limits
        self.terms = terms
    }

    mutating func add(_ exponents: [Int], _ value: Integer) {
        guard zip(exponents, limits).allSatisfy({ $0 <= $1 }) else { return }
        terms[exponents] = terms[exponents, default: 0] + value
    }

    static func += (left: inout DegreePolynomial, right: DegreePolynomial) {
        for (exponents, value) in right.terms { left.add(exponents, value) }
    }

    static func * (left: DegreePolynomial, right: DegreePolynomial) -> DegreePolynomial {
        var result = DegreePolynomial(limits: left.limits)
        for (a, x) in left.terms {
            for (b, y) in right.terms { result.add(zip(a, b).map { $0 + $1 }, x * y) }
        }
        return result
    }

    func power(_ exponent: Int) -> DegreePolynomial {
        (0..<exponent).reduce(.one(limits)) { power, _ in power * self }
    }

    func shifted(by exponents: [Int]) -> DegreePolynomial {
        var result = DegreePolynomial(limits: limits)
        for (own, value) in terms { result.add(zip(own, exponents).map { $0 + $1 }, value) }
        return result
    }
}

/// A product of powers of polynomials with constant term 1, where the exponents may be large.
///
/// From `Φ·Dh = Ψ·h` for `h = Π f_i^{n_i}`, with `D = Σ z_i ∂/∂z_i`, `Φ = Π f_i` and `Ψ = Σ n_i·Df_i·Π_{j≠i} f_j`: a
/// recurrence for the coefficients of h with as many terms as Φ has, whatever the exponents.
struct DegreeSeries: Sendable {
    private let limits: [Int]
    /// In lexicographic order of the exponents.
    private let coefficients: [Integer]

    /// So many steps of the recurrence take seconds.
    static let mostSteps = 20_000_000

    /// Nil if it would take too many steps.
    init?(_ factors: [(polynomial: DegreePolynomial, exponent: Int)], limits: [Int]) {
        var count = 1
        for limit in limits {
            let (product, overflow) = count.multipliedReportingOverflow(by: limit + 1)
            guard !overflow, product <= Self.mostSteps else { return nil }
            count = product
        }
        var product = DegreePolynomial.one(limits)
        var slope = DegreePolynomial(limits: limits)
        for (polynomial, exponent) in factors {
            var derivative = DegreePolynomial(limits: limits)
            for (exponents, value) in polynomial.terms {
                derivative.add(exponents, value * Integer(exponents.reduce(0, +) * exponent))
            }
            slope = slope * polynomial
            slope += derivative * product
            product = product * polynomial
            guard count * product.terms.count <= Self.mostSteps else { return nil }
        }
        let strides = limits.indices.map { index in
            limits[(index + 1)...].reduce(1) { $0 * ($1 + 1) }
        }
        func offset(_ exponents: [Int]) -> Int { zip(exponents, strides).reduce(0) { $0 + $1.0 * $1.1 } }
        let rises = slope.terms.filter { $0.value.signum != 0 }
        let falls = product.terms.filter { $0.key.contains { $0 > 0 } }
        var coefficients = [Integer](repeating: .zero, count: count)
        coefficients[0] = 1
        for index in coefficients.indices.dropFirst() {
            let exponents = zip(limits, strides).map { index / $1 % ($0 + 1) }
            let total = exponents.reduce(0, +)
            var sum = Integer.zero
            for (shift, value) in rises where zip(shift, exponents).allSatisfy({ $0 <= $1 }) {
                sum = sum + value * coefficients[index - offset(shift)]
            }
            for (shift, value) in falls where zip(shift, exponents).allSatisfy({ $0 <= $1 }) {
                let rest = total - shift.reduce(0, +)
                sum = sum - value * Integer(rest) * coefficients[index - offset(shift)]
            }
            coefficients[index] = sum / Integer(total)
        }
        self.limits = limits
        self.coefficients = coefficients
    }

    /// 0 beyond the limits, and where an exponent is negative.
    subscript(exponents: [Int]) -> Integer {
        guard zip(exponents, limits).allSatisfy({ (0...$1).contains($0) }) else { return .zero }
        return coefficients[zip(exponents, limits).reduce(0) { $0 * ($1.1 + 1) + $1.0 }]
    }

    /// How many coefficients there are.
    var termCount: Int { coefficients.count }

    /// Over all coefficients that are not zero.
    func reduce<Result>(_ initial: Result, _ next: (Result, _ exponents: [Int], Integer) -> Result) -> Result
    {
        var result = initial
        for (index, coefficient) in coefficients.enumerated() where coefficient.signum != 0 {
            var rest = index
            let exponents = limits.reversed().map { limit in
                defer { rest /= limit + 1 }
                return rest % (limit + 1)
            }
            result = next(result, exponents.reversed(), coefficient)
        }
        return result
    }
}
