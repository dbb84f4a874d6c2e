import ExactAlgebra

/// The prime ideal in low degrees by linear algebra, independently of the theorem on minors.
///
/// Degree by degree, and block by block of a multigrading (``RandomMultigrading``): in each block, the monomials that
/// no leading monomial of lower degree divides are evaluated at random points of the variety modulo a prime,
/// from the smallest monomial up. A monomial whose column depends on smaller ones is the leading monomial of a
/// new element of the ideal; its coefficients are lifted to integers, and membership is proved by
/// substitution. (Buchberger–Möller, for the parametrization.)
///
/// What is proved: each lifted element lies in I. What is probabilistic: that none is missing, since a rank
/// modulo a prime at random points can be too small. Whether an element is a *minimal* generator is decided by
/// ranks modulo the prime as well.
public struct LinearAlgebraIdeal: Sendable {
    public struct DegreeResult: Sendable {
        public let degree: Int
        /// `dim I_d`.
        public let dimension: Int
        /// The elements of the reduced Gröbner basis of this degree, or only their leading monomials if nothing
        /// was lifted.
        public let leadingMonomials: [[UInt16]]
        public let elements: [Polynomial]
        /// How many of them are minimal generators.
        public let minimalGenerators: Int
        /// Whether membership was proved by substitution for every element.
        public let isProved: Bool
    }

    public let architecture: Architecture
    public let degrees: [DegreeResult]

    /// The most monomials of one degree.
    public static let largestMonomialCount = 4_000_000
    /// The largest degree: a monomial is packed into 128 bits.
    public static let largestDegree = 8

    /// - Parameters:
    ///   - maxDegree: D; nothing is said about higher degrees.
    ///   - liftsElements: whether integer coefficients are found and proved; otherwise elements are counted.
    ///   - usesSymmetry: whether highest-weight vectors are used where there are two layers (``HighestWeightIdeal``);
    ///     otherwise every block is evaluated for itself.
    ///   - progress: called with the degree that begins.
    /// - Throws: ``LinearAlgebraError``.
    public init(
        _ architecture: Architecture, maxDegree: Int, liftsElements: Bool = true, usesSymmetry: Bool = true,
        progress: (Int) -> Void = { _ in }
    ) throws {
        self.architecture = architecture
        guard maxDegree <= Self.largestDegree else { throw LinearAlgebraError.degreeTooLarge(maxDegree) }
        let variableCount = architecture.endToEndFilterSize
        let monomials = Integer.binomial(variableCount + maxDegree - 1, maxDegree)
        guard monomials <= Integer(Self.largestMonomialCount) else {
            throw LinearAlgebraError.tooManyMonomials(monomials)
        }
        var degrees: [DegreeResult] = []
        var work = try LinearAlgebraSearch(
            architecture.reduced, liftsElements: liftsElements, usesSymmetry: usesSymmetry)
        for degree in stride(from: 1, through: maxDegree, by: 1) {
            progress(degree)
            degrees.append(try work.next(degree))
        }
        self.degrees = degrees
    }

    /// The elements of all degrees: a Gröbner basis up to the degree that was reached.
    public var polynomials: [Polynomial] { degrees.flatMap(\.elements) }
}

public enum LinearAlgebraError: Error, Hashable, Sendable, CustomStringConvertible {
    case degreeTooLarge(Int)
    case tooManyMonomials(Integer)
    /// The coefficients of an element are too large to be found modulo one prime.
    case notLifted(degree: Int)
    /// A lifted element does not lie in the ideal, so the ranks were wrong.
    case notAMember(degree: Int)

    public var description: String {
        switch self {
        case .degreeTooLarge(let degree):
            return "degree \(degree) is out of reach; linear algebra goes up to degree "
                + "\(LinearAlgebraIdeal.largestDegree)"
        case .tooManyMonomials(let count):
            return "\(count.shortDescription) monomials are out of reach of linear algebra (at most "
                + "\(LinearAlgebraIdeal.largestMonomialCount))"
        case .notLifted(let degree): return "an element of degree \(degree) could not be lifted to integers"
        case .notAMember(let degree): return "a lifted element of degree \(degree) is not in the ideal"
        }
    }
}
