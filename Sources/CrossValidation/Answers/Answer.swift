import ExactAlgebra

/// One of the two that answer.
public enum Side: String, Hashable, Sendable, Codable {
    /// This program.
    case native
    /// Macaulay2.
    case macaulay2
}

/// What a statement was found to be. Compared as data; how it is put into words is a matter of reports.
public enum Answer: Hashable, Sendable {
    /// The statement holds, or does not.
    case truth(Bool)
    /// A number of things.
    case count(Integer)
    /// So many different polynomials, up to sign.
    case polynomials(Int)
    /// So many different monomials.
    case monomials(Int)
    /// How many there are in each degree; degrees without any are left out.
    case degrees([Int: Integer])
    /// Numbers in order.
    case numbers([Integer])
    /// A list of polynomials lacks one that the other side has.
    case lacksPolynomial(Side)
}

extension Answer {
    /// How many there are in each degree; zeros are left out.
    static func degrees(_ counts: [Int: Int]) -> Answer {
        .degrees(counts.filter { $0.value != 0 }.mapValues { Integer($0) })
    }

    /// How many different polynomials a list has, up to sign.
    static func polynomials(_ list: [Polynomial]) -> Answer {
        .polynomials(Set(list.lazy.map(\.normalizedSign)).count)
    }
}
