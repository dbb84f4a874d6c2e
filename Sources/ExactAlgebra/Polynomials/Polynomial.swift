/// A homogeneous polynomial with integer coefficients, in variables `w_0 > w_1 > …`.
///
/// Flat arrays: term number i has coefficient `coefficients[i] ≠ 0` and the variables
/// `variables[i·degree ..< (i+1)·degree]`, largest index first (memory of the minor engine). Terms are in decreasing graded reverse
/// lexicographic order, so the first is the leading term. The representation is unique: equality and
/// hashing are structural. Zero has no terms and degree 0.
public struct Polynomial: Hashable, Sendable {
    /// Of every term; 0 for zero.
    public internal(set) var degree: Int
    var variables: [UInt16]
    /// One for each term, none of them zero.
    public internal(set) var coefficients: [Int]

    /// The polynomial without terms.
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

    /// Sums terms given in any order; a monomial may occur more than once.
    ///
    /// - Throws: ``PolynomialError/notHomogeneous`` or ``PolynomialError/overflow``.
    /// - Complexity: O(n log n) for n terms.
    public init(terms: [(monomial: Monomial, coefficient: Int)]) throws(PolynomialError) {
        let degree = terms.first?.monomial.degree ?? 0
        guard terms.allSatisfy({ $0.monomial.degree == degree }) else { throw .notHomogeneous }
        let sorted = terms.sorted { $1.monomial < $0.monomial }
        self.init(degree: degree, variables: [], coefficients: [])
        var index = 0
        while index < sorted.count {
            let monomial = sorted[index].monomial
            var sum = 0
            while index < sorted.count, sorted[index].monomial == monomial {
                let (next, overflow) = sum.addingReportingOverflow(sorted[index].coefficient)
                guard !overflow else { throw .overflow }
                sum = next
                index += 1
            }
            guard sum != 0 else { continue }
            for place in 0..<degree { variables.append(UInt16(monomial[place])) }
            coefficients.append(sum)
        }
        if coefficients.isEmpty { self = .zero }
    }

    /// Whether there are no terms.
    public var isZero: Bool { coefficients.isEmpty }
    /// How many terms there are.
    public var termCount: Int { coefficients.count }

    /// The monomial of a term, from 0; that of term 0 is the leading one.
    public func monomial(_ index: Int) -> Monomial { Monomial(decreasing: variableList(index)) }

    /// The largest monomial in graded reverse lexicographic order; nil for zero.
    public var leadingMonomial: Monomial? { isZero ? nil : monomial(0) }

    /// The largest index of a variable that occurs; nil for a constant.
    public var largestVariable: Int? { variables.max().map(Int.init) }

    /// The variables of a term where they are stored, largest index first.
    func variableList(_ index: Int) -> ArraySlice<UInt16> {
        variables[index * degree..<(index + 1) * degree]
    }

    /// The polynomial or its negative, whichever has a positive leading coefficient.
    public var normalizedSign: Polynomial {
        guard let leading = coefficients.first, leading < 0 else { return self }
        return -self
    }

    /// The polynomial with every coefficient negated.
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
            for variable in variableList(index) { product = field.multiply(product, point[Int(variable)]) }
            result = field.add(result, product)
        }
        return result
    }
}

/// Why a polynomial could not be made.
public enum PolynomialError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Terms of different degrees.
    case notHomogeneous
    /// A coefficient does not fit in 64 bits.
    case overflow

    /// One line.
    public var description: String {
        switch self {
        case .notHomogeneous: return "the polynomial is not homogeneous"
        case .overflow: return "a coefficient does not fit in 64 bits"
        }
    }
}
