/// A homogeneous polynomial with integer coefficients, in variables `w_0 > w_1 > …`.
///
/// Flat arrays: term number i has coefficient `coefficients[i] ≠ 0` and the variables
/// `variables[i·degree ..< (i+1)·degree]`, largest index first. Terms are in decreasing graded reverse
/// lexicographic order, so the first is the leading term. The representation is unique: equality and
/// hashing are structural. Zero has no terms and degree 0.
public struct Polynomial: Hashable, Sendable {
    public internal(set) var degree: Int
    public internal(set) var variables: [UInt16]
    public internal(set) var coefficients: [Int]

    public static let zero = Polynomial(degree: 0, variables: [], coefficients: [])

    /// For callers that keep the invariants themselves.
    init(degree: Int, variables: [UInt16], coefficients: [Int]) {
        self.degree = degree
        self.variables = variables
        self.coefficients = coefficients
    }

    /// The linear form `w_index`.
    public init(variable index: Int) {
        self.init(degree: 1, variables: [UInt16(index)], coefficients: [1])
    }

    /// Sums terms given in any order, each a list of variables in any order and a coefficient.
    ///
    /// - Throws: ``PolynomialError/notHomogeneous`` or ``PolynomialError/overflow``.
    public init(terms: [(variables: [UInt16], coefficient: Int)]) throws(PolynomialError) {
        let degree = terms.first?.variables.count ?? 0
        guard terms.allSatisfy({ $0.variables.count == degree }) else { throw .notHomogeneous }
        let sorted = terms.map { ($0.variables.sorted(by: >), $0.coefficient) }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }
        self.init(degree: degree, variables: [], coefficients: [])
        var index = 0
        while index < sorted.count {
            let monomial = sorted[index].0
            var sum = 0
            while index < sorted.count, sorted[index].0 == monomial {
                let (next, overflow) = sum.addingReportingOverflow(sorted[index].1)
                guard !overflow else { throw .overflow }
                sum = next
                index += 1
            }
            guard sum != 0 else { continue }
            variables.append(contentsOf: monomial)
            coefficients.append(sum)
        }
        if coefficients.isEmpty { self = .zero }
    }

    public var isZero: Bool { coefficients.isEmpty }
    public var termCount: Int { coefficients.count }

    /// The variables of term number `index`, largest index first, each as often as it occurs.
    public func monomial(_ index: Int) -> ArraySlice<UInt16> {
        variables[index * degree..<(index + 1) * degree]
    }

    /// The polynomial or its negative, whichever has a positive leading coefficient.
    public var normalizedSign: Polynomial {
        guard let leading = coefficients.first, leading < 0 else { return self }
        return -self
    }

    public static prefix func - (polynomial: Polynomial) -> Polynomial {
        Polynomial(
            degree: polynomial.degree, variables: polynomial.variables,
            coefficients: polynomial.coefficients.map { -$0 })
    }

    /// The value at a point with reduced coordinates.
    public func evaluated(at point: [UInt64], in field: PrimeField) -> UInt64 {
        var result: UInt64 = 0
        for index in coefficients.indices {
            var product = field.reduce(coefficients[index])
            for variable in monomial(index) { product = field.multiply(product, point[Int(variable)]) }
            result = field.add(result, product)
        }
        return result
    }
}

public enum PolynomialError: Error, Hashable, Sendable, CustomStringConvertible {
    case notHomogeneous
    /// A coefficient does not fit in 64 bits.
    case overflow

    public var description: String {
        switch self {
        case .notHomogeneous: return "the polynomial is not homogeneous"
        case .overflow: return "a coefficient does not fit in 64 bits"
        }
    }
}
