/// A monomial in variables `w_0, w_1, …`: a multiset of variables.
///
/// Up to eight variables are stored in a word without allocation, more in an array; which of the two is decided by
/// the degree alone, so equality and hashing are structural. The minor engine has representations of its own
/// (``PackedMonomial``); everywhere else a monomial is one of these.
public struct Monomial: Hashable, Sendable {
    private enum Storage: Hashable, Sendable {
        /// Sixteen bits a variable, the largest index in the most significant place that is used.
        case word(UInt128, degree: Int)
        /// More than eight, largest index first.
        case list([UInt16])
    }

    private let storage: Storage
    private static let mostInWord = 8

    /// The monomial 1.
    public static let one = Monomial(storage: .word(0, degree: 0))

    private init(storage: Storage) {
        self.storage = storage
    }

    /// The product of these variables, in any order, each as often as it occurs.
    ///
    /// - Precondition: indices are from 0 to 65,535.
    public init(_ variables: some Sequence<Int>) {
        self.init(decreasing: variables.map { UInt16($0) }.sorted(by: >))
    }

    /// - Precondition: the list is decreasing.
    init(decreasing variables: some Collection<UInt16>) {
        if variables.count <= Self.mostInWord {
            storage = .word(
                variables.reduce(0) { $0 << 16 | UInt128($1) }, degree: variables.count)
        } else {
            storage = .list(Array(variables))
        }
    }

    /// How many variables, each counted as often as it occurs.
    public var degree: Int {
        switch storage {
        case .word(_, let degree): return degree
        case .list(let variables): return variables.count
        }
    }

    /// The variable at a place, largest index first.
    ///
    /// - Precondition: `0 ≤ place < degree`.
    public subscript(place: Int) -> Int {
        switch storage {
        case .word(let word, let degree):
            return Int(UInt16(truncatingIfNeeded: word >> UInt128(16 * (degree - 1 - place))))
        case .list(let variables): return Int(variables[place])
        }
    }

    /// The variables, largest index first, each as often as it occurs.
    public var variables: [Int] { (0..<degree).map { self[$0] } }

    /// The different variables, increasing.
    public var support: [Int] {
        var result: [Int] = []
        for place in stride(from: degree - 1, through: 0, by: -1) {
            let variable = self[place]
            if result.last != variable { result.append(variable) }
        }
        return result
    }

    /// Times one variable.
    ///
    /// - Precondition: `0 ≤ variable ≤ 65,535`.
    public func times(_ variable: Int) -> Monomial {
        guard case .word(let word, let degree) = storage, degree < Self.mostInWord else {
            return self * Monomial(CollectionOfOne(variable))
        }
        // Smaller variables stay where they are, larger ones move up.
        var place: UInt128 = 0
        while place < 16 * UInt128(degree), Int(UInt16(truncatingIfNeeded: word >> place)) < variable {
            place += 16
        }
        let low = word & ((1 << place) - 1)
        return Monomial(
            storage: .word(
                (word >> place) << (place + 16) | UInt128(variable) << place | low, degree: degree + 1))
    }

    /// The product.
    public static func * (left: Monomial, right: Monomial) -> Monomial {
        if left.degree + right.degree <= mostInWord {
            return (0..<right.degree).reduce(left) { $0.times(right[$1]) }
        }
        return Monomial(left.variables + right.variables)
    }

    /// Without the variable at a place, largest index first.
    ///
    /// - Precondition: `0 ≤ place < degree`.
    public func removing(at place: Int) -> Monomial {
        guard case .word(let word, let degree) = storage else {
            var rest = variables
            rest.remove(at: place)
            return Monomial(rest)
        }
        let shift = UInt128(16 * (degree - 1 - place))
        let low = word & ((1 << shift) - 1)
        return Monomial(storage: .word((word >> (shift + 16)) << shift | low, degree: degree - 1))
    }

    /// The quotient, or nil if the divisor does not divide it.
    public func divided(by divisor: Monomial) -> Monomial? {
        var rest = variables
        for variable in divisor.variables {
            guard let place = rest.firstIndex(of: variable) else { return nil }
            rest.remove(at: place)
        }
        return Monomial(rest)
    }
}

extension Monomial: Comparable {
    /// Graded reverse lexicographic order with `w_0 > w_1 > …`.
    public static func < (left: Monomial, right: Monomial) -> Bool {
        switch (left.storage, right.storage) {
        case (.word(let a, let degree), .word(let b, let otherDegree)):
            return degree != otherDegree ? degree < otherDegree : b < a
        case (.list(let a), .list(let b)):
            return a.count != b.count ? a.count < b.count : b.lexicographicallyPrecedes(a)
        default: return left.degree < right.degree
        }
    }
}

extension Monomial: ExpressibleByArrayLiteral {
    /// The product of these variables.
    public init(arrayLiteral variables: Int...) {
        self.init(variables)
    }
}

extension Monomial: CustomStringConvertible {
    /// `w_0^2*w_3`, with the smallest index first; `1` for the monomial 1.
    public var description: String {
        guard degree > 0 else { return "1" }
        return support.map { variable in
            let exponent = variables.count { $0 == variable }
            return exponent == 1 ? "w_\(variable)" : "w_\(variable)^\(exponent)"
        }.joined(separator: "*")
    }
}

extension Monomial {
    /// Calls `body` with every monomial of a degree in some variables.
    ///
    /// - Parameter variables: increasing.
    public static func visit(degree: Int, variables: [Int], _ body: (Monomial) -> Void) {
        func extend(_ monomial: Monomial, _ rest: Int, below limit: Int) {
            guard rest > 0 else { return body(monomial) }
            for place in 0..<limit { extend(monomial.times(variables[place]), rest - 1, below: place + 1) }
        }
        extend(.one, degree, below: variables.count)
    }

    /// The value at a point with reduced coordinates.
    public func evaluated(at point: [UInt64], in field: PrimeField) -> UInt64 {
        (0..<degree).reduce(1) { field.multiply($0, point[self[$1]]) }
    }
}

extension EliminationField {
    /// The value of a monomial at a point with reduced coordinates.
    public static func value(of monomial: Monomial, at point: [UInt64]) -> UInt32 {
        var product: UInt64 = 1
        for place in 0..<monomial.degree { product = product * point[monomial[place]] % modulus }
        return UInt32(truncatingIfNeeded: product)
    }
}
